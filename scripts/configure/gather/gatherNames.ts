import { z } from "zod";
import { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt } from "../../audit/gather/refusal.ts";
import { CannotStart } from "../../cannotStart.ts";
import { gatherValidationRules } from "../../check/gather/gatherAutomation.ts";
import { queryTooling } from "../../check/gather/setUpReader.ts";
import type { Counted } from "../preflight/countSlots.ts";
import type { PresentNames } from "../preflight/findCollisions.ts";
import type { OurName } from "../preflight/ourNames.ts";
import { describeFields, type DescribedObject } from "./describeFields.ts";
import { listNames, type ListingConnection } from "./listNames.ts";

const flowSchema = z.object({ DeveloperName: z.string(), ActiveVersionId: z.string().nullable() });
/** What of these names the org has, and how much of what it has only so many of. Throws `CannotStart` where it can't be told. */
export async function gatherNames(
    connection: ListingConnection,
    ours: readonly OurName[]
): Promise<PresentNames & Counted> {
    const reader = new OrgReader(connection);
    const named = ours.flatMap(({ type, name }) =>
        type === "CustomObject" || type === "CustomField" ? [name.split(".")[0] ?? ""] : []
    );
    const objects = new Map<string, DescribedObject | null>();
    for (const name of new Set(["Opportunity", "PW_Rule__mdt", ...named])) {
        objects.set(name, await describeFields(reader, name));
    }
    const types = [...new Set(ours.map(({ type }) => type))].sort();
    const components = await attempt(() => listNames(connection, types));
    if ("unreadable" in components) {
        throw new CannotStart(`Stopped, for what the org has could not be listed (${components.unreadable}).`);
    }
    const rules = await gatherValidationRules(reader);
    const active = "value" in rules ? rules.value.filter(({ isActive }) => isActive).map(({ name }) => name) : null;
    return {
        objects,
        components: components.value,
        fields: objects.get("Opportunity")?.fields ?? new Map(),
        customFields: components.value.flatMap(({ type, name }) => {
            const isCustom = type === "CustomField" && name.startsWith("Opportunity.") && name.endsWith("__c");
            return isCustom ? [name.slice("Opportunity.".length)] : [];
        }),
        validationRules: active,
        flows: await gatherActiveFlows(reader)
    };
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
