/** An org whose opportunities have two record types, with the overlay that is written for such an org. */
import { file } from "../../../local-org/metadata/__tests__/deployed.ts";
import { overlayFiles } from "../../../scripts/gate/overlay.ts";
import { standardPlan } from "../../../scripts/gate/overlayPlan.ts";
import { standardStages } from "../../../scripts/gate/stages.ts";
import type { Fields } from "./gateOrg.ts";
import type { SourceFiles } from "./repositoryPackage.ts";
import { ruleRecords, type RuleSetting } from "./ruleRecords.ts";
import { everyRuleAt, openStrictWorld, type StrictWorld } from "./strictWorld.ts";

export interface ScopeWorld extends StrictWorld {
    readonly recordTypes: Readonly<Record<RecordTypeName, string>>;
    /** The overlay that is deployed. */
    readonly overlay: SourceFiles;
    /** Every other rule is Off. */
    only(ruleId: string, setting: Partial<RuleSetting>): Promise<void>;
    /** In Qualification unless told, of that record type; null for none. */
    deal(recordType: RecordTypeName | null, fields?: Fields): Promise<string>;
    /** What is done while the gate is off. */
    whileOff<T>(work: () => Promise<T>): Promise<T>;
}

export type RecordTypeName = "New_Business" | "Renewal";

/** What renewals offer, and where it stands for them: Proposal comes second there, and seventh elsewhere. */
const renewalPlaces: Readonly<Record<string, string>> = {
    Qualification: "1",
    "Proposal/Price Quote": "2",
    "Negotiation/Review": "8",
    "Closed Won": "9",
    "Closed Lost": "0"
};
const renewalStages = standardStages.flatMap((stage) => {
    const position = renewalPlaces[stage.name];
    return position === undefined ? [] : [{ ...stage, position }];
});

export async function openScopeWorld(): Promise<ScopeWorld> {
    const world = await openStrictWorld();
    const { org } = world;
    await org.deploy(new Map([["objects/Opportunity/Opportunity.object-meta.xml", recordTypesOfOpportunity()]]));
    const plan = {
        ...standardPlan,
        hasRecordTypes: true,
        recordTypes: ["New_Business", "Renewal"],
        processes: [...standardPlan.processes, { recordType: "Renewal", stages: renewalStages }]
    };
    const overlay = new Map(overlayFiles(plan).map(({ path, content }) => [path, content]));
    await org.deploy(overlay);
    const rows = await org.query("SELECT Id, DeveloperName FROM RecordType");
    const idOf = (name: string) => String(rows.find(({ DeveloperName }) => DeveloperName === name)?.["Id"]);
    const recordTypes = { New_Business: idOf("New_Business"), Renewal: idOf("Renewal") };
    return {
        ...world,
        recordTypes,
        overlay,
        only: (ruleId, setting) =>
            org.deploy(
                ruleRecords({
                    ...everyRuleAt("Off"),
                    [ruleId]: { level: "Block", fromPosition: 7, minimum: 1, ...setting }
                })
            ),
        deal: (recordType, fields = {}) =>
            world.bare("Qualification", {
                ...{ CloseDate: "2026-12-31", RecordTypeId: recordType === null ? null : recordTypes[recordType] },
                ...fields
            }),
        whileOff: async (work) => {
            const [organization] = await org.query("SELECT Id FROM Organization");
            const off = { SetupOwnerId: String(organization?.["Id"]), Gate_Is_Off__c: true };
            const [setting = ""] = await org.create("PW_Settings__c", [off]);
            const done = await work();
            await world.remove("PW_Settings__c", setting);
            return done;
        }
    };
}

function recordTypesOfOpportunity(): string {
    const value = ({ name }: { readonly name: string }, place: number) =>
        `<values><fullName>${name.replace("/", "%2F")}</fullName><default>${place === 0}</default></values>`;
    const process = (name: string, stages: readonly { readonly name: string }[]) =>
        `<businessProcesses><fullName>${name}</fullName><isActive>true</isActive>${stages.map(value).join("")}</businessProcesses>`;
    const type = (name: string, of: string) =>
        `<recordTypes><fullName>${name}</fullName><active>true</active><businessProcess>${of}</businessProcess><label>${name.replace("_", " ")}</label></recordTypes>`;
    return file(
        "CustomObject",
        [
            ...[process("Everything", standardStages), process("Renewals", renewalStages)],
            ...[type("New_Business", "Everything"), type("Renewal", "Renewals")]
        ].join("")
    );
}
