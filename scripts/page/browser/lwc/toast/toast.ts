import { LightningElement, api } from "lwc";
import { words } from "../../words/index.ts";

export interface Message {
    readonly kind: "success" | "error";
    readonly title: string;
    /** "" where the title says all. */
    readonly text: string;
}

/** Says how a save went. A refusal stays until it is closed or another save tells more. */
export default class Toast extends LightningElement {
    @api message: Message | null = null;
    readonly words = words;

    get className(): string {
        return `toast slds-notify slds-notify_toast slds-theme_${this.message?.kind ?? "success"}`;
    }

    get icon(): string {
        return `utility:${this.message?.kind ?? "success"}`;
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent("close"));
    }
}
