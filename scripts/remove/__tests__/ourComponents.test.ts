import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { packageRoot } from "../../org/packageRoot.ts";
import { readOurComponents } from "../ourComponents.ts";

describe("readOurComponents", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "pipewright-ours-"))));
    after(() => rmSync(folder, { recursive: true }));

    const write = (path: string): void => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), "<X/>");
    };

    it("finds every component of the package, with the one name that a manifest has for it", () => {
        const ours = readOurComponents(
            ["main", "overlay"].map((part) => ({ path: join(packageRoot(), "force-app", part), files: "all" }))
        );

        const names = new Set(ours.map(({ type, name }) => `${type} ${name}`));
        for (const expected of [
            "CustomField Opportunity.PW_Gaps__c",
            "CustomMetadata PW_Rule.Products_Present",
            "CustomObject PW_Decision__c",
            "CustomTab PW_Decision__c",
            "FlexiPage PW_Opportunity_Guidance",
            "Flow PW_Stamp_Opportunity",
            "LightningComponentBundle pwGuidance",
            "QuickAction Opportunity.PW_Log_Decision",
            "ValidationRule Opportunity.PW_Products_Present"
        ]) {
            assert.ok(names.has(expected), expected);
        }
        assert.ok(!names.has("CustomObject Opportunity"), "Salesforce's own object is not ours");
    });

    it("tells folders of reports from the reports in them, and what is escaped in a file's name", () => {
        write("reports/PW_All.reportFolder-meta.xml");
        write("reports/PW_All/PW_Slips.report-meta.xml");
        write("customMetadata/PW_Stage.A%26B.md-meta.xml");

        assert.deepEqual(
            readOurComponents([{ path: folder, files: "all" }]).map(({ type, name }) => `${type} ${name}`),
            ["CustomMetadata PW_Stage.A&B", "Report PW_All", "Report PW_All/PW_Slips"]
        );
    });

    it("takes no file of somebody else's for ours in a folder that both write to", () => {
        write("reports/PW_All.reportFolder-meta.xml");
        write("flows/Theirs.flow-meta.xml");

        const ours = readOurComponents([{ path: folder, files: new Set(["reports/PW_All.reportFolder-meta.xml"]) }]);

        assert.deepEqual(
            ours.map(({ name }) => name),
            ["PW_All"]
        );
        rmSync(join(folder, "flows"), { recursive: true });
    });

    it("refuses a file that it can't tell how to remove, and a folder that isn't there", () => {
        write("classes/PW_Thing.cls-meta.xml");

        assert.throws(
            () => readOurComponents([{ path: folder, files: "all" }]),
            /PW_Thing\.cls-meta\.xml: nobody can tell how this is removed/
        );
        assert.throws(() => readOurComponents([{ path: join(folder, "none"), files: "all" }]), /There is no folder/);
    });
});
