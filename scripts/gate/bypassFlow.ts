import { conjunction, developerName, formulaOfUnmet, printFormula, type RecordRule } from "c/pwPolicy";
import { guardOf, inBypassFlow } from "./guard.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { flowSpelling } from "./spelling.ts";
import { metadataXml, type XmlElements } from "./xml.ts";

/** After the stamp (1500), which it reads. */
const triggerOrder = "1600";

/**
 * The flow that notes a bypass: who, when and which rules would have refused the move. A validation rule
 * that lets somebody pass can't write, so the flow asks the same question, from the same rules.
 */
export function bypassFlowFile(rules: readonly RecordRule[]): WrittenFile {
    return {
        path: "flows/PW_Note_Bypass.flow-meta.xml",
        content: metadataXml("Flow", {
            apiVersion: "66.0",
            assignments: noteAssignment(),
            decisions: wasAnyRuleBypassed(),
            description:
                "Written from the rules. Where a holder of the bypass permission makes a move that blocking rules would have refused, it notes who, when and which rules on the opportunity.",
            environments: "Default",
            formulas: [...rules.map(refusalFormula), anyRuleBypassedFormula(rules), bypassedRulesFormula(rules)],
            interviewLabel: "PW Note Bypass {!$Flow.CurrentDateTime}",
            label: "PW Note Bypass",
            processMetadataValues: [
                { name: "BuilderType", value: { stringValue: "LightningFlowBuilder" } },
                { name: "CanvasMode", value: { stringValue: "AUTO_LAYOUT_CANVAS" } }
            ],
            processType: "AutoLaunchedFlow",
            start: {
                locationX: "50",
                locationY: "0",
                connector: { targetReference: "Was_Any_Rule_Bypassed" },
                filterFormula:
                    "AND(ISCHANGED({!$Record.StageName}), {!$Permission.PW_Bypass_Gate}, NOT({!$Setup.PW_Settings__c.Gate_Is_Off__c}))",
                object: "Opportunity",
                recordTriggerType: "Update",
                triggerType: "RecordBeforeSave"
            },
            status: "Active",
            triggerOrder
        })
    };
}

function refusalFormula(rule: RecordRule): XmlElements {
    return {
        description: `Written from rule ${rule.id}: true where the rule would refuse this move.`,
        name: developerName(rule.id),
        dataType: "Boolean",
        expression: printFormula(
            conjunction([guardOf(rule, inBypassFlow), formulaOfUnmet(rule, flowSpelling(rule.id))])
        )
    };
}

function anyRuleBypassedFormula(rules: readonly RecordRule[]): XmlElements {
    const names = rules.map((rule) => `{!${developerName(rule.id)}}`);
    return { name: "anyRuleBypassed", dataType: "Boolean", expression: `OR(${names.join(", ")})` };
}

/** ";"-separated ids. 255 characters hold eight ids of 30; the text is cut there rather than the save lost. */
function bypassedRulesFormula(rules: readonly RecordRule[]): XmlElements {
    const parts = rules.map((rule) => `IF({!${developerName(rule.id)}}, "${rule.id};", "")`);
    return { name: "bypassedRules", dataType: "String", expression: `LEFT(${parts.join(" &\n")}, 255)` };
}

function wasAnyRuleBypassed(): XmlElements {
    return {
        name: "Was_Any_Rule_Bypassed",
        label: "Was Any Rule Bypassed?",
        locationX: "182",
        locationY: "150",
        defaultConnectorLabel: "None",
        rules: {
            name: "Some_Rule_Was_Bypassed",
            conditionLogic: "and",
            conditions: {
                leftValueReference: "anyRuleBypassed",
                operator: "EqualTo",
                rightValue: { booleanValue: "true" }
            },
            label: "Some",
            connector: { targetReference: "Note_The_Bypass" }
        }
    };
}

function noteAssignment(): XmlElements {
    const assign = (field: string, source: string): XmlElements => ({
        assignToReference: `$Record.${field}`,
        operator: "Assign",
        value: { elementReference: source }
    });
    return {
        name: "Note_The_Bypass",
        label: "Note the Bypass",
        locationX: "50",
        locationY: "258",
        assignmentItems: [
            assign("PW_Bypassed_Rules__c", "bypassedRules"),
            assign("PW_Bypassed_At__c", "$Flow.CurrentDateTime"),
            assign("PW_Bypassed_By__c", "$User.Id")
        ]
    };
}
