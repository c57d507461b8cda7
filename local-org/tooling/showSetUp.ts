import { Decimal } from "decimal.js";
import { flowVersions, versionType } from "../metadata/flowVersions.ts";
import type { Org } from "../org.ts";
import type { ToolingStore } from "./toolingStore.ts";

/**
 * Brings the rows about flows and validation rules up to what is deployed. Field updates of workflow rules have
 * none, truly: this org refuses to deploy workflow rules.
 */
export function showSetUp(tooling: ToolingStore, { schema, deployed }: Pick<Org, "schema" | "deployed">): void {
    const rules = schema.objects().flatMap((object) =>
        deployed.validationRules(object.name).map(({ name, active, displayField, message }) => ({
            ...{ ValidationName: name, EntityDefinitionId: object.name, Active: active },
            ...{ ErrorDisplayField: displayField, ErrorMessage: message }
        }))
    );
    tooling.show("ValidationRule", ["EntityDefinitionId", "ValidationName"], rules);
    showFlows(tooling, { deployed });
}

function showFlows(tooling: ToolingStore, { deployed }: Pick<Org, "deployed">): void {
    const versioned = deployed.components().filter(({ type }) => type === versionType);
    const names = [...new Set(versioned.map(({ fullName }) => fullName.replace(/-\d+$/, "")))];
    const definitions = tooling.show(
        "FlowDefinition",
        ["DeveloperName"],
        names.map((DeveloperName) => ({ DeveloperName }))
    );
    const versions = names.flatMap((name) =>
        flowVersions({ deployed }, name).map((version) => ({ version, DefinitionId: definitions.get(name) ?? "" }))
    );
    const rows = versions.map(({ version: { status, number }, DefinitionId }) => ({
        ...{ DefinitionId, VersionNumber: new Decimal(number), Status: status }
    }));
    const shown = tooling.show("Flow", ["DefinitionId", "VersionNumber"], rows);
    for (const name of names) {
        const definition = definitions.get(name) ?? "";
        const all = flowVersions({ deployed }, name);
        const idOf = (number: number | undefined) =>
            number === undefined ? null : (shown.get(`${definition} ${number}`) ?? null);
        tooling.update("FlowDefinition", definition, {
            ActiveVersionId: idOf(all.find(({ active }) => active)?.number),
            LatestVersionId: idOf(all.at(-1)?.number)
        });
    }
}
