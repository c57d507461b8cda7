import { graphql } from "lightning/graphql";
import { getObjectInfo } from "lightning/uiObjectInfoApi";
import { getRecord } from "lightning/uiRecordApi";
import { allOf, renderComponent, settled, textOf } from "../../pwGuidance/__tests__/renderComponent.ts";
import PwStageGuide from "../pwStageGuide.ts";

export type Texts = Readonly<Record<string, string | null>>;

interface TestWire {
    emit(data: unknown): void;
    emitErrors(errors: readonly { message: string }[]): void;
    getLastConfig(): Readonly<Record<string, unknown>>;
}

export const answers = graphql as unknown as TestWire;
export const records = getRecord as unknown as TestWire;
const objectInfos = getObjectInfo as unknown as TestWire;

export const english: Texts = {
    Goal__c: "Make an offer.",
    Exit_Criteria__c: "The offer is there.\nThe customer said what must change.",
    Key_Fields__c: "Amount;NextStep;Secret__c"
};
export const chinese: Texts = { Goal_zh_TW__c: "提出報價。", Exit_Criteria_zh_TW__c: "客戶已收到報價。" };

export function openGuide(recordType: string | null = null): Promise<HTMLElement> {
    const props = { recordId: "006000000000001AAA", stage: "Proposal", stageLabel: "Proposal", recordType };
    return renderComponent("c-pw-stage-guide", PwStageGuide, props);
}

/** The org answers with a stage record for each record type given; "*" is for all. */
export async function answer(textsByRecordType: Readonly<Record<string, Texts>>): Promise<void> {
    const edges = Object.entries(textsByRecordType).map(([recordType, texts]) => ({
        node: valuesOf({ Stage__c: "Proposal", Record_Type__c: recordType, ...texts })
    }));
    answers.emit({ uiapi: { query: { PW_Stage__mdt: { edges } } } });
    await settled();
}

/** An opportunity whose amount is 0, whose next step is blank; no other key field can be seen. */
export async function readFields(labels: Readonly<Record<string, string>>): Promise<void> {
    const fields = Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }]));
    objectInfos.emit({ fields });
    records.emit({
        id: "006000000000001AAA",
        fields: valuesOf({ StageName: "Proposal", Amount: 0, NextStep: null })
    });
    await settled();
}

export function keyFieldsShown(guide: Element): string[] {
    return allOf(guide, "lightning-icon").map((icon) => {
        const item = icon.closest("li");
        return `${item?.textContent.trim() ?? ""}: ${(icon as HTMLElement).title}`;
    });
}

export function criteriaShown(guide: Element): string[] {
    return allOf(guide, "ul.slds-list_dotted li").map((item) => textOf(item));
}

function valuesOf(values: Readonly<Record<string, unknown>>): Record<string, { value: unknown }> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}
