import { z } from "zod";
import { dayIn } from "../../audit/day.ts";
import type { Artifact } from "../../audit/gathered.ts";
import { gatherRuleRecords, gatherStageRecords } from "../../audit/gather/gatherPolicyRecords.ts";
import { gatherStages } from "../../audit/gather/gatherStages.ts";
import { gatherOrganization, gatherUser } from "../../audit/gather/gatherUser.ts";
import { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt, OrgRefusal } from "../../audit/gather/refusal.ts";
import type { DescribedObject, SetUp } from "../setUp.ts";
import { gatherAlerts } from "./gatherAlerts.ts";
import { gatherAssignments, gatherBypassHolders, gatherSwitches } from "./gatherAccess.ts";
import { gatherConversion, gatherFieldUpdates, gatherFlows, gatherValidationRules } from "./gatherAutomation.ts";
import type { SetUpConnection } from "./setUpReader.ts";

export interface SetUpScope {
    readonly now: Date;
    /** "YYYY-MM-DD" of an org whose clock is its own. */
    readonly today?: string | undefined;
    /** Those that the package adds to, by name. */
    readonly objects: readonly string[];
}

/** Salesforce's own, whose picklists rule records name values of. */
const picklistObjects = ["OpportunityContactRole", "Product2"];

const describeSchema = z.object({
    fields: z.array(
        z.object({
            name: z.string(),
            picklistValues: z.array(z.object({ value: z.string(), active: z.boolean() })).default([])
        })
    ),
    recordTypeInfos: z.array(z.object({ developerName: z.string(), master: z.boolean() })).default([])
});

const detailSchema = z.object({
    DeveloperName: z.string(),
    MasterLabel: z.string(),
    Created_From__c: z.string().nullable()
});

/** Asks for all that the checks need, and judges nothing. Throws `CannotStart` as named in `OrgReader`. */
export async function gatherSetUp(connection: SetUpConnection, scope: SetUpScope): Promise<SetUp> {
    const reader = new OrgReader(connection);
    const objects = new Map<string, Artifact<DescribedObject | null>>();
    for (const name of new Set(["Opportunity", ...scope.objects, ...picklistObjects])) {
        objects.set(name, await describeObject(reader, name));
    }
    const { user, timeZone } = await gatherUser(reader);
    return {
        url: reader.url,
        today: scope.today ?? dayIn(timeZone, scope.now),
        org: await gatherOrganization(reader),
        user,
        objects,
        flows: await gatherFlows(reader),
        validationRules: await gatherValidationRules(reader),
        stages: await gatherStages(reader),
        stageRecords: await gatherStageRecords(reader),
        ruleRecords: await gatherRuleRecords(reader),
        ruleDetails: await gatherRuleDetails(reader),
        assignments: await gatherAssignments(reader),
        bypassHolders: await gatherBypassHolders(reader),
        switchedOff: await gatherSwitches(reader),
        fieldUpdates: await gatherFieldUpdates(reader),
        conversionIsChecked: await gatherConversion(connection, reader.url),
        alerts: await gatherAlerts(reader)
    };
}

/** Null where the org has no such object, or shows this user none. */
function describeObject(reader: OrgReader, name: string): Promise<Artifact<DescribedObject | null>> {
    return unlessUnknown(async () => {
        const { fields, recordTypeInfos } = describeSchema.parse(await reader.get(`/sobjects/${name}/describe`));
        return {
            fields: new Set(fields.map((field) => field.name)),
            picklists: new Map(
                fields.map((field) => [
                    field.name,
                    field.picklistValues.filter(({ active }) => active).map(({ value }) => value)
                ])
            ),
            recordTypes: recordTypeInfos.filter(({ master }) => !master).map((info) => info.developerName)
        };
    });
}

function gatherRuleDetails(reader: OrgReader): Promise<SetUp["ruleDetails"]> {
    return unlessUnknown(async () => {
        const soql = "SELECT DeveloperName, MasterLabel, Created_From__c FROM PW_Rule__mdt ORDER BY DeveloperName";
        return z
            .array(detailSchema)
            .parse(await reader.query(soql))
            .map((row) => ({
                developerName: row.DeveloperName,
                label: row.MasterLabel,
                createdFrom: row.Created_From__c
            }));
    });
}

function unlessUnknown<T>(read: () => Promise<T>): Promise<Artifact<T | null>> {
    return attempt(async () => {
        try {
            return await read();
        } catch (error) {
            if (error instanceof OrgRefusal && ["NOT_FOUND", "INVALID_TYPE"].includes(error.errorCode)) {
                return null;
            }
            throw error;
        }
    });
}
