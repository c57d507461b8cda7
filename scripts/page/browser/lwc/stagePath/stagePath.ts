import { LightningElement, api } from "lwc";
import type { RecordData } from "lightning/uiRecordApi";
import { ask, Refused, update } from "../../org.ts";
import { words } from "../../words/index.ts";
import type { Message } from "../toast/toast.ts";

interface Step {
    readonly stage: string;
    readonly label: string;
    readonly className: string;
    /** "step" for the current one, as aria-current wants it. */
    readonly current: string | null;
}

/** A stage as UI API offers it for a record type. */
interface Offered {
    readonly value: string;
    readonly label: string;
    readonly attributes: { readonly closed: boolean; readonly won: boolean } | null;
}

/** The record type of records without one. */
const master = "012000000000000AAA";

/** The stages in their order; a click saves the opportunity at that stage, if its org lets it. */
export default class StagePath extends LightningElement {
    @api recordId: string | undefined;
    readonly words = words;
    isSaving = false;
    private shown: RecordData | undefined;
    private recordTypeId: string | undefined;
    private stages: readonly Offered[] = [];

    @api
    get record(): RecordData | undefined {
        return this.shown;
    }
    set record(record: RecordData | undefined) {
        this.shown = record;
        const recordTypeId = String(record?.fields["RecordTypeId"]?.value ?? master);
        if (record !== undefined && recordTypeId !== this.recordTypeId) {
            this.recordTypeId = recordTypeId;
            void this.readStages(recordTypeId);
        }
    }

    get steps(): readonly Step[] {
        const current = String(this.record?.fields["StageName"]?.value ?? "");
        const place = this.stages.findIndex(({ value }) => value === current);
        return this.stages.map((offered, index) => ({
            stage: offered.value,
            label: offered.label,
            className: `step ${looksOf(offered, index, place)}`,
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

    private async readStages(recordTypeId: string): Promise<void> {
        try {
            const path = `/ui-api/object-info/Opportunity/picklist-values/${recordTypeId}/StageName`;
            this.stages = ((await ask("GET", path)) as { values: readonly Offered[] }).values;
        } catch {
            this.tell("refused", { kind: "error", title: words.unreachable, text: "" });
        }
    }
}

function looksOf({ attributes }: Offered, index: number, place: number): string {
    if (index === place) {
        return attributes?.closed === true ? (attributes.won ? "is-won" : "is-lost") : "is-current";
    }
    return index < place ? "is-done" : "";
}
