import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlDocument, type GraphqlResult } from "lightning/graphql";
import { getObjectInfo, type ObjectInfo } from "lightning/uiObjectInfoApi";
import { getRecord, type RecordResult } from "lightning/uiRecordApi";
import lang from "@salesforce/i18n/lang";
import { languageFor } from "c/pwPolicy";
import { guideOf, type Guide } from "./guideOf.ts";
import { guideQuery } from "./guideQuery.ts";
import { keyFieldsOf, type KeyField } from "./keyFieldsOf.ts";
import { words } from "./words.ts";

const language = languageFor(lang);
const said = words[language];
const icons: Readonly<Record<KeyField["state"], string>> = {
    filled: "utility:success",
    blank: "utility:dash",
    unseen: "utility:question"
};

/** In the guidance panel: what the stage is for, when it is over, and which of its key fields are filled. */
export default class PwStageGuide extends LightningElement {
    @api recordId: string | undefined;
    /** API name of the stage, and what the user calls it. */
    @api stage: string | undefined;
    @api stageLabel: string | undefined;
    /** Developer name; null where the opportunity has none. */
    @api recordType: string | null = null;

    private answer: GraphqlResult | undefined;
    private record: RecordResult | undefined;
    private objectInfo: ObjectInfo | undefined;

    @wire(graphql, { query: "$query", variables: "$variables" })
    receiveAnswer(result: GraphqlResult): void {
        this.answer = result;
    }

    @wire(getObjectInfo, { objectApiName: "Opportunity" })
    receiveObjectInfo({ data }: { data?: ObjectInfo | undefined }): void {
        this.objectInfo = data;
    }

    @wire(getRecord, { recordId: "$keptId", fields: ["Opportunity.StageName"], optionalFields: "$optionalFields" })
    receiveRecord(result: RecordResult): void {
        this.record = result;
    }

    /** Undefined until it is known which stage is meant. */
    get query(): GraphqlDocument | undefined {
        return this.stage === undefined ? undefined : guideQuery;
    }

    get variables(): Readonly<Record<string, unknown>> {
        return { stage: this.stage };
    }

    /** Asked only where there are key fields to read. */
    get keptId(): string | undefined {
        return this.optionalFields.length > 0 ? this.recordId : undefined;
    }

    get optionalFields(): readonly string[] {
        return this.guide?.keyFields.map((name) => `Opportunity.${name}`) ?? [];
    }

    get guide(): Guide | null {
        return guideOf(this.answer, this.recordType, language);
    }

    get heading(): string {
        return said.goal(this.stageLabel ?? this.stage ?? "");
    }

    get words(): typeof said {
        return said;
    }

    get hasCriteria(): boolean {
        return (this.guide?.exitCriteria.length ?? 0) > 0;
    }

    get keyFields(): readonly { name: string; label: string; icon: string; state: string; variant: string }[] {
        const { guide, record, objectInfo } = this;
        if (!guide || !record?.data || !objectInfo) {
            return [];
        }
        return keyFieldsOf(guide.keyFields, record.data).map(({ name, state }) => ({
            name,
            label: objectInfo.fields[name]?.label ?? name,
            icon: icons[state],
            state: said.states[state],
            variant: state === "filled" ? "success" : ""
        }));
    }

    get hasKeyFields(): boolean {
        return this.keyFields.length > 0;
    }
}
