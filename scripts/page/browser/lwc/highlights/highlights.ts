import { LightningElement, api } from "lwc";
import type { RecordData } from "lightning/uiRecordApi";
import { settings } from "../../settings.ts";
import { words } from "../../words/index.ts";

/** The head of the page: which opportunity this is, of whom, and how much. */
export default class Highlights extends LightningElement {
    @api record: RecordData | undefined;
    readonly words = words;

    get name(): string {
        return String(this.value("Name") ?? "");
    }

    get facts(): readonly { label: string; value: string }[] {
        return [
            { label: words.account, value: this.display("Account") },
            { label: words.amount, value: amountText(this.value("Amount")) },
            { label: words.stage, value: this.display("StageName") },
            { label: words.closeDate, value: dayText(this.value("CloseDate")) },
            { label: words.owner, value: this.display("Owner") }
        ];
    }

    private value(field: string): unknown {
        return this.record?.fields[field]?.value;
    }

    private display(field: string): string {
        return this.record?.fields[field]?.displayValue ?? "—";
    }
}

function amountText(amount: unknown): string {
    if (typeof amount !== "number") {
        return "—";
    }
    const { currency } = settings;
    return amount.toLocaleString(words.locale, { style: "currency", currency, maximumFractionDigits: 0 });
}

function dayText(day: unknown): string {
    return typeof day === "string" ? new Date(day).toLocaleDateString(words.locale, { timeZone: "UTC" }) : "—";
}
