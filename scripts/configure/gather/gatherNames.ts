import { z } from "zod";
import { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt } from "../../audit/gather/refusal.ts";
import { CannotStart } from "../../cannotStart.ts";
import { gatherValidationRules } from "../../check/gather/gatherAutomation.ts";
import { queryTooling } from "../../check/gather/setUpReader.ts";
import type { Counted } from "../preflight/countSlots.ts";
import { nameKey, type PresentNames } from "../preflight/findCollisions.ts";
import type { OurName } from "../preflight/ourNames.ts";
import { describeFields } from "./describeFields.ts";
import { listNames, type ListedName, type ListingConnection } from "./listNames.ts";
import { readMade, type RetrievingConnection } from "./readMade.ts";

const flowSchema = z.object({ DeveloperName: z.string(), ActiveVersionId: z.string().nullable() });
/** What is asked of a jsforce connection. */
export type NamingConnection = ListingConnection & RetrievingConnection;

/** What of these names the org has, and how much of what it has only so many of. Throws `CannotStart` where it can't be told. */
export async function gatherNames(
    connection: NamingConnection,
    ours: readonly OurName[]
): Promise<PresentNames & Counted> {
    const reader = new OrgReader(connection);
    const components = await attempt(() =>
        listNames(connection, [...new Set(ours.map(({ type }) => type))].sort(), ours)
    );
    if ("unreadable" in components) {
        throw new CannotStart(`Stopped, for what the org has could not be listed (${components.unreadable}).`);
    }
    const made = await gatherMade(connection, ours, components.value);
    const rules = await gatherValidationRules(reader);
    const active = "value" in rules ? rules.value.filter(({ isActive }) => isActive).map(({ name }) => name) : null;
    return {
        components: components.value,
        made,
        fields: (await describeFields(reader, "Opportunity"))?.fields ?? new Map(),
        customFields: components.value.flatMap(({ type, name }) => {
            const isCustom = type === "CustomField" && name.startsWith("Opportunity.") && name.endsWith("__c");
            return isCustom ? [name.slice("Opportunity.".length)] : [];
        }),
        validationRules: active,
        flows: await gatherActiveFlows(reader)
    };
}

/** What those that have a name of ours say. Throws `CannotStart` where it can't be told. */
export async function gatherMade(
    connection: RetrievingConnection,
    ours: readonly ListedName[],
    present: readonly ListedName[]
): Promise<PresentNames["made"]> {
    const wanted = new Set(ours.map(nameKey));
    const taken = present.filter((each) => each.type !== "CustomMetadata" && wanted.has(nameKey(each)));
    const made = await attempt(() => readMade(connection, taken));
    if ("unreadable" in made) {
        throw new CannotStart(`Stopped, for whose our names are could not be told (${made.unreadable}).`);
    }
    return made.value;
}

async function gatherActiveFlows(reader: OrgReader): Promise<readonly string[] | null> {
    const flows = await attempt(async () =>
        z
            .array(flowSchema)
            .parse(await queryTooling(reader, "SELECT DeveloperName, ActiveVersionId FROM FlowDefinition"))
            .filter(({ ActiveVersionId }) => ActiveVersionId !== null)
            .map(({ DeveloperName }) => DeveloperName)
    );
    return "value" in flows ? flows.value : null;
}
