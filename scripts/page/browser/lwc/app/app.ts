import { LightningElement, wire } from "lwc";
import { getRecord, notifyRecordUpdateAvailable, type RecordResult } from "lightning/uiRecordApi";
import { refreshView } from "../../adapters/refresh.ts";
import { onChange } from "../../live.ts";
import { addressWith, settings } from "../../settings.ts";
import { words } from "../../words/index.ts";
import type { Message } from "../toast/toast.ts";

const fields = ["Name", "StageName"].map((name) => `Opportunity.${name}`);
const optionalFields = [
    "Account.Name",
    "Amount",
    "CloseDate",
    "Owner.Name",
    "Pricebook2Id",
    "AccountId",
    "RecordTypeId"
].map((name) => `Opportunity.${name}`);

/** The record page of one opportunity: what stands around the guidance panel, and what keeps it live. */
export default class App extends LightningElement {
    recordId = new URL(window.location.href).searchParams.get("record") ?? undefined;
    message: Message | null = null;
    /** Grows with each change in the org, so that the related lists look again. */
    changes = 0;
    readonly words = words;
    private result: RecordResult | undefined;
    private stopListening: (() => void) | undefined;

    @wire(getRecord, { recordId: "$recordId", fields, optionalFields })
    receiveRecord(result: RecordResult): void {
        this.result = result;
        const name = this.record?.fields["Name"]?.value;
        document.title = `${name === undefined ? words.opportunity : String(name)} | Pipewright`;
    }

    connectedCallback(): void {
        this.stopListening = onChange(() => void this.lookAgain());
    }

    disconnectedCallback(): void {
        this.stopListening?.();
    }

    get record(): RecordResult["data"] {
        return this.result?.data;
    }

    get hasNoRecord(): boolean {
        return this.result?.error !== undefined;
    }

    get about(): string {
        const day = settings.now.slice(0, 10);
        return words.about(
            new Date(day).toLocaleDateString(words.locale, { timeZone: "UTC" }),
            settings.refreshSeconds
        );
    }

    handleOpen(event: CustomEvent<string>): void {
        this.recordId = event.detail;
        window.history.replaceState(null, "", addressWith({ record: event.detail }));
    }

    handleMessage(event: CustomEvent<Message>): void {
        this.message = event.detail;
    }

    handleClose(): void {
        this.message = null;
    }

    private async lookAgain(): Promise<void> {
        this.changes += 1;
        const records = this.recordId === undefined ? [] : [{ recordId: this.recordId }];
        await Promise.all([notifyRecordUpdateAvailable(records), refreshView()]);
    }
}
