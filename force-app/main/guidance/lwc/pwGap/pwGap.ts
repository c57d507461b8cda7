import { LightningElement, api } from "lwc";

/** What one gap says, in the reader's language. */
interface GapInWords {
    readonly icon: string;
    readonly iconVariant: string;
    readonly title: string;
    readonly verdict: string;
    readonly level: string;
    readonly levelClass: string;
    readonly why: string;
    readonly lead: string;
    readonly advice: string;
}

/** One rule that is not met, or of which that can't be told: how strict it is, why it matters, what to do. */
export default class PwGap extends LightningElement {
    @api gap: GapInWords | undefined;
}
