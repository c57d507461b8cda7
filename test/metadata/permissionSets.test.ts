import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { XMLParser } from "fast-xml-parser";
import { stampFields } from "../../scripts/reconcile/stamp.ts";
import { readMetadataFiles } from "./metadataFiles.ts";

interface PermissionSet {
    readonly customMetadataTypeAccesses: readonly Record<string, string>[];
    readonly fieldPermissions: readonly { field: string; readable: string; editable: string }[];
    readonly objectPermissions: readonly Record<string, string>[];
    readonly tabSettings: readonly Record<string, string>[];
}

const parser = new XMLParser({
    parseTagValue: false,
    isArray: (name) => /(?:ermissions|Accesses|Settings)$/.test(name)
});
const sets = new Map(
    readMetadataFiles(join(import.meta.dirname, "../../force-app"))
        .filter(({ suffix }) => suffix === "permissionset")
        .map(({ name, xml }) => [name, (parser.parse(xml) as { PermissionSet: PermissionSet }).PermissionSet])
);

/** What people enter; flows write the rest. */
const enteredByPeople = [
    "Opportunity.PW_Loss_Reason__c",
    ...["Approver__c", "Asked_By__c", "In_Return__c", "Percent__c", "Reason__c"].map(
        (name) => `PW_Decision__c.${name}`
    ),
    "PW_Exception__c.Approver__c"
];

describe("the permission sets", () => {
    for (const [name, { fieldPermissions = [] }] of sets) {
        const editable = fieldPermissions.filter((each) => each.editable === "true").map(({ field }) => field);

        if (name === "PW_Reconcile") {
            it("let whoever reconciles write exactly what can be reconciled", () => {
                assert.deepEqual(editable.sort(), stampFields.map((field) => `Opportunity.${field}`).sort());
            });
            continue;
        }
        it(`let nobody write what flows write: ${name}`, () => {
            assert.deepEqual(
                editable.filter((field) => !enteredByPeople.includes(field)),
                []
            );
        });
    }

    it("grant a manager all that a rep is granted, and every fact about opportunities to read", () => {
        const [rep, manager, auditor] = ["PW_Rep", "PW_Manager", "PW_Auditor"].map((name) => sets.get(name));
        assert.ok(rep && manager && auditor);

        for (const kind of [
            "customMetadataTypeAccesses",
            "fieldPermissions",
            "objectPermissions",
            "tabSettings"
        ] as const) {
            const has = new Set(manager[kind].map((each) => JSON.stringify(each)));
            assert.deepEqual(
                rep[kind].filter((each) => !has.has(JSON.stringify(each))),
                [],
                kind
            );
        }
        const readable = new Set(manager.fieldPermissions.map(({ field }) => field));
        assert.deepEqual(
            auditor.fieldPermissions.map(({ field }) => field).filter((field) => !readable.has(field)),
            []
        );
    });
});
