import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { overlayFiles } from "../../gate/overlay.ts";
import { standardPlan } from "../../gate/overlayPlan.ts";
import { packageRoot } from "../../org/packageRoot.ts";
import type { DescribedField } from "../features.ts";
import type { MadeComponent } from "../gather/readMade.ts";
import { countSlots, lacksSlots } from "../preflight/countSlots.ts";
import { findCollisions, nameKey } from "../preflight/findCollisions.ts";
import { ourNames } from "../preflight/ourNames.ts";
import { described } from "./orgFeatures.ts";

const ours = ourNames(join(packageRoot(), "force-app/main"), overlayFiles({ ...standardPlan, hasPath: true }));
/** As it stands in an org; a flow's text may name others. */
function inOrg(key: string, changes: Partial<MadeComponent> = {}): [string, MadeComponent] {
    const said = ours.find((each) => nameKey(each) === key);
    assert.ok(said, `${key} is not ours`);
    return [key, { ...said, text: "", ...changes }];
}

describe("names that are taken", () => {
    const kind = "CustomField Opportunity.PW_Kind__c";
    const gaps = "CustomField Opportunity.PW_Gaps__c";
    const stamp = "CustomField Opportunity.PW_Stage_Stamp__c";
    const rules = "CustomObject PW_Rule__mdt";
    const decision = "CustomObject PW_Decision__c";
    const rule = "ValidationRule Opportunity.PW_Products_Present";
    const move = "Flow PW_Note_Move";
    const installed = [inOrg(stamp), inOrg(rules), inOrg(kind)];
    const theirs = { label: "Theirs", help: null, description: "Theirs" };
    const table: readonly [
        what: string,
        made: readonly [string, MadeComponent | null][],
        expected: readonly string[]
    ][] = [
        ["nothing in an org without ours", [], []],
        ["nothing of an earlier version", [inOrg(kind, { help: "Before", description: "Before" })], []],
        ["nothing where a label was changed", [inOrg(kind, { label: "Kind!" })], []],
        ["a field that says something else", [inOrg(kind, theirs)], [kind]],
        ["a field of another type", [inOrg(kind, { fieldType: "Number" })], [kind]],
        ["an object that says something else", [inOrg(rules, theirs)], [rules]],
        ["a flow in an org without ours", [inOrg(move, theirs)], [move]],
        [
            "a component that can't be read, in an org without ours",
            [["LightningComponentBundle pwPolicy", null]],
            ["LightningComponentBundle pwPolicy"]
        ],
        [
            "no component that can't be read, where ours is installed",
            [...installed, ["LightningComponentBundle pwPolicy", null]],
            []
        ],
        [
            "no flow of an earlier version, where ours is installed",
            [...installed, inOrg(move, { ...theirs, text: "$Record.PW_Kind__c" })],
            []
        ],
        ["a rule of their own beside ours", [...installed, inOrg(rule, theirs)], [rule]],
        [
            "a rule that reads a field of theirs by a name of ours",
            [...installed, inOrg(gaps, theirs), inOrg(rule, { ...theirs, text: "PW_Gaps__c" })],
            [gaps, rule]
        ],
        [
            "a flow where only the names of ours are",
            [inOrg(stamp, theirs), inOrg(rules), inOrg(move, { ...theirs, text: "PW_Rule__mdt" })],
            [stamp, move]
        ],
        [
            "no list view and no rule inside an object of ours",
            [...installed, inOrg(decision), inOrg("ListView PW_Decision__c.PW_Awaiting_Approval", theirs)],
            []
        ],
        ...[
            "ReportType PW_Decisions",
            "Dashboard PW_Pipewright/PW_Pipeline",
            "Report PW_Pipewright/PW_Exceptions_In_Force",
            "CustomTab PW_Decision__c",
            "FlowTest PW_Exception_Starts_Undecided",
            "QuickAction Opportunity.PW_Log_Decision",
            "PathAssistant PW_Path"
        ].map((each): [string, [string, MadeComponent][], string[]] => [
            `${each}, whatever is there already`,
            [...installed, inOrg(each, theirs)],
            [each]
        ])
    ];
    for (const [what, made, expected] of table) {
        it(`are: ${what}`, () => {
            const components = made.map(([key]) => {
                const [type = "", name = ""] = key.split(" ");
                return { type, name };
            });
            const told = new Map(made.flatMap(([key, said]) => (said === null ? [] : [[key, said] as const])));
            const found = findCollisions(ours, { components, made: told });
            assert.deepEqual(found.map(nameKey).toSorted(), [...expected].toSorted());
        });
    }
});

describe("what an org has only so many of", () => {
    const rollUps = (count: number) =>
        Object.fromEntries(
            Array.from({ length: count }, (_, n) => [`Sum_${n}__c`, described("double", { isRollUp: true })])
        );
    const count = (
        fields: Readonly<Record<string, DescribedField>>,
        flows: readonly string[] | null = [],
        hidden: readonly string[] = []
    ) => {
        const customFields = [...Object.keys(fields).filter((name) => name.endsWith("__c")), ...hidden];
        return countSlots(ours, {
            fields: new Map(Object.entries(fields)),
            customFields,
            validationRules: [],
            flows
        });
    };

    it("counts what is used, and what a deploy would add", () => {
        const before = count({ Amount: described("currency"), ...rollUps(3) }).find(({ kind: of }) => of === "rollUps");
        const after = count({ ...rollUps(3), PW_Line_Count__c: described("double", { isRollUp: true }) }).find(
            ({ kind: of }) => of === "rollUps"
        );

        assert.equal(before?.used, 3);
        assert.equal(after?.used, 4);
        assert.equal(after.added, before.added - 1);
    });

    it("counts those of ours that this user may not see", () => {
        const [rollUpsSeen] = count(rollUps(3));
        const [rollUpsHidden, fields] = count(rollUps(3), [], ["PW_Line_Count__c"]);

        assert.equal(rollUpsHidden?.used, 4);
        assert.equal(rollUpsHidden.added, (rollUpsSeen?.added ?? 0) - 1);
        assert.equal(fields?.used, 4);
    });

    it("says where too few are left", () => {
        const lacking = (fields: number) =>
            count(rollUps(fields))
                .filter(lacksSlots)
                .map(({ kind: of }) => of);
        assert.deepEqual(lacking(3), []);
        assert.deepEqual(lacking(24), ["rollUps"]);
    });

    it("leaves out what could not be read", () => {
        assert.deepEqual(
            count({}, null).map(({ kind: of }) => of),
            ["rollUps", "fields", "validationRules"]
        );
    });
});
