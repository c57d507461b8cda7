import type { RecordRule } from "c/pwPolicy";
import { decision, formula } from "./flow/elements.ts";
import { ruleRecordReference } from "./spelling.ts";
import type { XmlElements } from "./xml.ts";

/** The element that asks whether anything is in force. */
export const isTheGateInUse = "Is_The_Gate_In_Use";

/** The decision by which a flow leaves while the gate is off, or where none of these rules is on. */
export function gateInUse(
    rules: readonly RecordRule[],
    { next, description }: { readonly next: string; readonly description: string }
): { readonly decision: XmlElements; readonly formula: XmlElements } {
    const isOff = rules.map(({ id }) => `{!${ruleRecordReference(id)}.Level__c} = "Off"`);
    return {
        decision: decision(
            { name: isTheGateInUse, description },
            [
                {
                    name: "Gate_Is_Off",
                    label: "Off",
                    when: [["$Setup.PW_Settings__c.Gate_Is_Off__c", "EqualTo", { boolean: true }]],
                    next: null
                },
                {
                    name: "No_Rule_Is_On",
                    label: "No Rule Is On",
                    when: [["noRuleIsOn", "EqualTo", { boolean: true }]],
                    next: null
                }
            ],
            { label: "In Use", next }
        ),
        formula: formula({ name: "noRuleIsOn" }, "Boolean", `AND(${isOff.join(",\n")})`)
    };
}
