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

/** What flows write and nobody else: the stamp, and what is noted of one move. */
const writtenByFlows = [...stampFields, "PW_Gaps__c", "PW_Exempt_Rules__c"].concat(
    ["At", "By", "Rules"].map((what) => `PW_Bypassed_${what}__c`)
);

describe("the permission sets", () => {
    it("let nobody write a stamp, but whoever reconciles", () => {
        const writers = [...sets].flatMap(([name, { fieldPermissions = [] }]) =>
            fieldPermissions
                .filter(
                    ({ field, editable }) => editable === "true" && writtenByFlows.includes(field.split(".")[1] ?? "")
                )
                .map(({ field }) => `${name} ${field}`)
        );

        assert.deepEqual(
            writers.filter((each) => !each.startsWith("PW_Reconcile ")),
            []
        );
        assert.ok(writers.length > 0, "PW_Reconcile writes what drifted");
    });

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
