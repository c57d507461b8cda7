import { LightningElement, api } from "lwc";
import type { RecordData } from "lightning/uiRecordApi";
import { query, Refused, update, type Row } from "../../org.ts";
import { words } from "../../words/index.ts";
import type { Message } from "../toast/toast.ts";

interface Step {
    readonly stage: string;
    readonly label: string;
    readonly className: string;
    /** "step" for the current one, as aria-current wants it. */
    readonly current: string | null;
}

/** The stages in their order; a click saves the opportunity at that stage, if its org lets it. */
export default class StagePath extends LightningElement {
    @api recordId: string | undefined;
    @api record: RecordData | undefined;
    readonly words = words;
    isSaving = false;
    private stages: readonly Row[] = [];

    connectedCallback(): void {
        void this.readStages();
    }

    get steps(): readonly Step[] {
        const current = String(this.record?.fields["StageName"]?.value ?? "");
        const place = this.stages.findIndex((row) => row["ApiName"] === current);
        return this.stages.map((row, index) => ({
            stage: String(row["ApiName"]),
            label: String(row["MasterLabel"]),
            className: `step ${looksOf(row, index, place)}`,
            current: index === place ? "step" : null
        }));
    }

    async handleStep(event: Event): Promise<void> {
        const { stage = "" } = (event.currentTarget as HTMLElement).dataset;
        if (this.isSaving || this.recordId === undefined || stage === this.record?.fields["StageName"]?.value) {
            return;
        }
        this.isSaving = true;
        try {
            await update("Opportunity", this.recordId, { StageName: stage });
            this.tell("saved", { kind: "success", title: words.saved(stage), text: "" });
        } catch (error) {
            const text = error instanceof Refused ? error.message : words.unreachable;
            this.tell("refused", { kind: "error", title: words.refused, text });
        } finally {
            this.isSaving = false;
        }
    }

    private tell(name: string, message: Message): void {
        this.dispatchEvent(new CustomEvent(name, { detail: message }));
    }

    private async readStages(): Promise<void> {
        try {
            this.stages = await query(
                "SELECT ApiName, MasterLabel, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder"
            );
        } catch {
            this.tell("refused", { kind: "error", title: words.unreachable, text: "" });
        }
    }
}

function looksOf({ IsClosed, IsWon }: Row, index: number, place: number): string {
    if (index === place) {
        return IsClosed === true ? (IsWon === true ? "is-won" : "is-lost") : "is-current";
    }
    return index < place ? "is-done" : "";
}
