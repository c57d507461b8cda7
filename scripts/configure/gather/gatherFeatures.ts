import { developerName, levels, rules, type Level } from "c/pwPolicy";
import { z } from "zod";
import type { Artifact } from "../../audit/gathered.ts";
import { gatherRuleRecords } from "../../audit/gather/gatherPolicyRecords.ts";
import { gatherOfferedStages, gatherStages } from "../../audit/gather/gatherStages.ts";
import { gatherOrganization } from "../../audit/gather/gatherUser.ts";
import { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt } from "../../audit/gather/refusal.ts";
import { CannotStart } from "../../cannotStart.ts";
import type { OfferedStages, OrgFeatures } from "../features.ts";
import { describeFields } from "./describeFields.ts";
import { gatherGuides } from "./gatherGuides.ts";
import { gatherRuleSettings } from "./gatherRuleSettings.ts";
import { listNames, type ListingConnection } from "./listNames.ts";

const recordTypeSchema = z.object({ Id: z.string(), DeveloperName: z.string(), Name: z.string() });

/** Reads what an overlay depends on, and decides nothing. Throws `CannotStart` where it can't be told. */
export async function gatherFeatures(connection: ListingConnection): Promise<OrgFeatures> {
    const reader = new OrgReader(connection);
    const opportunity = await describeFields(reader, "Opportunity");
    if (opportunity === null) {
        throw new CannotStart("This user may not see opportunities: sign in as an administrator, and repeat.");
    }
    const hasRecordTypes = opportunity.fields.has("RecordTypeId");
    const contactRole = await describeFields(reader, "OpportunityContactRole");
    const product = await describeFields(reader, "Product2");
    const { id, name } = must(await gatherOrganization(reader), "the organization");
    return {
        org: { id, name },
        stages: must(await gatherStages(reader), "the stages"),
        recordTypes: hasRecordTypes ? await gatherRecordTypes(reader) : [],
        hasRecordTypes,
        hasCurrencies: opportunity.fields.has("CurrencyIsoCode"),
        hasChatter: (await describeFields(reader, "FeedItem")) !== null,
        contactRoles: contactRole?.picklists.get("Role") ?? null,
        families: product?.picklists.get("Family") ?? null,
        languages: await gatherLanguages(connection),
        fields: opportunity.fields,
        levels: await gatherLevels(reader),
        ruleSettings: await gatherRuleSettings(reader),
        guides: await gatherGuides(reader)
    };
}

/** The active ones, with the stages that the sales process of each offers. */
async function gatherRecordTypes(reader: OrgReader): Promise<OfferedStages[]> {
    const soql =
        "SELECT Id, DeveloperName, Name FROM RecordType WHERE SobjectType = 'Opportunity' AND IsActive = true ORDER BY DeveloperName";
    const rows = must(
        await attempt(async () => z.array(recordTypeSchema).parse(await reader.query(soql))),
        "the record types"
    );
    const found: OfferedStages[] = [];
    for (const { Id, DeveloperName, Name } of rows) {
        const stages = must(await gatherOfferedStages(reader, Id), `the stages of the record type ${DeveloperName}`);
        found.push({ developerName: DeveloperName, name: Name, stages });
    }
    return found;
}

/** Where nothing can be translated the org knows no such metadata. */
async function gatherLanguages(connection: ListingConnection): Promise<readonly string[]> {
    const listed = await attempt(() => listNames(connection, ["Translations"]));
    return "value" in listed ? listed.value.map(({ name }) => name) : [];
}

async function gatherLevels(reader: OrgReader): Promise<ReadonlyMap<string, Level>> {
    const records = must(await gatherRuleRecords(reader), "the rule records") ?? [];
    return new Map(
        rules.flatMap(({ id }) => {
            const record = records.find((each) => each.developerName === developerName(id));
            const level = levels.find((each) => each === record?.level);
            return level === undefined ? [] : [[id, level] as const];
        })
    );
}

/** An overlay is written only where everything could be read. */
function must<T>(read: Artifact<T>, what: string): T {
    if ("unreadable" in read) {
        throw new CannotStart(`Stopped, for ${what} could not be read (${read.unreadable}).`);
    }
    return read.value;
}
