import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fakeOrg, opportunity } from "../../__tests__/fakeOrg.ts";
import type { FieldsOfOrg } from "../gatherOpportunities.ts";
import { gatherOrg } from "../gatherOrg.ts";

const settings = [
    ...["From_Position__c", "Minimum__c", "Tolerance__c", "Decision_Roles__c", "Exempt_Families__c", "Record_Types__c"],
    ...["Minimum_Amount__c", "Larger_Minimum__c", "Larger_From_Position__c", "Larger_From_Amount__c"],
    "Larger_Record_Types__c"
];
const reasons = { Why_Lost__c: "Price", Cause__c: "Timing", PW_Loss_Reason__c: "Other" };

/** The loss reason that is gathered where the rule's record and the config file name these fields. */
async function lossReason(inRecord: string | null, inConfig: string | null): Promise<unknown> {
    const names = ["Id", "StageName", ...Object.keys(reasons)];
    const blank = Object.fromEntries(settings.map((name) => [name, null]));
    const org = fakeOrg({
        "/sobjects/Opportunity/describe": { text: JSON.stringify({ fields: names.map((name) => ({ name })) }) },
        PW_Rule__mdt: [{ ...blank, DeveloperName: "Loss_Reason_Given", Level__c: "Warn", Field__c: inRecord }],
        Opportunity: [opportunity(reasons)]
    });
    const fieldsOfOrg: FieldsOfOrg = inConfig === null ? {} : { PW_Loss_Reason__c: inConfig };
    const scope = { now: new Date("2026-06-30T20:00:00Z"), closedWithinDays: 365, fieldsOfOrg };
    const { opportunities } = await gatherOrg(org, scope);
    const asked = Object.keys(reasons).filter((name) => org.asked.some((path) => path.includes(`, ${name},`)));
    // The fake org answers more than it is asked.
    return asked.length === 0 ? undefined : opportunities[0]?.PW_Loss_Reason__c;
}

describe("the field that keeps the reason of a loss", () => {
    const cases: readonly [string, string | null, string | null, string | undefined][] = [
        ["is ours where nobody names another", null, null, "Other"],
        ["is the one that the rule's record names", "Why_Lost__c", null, "Price"],
        ["is the one that the config file names", null, "Cause__c", "Timing"],
        ["is that of the record where both name one, for the gate reads it", "Why_Lost__c", "Cause__c", "Price"],
        ["can't be read where the record names one that isn't there", "Whi_Lost__c", null, undefined],
        ["is not guessed from the config file then", "Whi_Lost__c", "Cause__c", undefined]
    ];
    for (const [says, inRecord, inConfig, expected] of cases) {
        it(says, async () => assert.equal(await lossReason(inRecord, inConfig), expected));
    }
});
