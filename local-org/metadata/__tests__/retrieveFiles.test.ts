import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import { retrieveFiles } from "../retrieveFiles.ts";
import { contextOf, deploy, fieldOf, file, newOrg, problemsOf, ruleType, textField } from "./deployed.ts";

function deployedOrg(): OrgWithControls {
    const held = newOrg();
    const report = deploy(
        held,
        { ...ruleType.members, CustomField: ["Opportunity.Word__c"], Layout: ["Opportunity-Sales"] },
        {
            ...ruleType.files,
            "objects/Opportunity.object": file("CustomObject", textField("Word__c")),
            "layouts/Opportunity-Sales.layout": file("Layout", "")
        }
    );
    assert.deepEqual(problemsOf(report), []);
    return held;
}

const retrieve = (held: OrgWithControls, type: string, ...names: readonly string[]): ReturnType<typeof retrieveFiles> =>
    retrieveFiles(contextOf(held), [{ type, names }]);

describe("a retrieve", () => {
    it("takes * for all of a type, of objects the custom ones only", () => {
        const held = deployedOrg();

        assert.deepEqual(
            retrieve(held, "CustomObject", "*").found.map(({ fullName }) => fullName),
            ["PW_Rule__mdt"]
        );
        assert.deepEqual(
            [...retrieve(held, "Layout", "*").files.keys()],
            ["package.xml", "layouts/Opportunity-Sales.layout"]
        );
        assert.deepEqual(retrieve(held, "StandardValueSet", "*").found, []);
    });

    it("gives a standard object by its name, with what was deployed to it", () => {
        const { files, problems } = retrieve(deployedOrg(), "CustomObject", "Opportunity");

        assert.deepEqual(problems, []);
        assert.match(String(files.get("objects/Opportunity.object")), /<fields>\s*<fullName>Word__c<\/fullName>/);
    });

    it("says what there is none of, and which type it doesn't know", () => {
        const held = deployedOrg();

        assert.deepEqual(retrieve(held, "Layout", "Ghost").problems, [
            "Entity of type 'Layout' named 'Ghost' cannot be found"
        ]);
        assert.deepEqual(retrieve(held, "ApexClass", "*").problems, ["ApexClass is not supported by this local org"]);
        assert.deepEqual(retrieve(held, "FlowVersion", "*").files.size, 1, "only the manifest");
    });

    it("takes a folder of reports as sf names it, with a slash at its end, when it deploys and when it retrieves", () => {
        const held = newOrg();
        const files = {
            "reports/Board-meta.xml": file("ReportFolder", "<name>Board</name>"),
            "reports/Board/Won.report": file("Report", "<name>Won</name>")
        };
        assert.deepEqual(problemsOf(deploy(held, { Report: ["Board/", "Board/Won"] }, files)), []);

        const { files: back, problems } = retrieve(held, "Report", "Board/", "Board/Won");

        assert.deepEqual(problems, []);
        assert.deepEqual([...back.keys()], ["package.xml", ...Object.keys(files)]);
    });

    it("gives back what deploys again, unchanged", () => {
        const held = newOrg();
        const field = fieldOf("Number__c", "AutoNumber", "<displayFormat>OR-{0000}</displayFormat>");
        const members = { CustomField: ["Opportunity.Number__c"] };
        deploy(held, members, { "objects/Opportunity.object": file("CustomObject", field) });

        const { files } = retrieve(held, "CustomField", "Opportunity.Number__c");
        const path = "objects/Opportunity.object";
        const before = held.org.schema.object("Opportunity")?.fields.get("Number__c");

        assert.deepEqual(problemsOf(deploy(held, members, { [path]: String(files.get(path)) })), []);
        assert.deepEqual(held.org.schema.object("Opportunity")?.fields.get("Number__c"), before);
    });
});
