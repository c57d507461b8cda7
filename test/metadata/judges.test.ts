import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { problemsWithLength, problemsWithPrefix, problemsWithWords } from "./houseRules.ts";
import type { MetadataFile } from "./metadataFiles.ts";
import { readMetadataTypes } from "./metadataTypes.ts";
import { problemsInXml } from "./problemsInXml.ts";

const types = readMetadataTypes();
const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

describe("the judge of a -meta.xml", () => {
    const good =
        "<active>true</active><errorConditionFormula>TRUE</errorConditionFormula><errorMessage>No.</errorMessage>";

    it("finds nothing wrong with a good file", () => {
        assert.deepEqual(problemsInXml(validationRule(good), types), []);
    });

    const bad: readonly (readonly [what: string, xml: string, problem: RegExp])[] = [
        ["a file that is no XML", "<ValidationRule>", /line 1/],
        ["a missing namespace", `<ValidationRule>${good}</ValidationRule>`, /lacks xmlns/],
        [
            "an unknown type",
            validationRule(good).replaceAll("ValidationRule", "ValidityRule"),
            /ValidityRule is no metadata type/
        ],
        ["an unknown element", validationRule(`${good}<errorField>X</errorField>`), /has no element errorField/],
        ["a missing element", validationRule(good.replace(/<active>.*<[/]active>/, "")), /lacks active/],
        ["an element given twice", validationRule(`${good}<active>true</active>`), /active more than once/],
        ["a boolean that is none", validationRule(good.replace("true", "yes")), /active is "yes"/],
        ["text among elements", validationRule(`${good}stray`), /holds the text "stray"/],
        ["an element inside a value", validationRule(good.replace("No.", "<b>No.</b>")), /errorMessage holds elements/],
        ["a number that is none", field("<length>ten</length><type>Text</type>"), /length is "ten"/],
        ["an unknown choice", field("<type>Varchar</type>"), /type is "Varchar"/],
        [
            "repeated elements that stand apart",
            flow(`${variable("a")}<label>x</label>${variable("b")}`),
            /variables in several places/
        ]
    ];

    for (const [what, xml, problem] of bad) {
        it(`names ${what}`, () => {
            assert.match(problemsInXml(xml, types).join("\n"), problem);
        });
    }
});

describe("the house rules of metadata", () => {
    it("ask every field for a description and a help text", () => {
        const bare = file({ suffix: "field", name: "PW_Kind__c", xml: field("<type>Text</type>") });

        assert.deepEqual(problemsWithWords(bare), ["has no description", "has no inlineHelpText"]);
    });

    it("do not take a description of something inside for the thing's own", () => {
        const inner = "    <assignments>\n        <description>Inner.</description>\n    </assignments>\n";
        const flowFile = file({ suffix: "flow", name: "PW_Stamp", xml: `<Flow>\n${inner}</Flow>` });

        assert.deepEqual(problemsWithWords(flowFile), ["has no description"]);
    });

    const prefixes: readonly (readonly [file: Partial<MetadataFile>, problems: readonly string[]])[] = [
        [{ suffix: "field", name: "Loss_Reason__c", object: "Opportunity" }, ["does not begin with PW_"]],
        [{ suffix: "field", name: "Position__c", object: "PW_Stage__mdt" }, []],
        [{ suffix: "object", name: "Opportunity", object: "Opportunity" }, []],
        [{ suffix: "object", name: "Decision__c", object: "Decision__c" }, ["does not begin with PW_"]],
        [{ suffix: "js", name: "policy" }, ["does not begin with pw"]],
        [{ suffix: "js", name: "pwPolicy" }, []],
        [{ suffix: "md", name: "PW_Stage.Prospecting" }, []],
        [{ suffix: "quickAction", name: "Opportunity.PW_Log_Decision" }, []],
        [{ suffix: "quickAction", name: "Opportunity.Log_Decision" }, ["does not begin with PW_"]],
        [{ suffix: "translation", name: "zh_TW" }, []]
    ];

    for (const [given, problems] of prefixes) {
        it(`${problems.length === 0 ? "let" : "refuse"} the ${given.suffix} ${given.name}`, () => {
            assert.deepEqual(problemsWithPrefix(file(given)), problems);
        });
    }

    it("count characters as Setup does, references resolved", () => {
        const message = (length: number): string => `    <errorMessage>${"&lt;".repeat(length)}</errorMessage>\n`;
        const rule = (length: number): MetadataFile =>
            file({ suffix: "validationRule", xml: validationRule(`\n${message(length)}`) });

        assert.deepEqual(problemsWithLength(rule(255)), []);
        assert.deepEqual(problemsWithLength(rule(256)), ["has a errorMessage of 256 characters; 255 are allowed"]);
    });

    it("refuse a name that is too long", () => {
        assert.deepEqual(problemsWithLength(file({ name: `PW_${"x".repeat(38)}__c` })), [
            "has a name of more than 40 characters"
        ]);
    });
});

function file(given: Partial<MetadataFile>): MetadataFile {
    return { path: "planted", suffix: "field", name: "PW_Planted__c", object: null, xml: "", ...given };
}

function validationRule(content: string): string {
    return `<?xml version="1.0"?><ValidationRule ${namespace}>${content}</ValidationRule>`;
}

function field(content: string): string {
    return `<CustomField ${namespace}>${content}</CustomField>`;
}

function flow(content: string): string {
    return `<Flow ${namespace}>${content}</Flow>`;
}

function variable(name: string): string {
    return `<variables><name>${name}</name><dataType>String</dataType></variables>`;
}
