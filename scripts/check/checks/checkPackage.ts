import type { Finding } from "../finding.ts";
import type { Check, PackageContents, SetUp } from "../setUp.ts";

/** Whether nothing of the package is in the org: every other finding would follow from that. */
export function isMissing(setUp: SetUp, contents: PackageContents): boolean {
    return [...contents.fields].every(([name, fields]) => {
        const object = setUp.objects.get(name);
        const described = object !== undefined && "value" in object ? object.value : null;
        return described === null || !fields.some((field) => described.fields.has(field));
    });
}

/** Objects and fields that the package brings, and the org or its user lacks. */
export const checkFields: Check = ({ objects }, { fields }) =>
    [...fields].flatMap(([name, ours]): Finding[] => {
        const object = objects.get(name);
        if (object === undefined || "unreadable" in object) {
            return [{ code: "unreadable", args: { what: name, reason: object?.unreadable ?? "not asked for" } }];
        }
        if (object.value === null) {
            return [{ code: "objectMissing", args: { object: name } }];
        }
        const seen = object.value.fields;
        const missing = ours.filter((field) => !seen.has(field));
        return missing.length === 0 ? [] : [{ code: "fieldsMissing", args: { object: name, fields: missing } }];
    });

/** Flows that the package brings, and that don't run, or not as they were deployed last. */
export const checkFlows: Check = ({ flows }, contents) => {
    if ("unreadable" in flows) {
        return [{ code: "unreadable", args: { what: "FlowDefinition", reason: flows.unreadable } }];
    }
    return contents.flows.flatMap((flow): Finding[] => {
        const found = flows.value.find(({ name }) => name === flow);
        if (found === undefined) {
            return [{ code: "flowMissing", args: { flow } }];
        }
        if (!found.isActive) {
            return [{ code: "flowInactive", args: { flow } }];
        }
        return found.runsLatest ? [] : [{ code: "flowOutdated", args: { flow } }];
    });
};

/** The validation rules that refuse a save. */
export const checkValidationRules: Check = ({ validationRules }, contents) => {
    if ("unreadable" in validationRules) {
        return [{ code: "unreadable", args: { what: "ValidationRule", reason: validationRules.unreadable } }];
    }
    const isActive = new Map(validationRules.value.map((rule) => [rule.name, rule.isActive]));
    return contents.validationRules.flatMap((rule): Finding[] => {
        if (isActive.get(rule) === true) {
            return [];
        }
        return [{ code: isActive.has(rule) ? "validationRuleInactive" : "validationRuleMissing", args: { rule } }];
    });
};
