import { LightningElement, api } from "lwc";
import { reasonsOf } from "./reasonsOf.ts";

/** The one place where components speak of errors: a sentence for people, and what the platform said. */
export default class PwErrorPanel extends LightningElement {
    @api message = "";
    /** Of any wire or promise, in whatever shape they come. */
    @api errors: unknown;

    get reasons(): readonly string[] {
        return reasonsOf(this.errors);
    }
}
