import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { overlayFiles } from "../../gate/overlay.ts";
import { standardPlan } from "../../gate/overlayPlan.ts";
import { packageRoot } from "../../org/packageRoot.ts";
import type { DescribedField } from "../features.ts";
import type { DescribedObject } from "../gather/describeFields.ts";
import { countSlots, lacksSlots } from "../preflight/countSlots.ts";
import { findCollisions } from "../preflight/findCollisions.ts";
import { ourNames } from "../preflight/ourNames.ts";
import { described } from "./orgFeatures.ts";

const ours = ourNames(join(packageRoot(), "force-app/main"), overlayFiles(standardPlan));
const kind = ours.find(({ name }) => name === "Opportunity.PW_Kind__c");
const stamp = ours.find(({ name }) => name === "Opportunity.PW_Stage_Stamp__c");

function object(fields: Readonly<Record<string, DescribedField>>, label = "Opportunity"): DescribedObject {
    return { label, fields: new Map(Object.entries(fields)), picklists: new Map() };
}

describe("names that are taken", () => {
    const text = (label: string | null | undefined, help: string | null = null) =>
        described("string", { label: label ?? "", help });
    const rule = object({}, "Pipewright Rule");
    const rules = "Opportunity.PW_Products_Present";
    const anchors = ["CustomField Opportunity.PW_Stage_Stamp__c", "CustomObject PW_Rule__mdt"];
    const table: readonly [
        what: string,
        objects: Readonly<Record<string, DescribedObject>>,
        components: readonly string[],
        expected: readonly string[]
    ][] = [
        ["nothing in an org without ours", { Opportunity: object({}) }, [], []],
        ["nothing of an earlier version", { Opportunity: object({ PW_Kind__c: text(kind?.label) }) }, [], []],
        [
            "nothing where a label was changed",
            { Opportunity: object({ PW_Kind__c: text("Kind!", kind?.help) }) },
            [],
            []
        ],
        [
            "a field that says something else",
            { Opportunity: object({ PW_Kind__c: text("Power of attorney") }) },
            [],
            ["Opportunity.PW_Kind__c"]
        ],
        [
            "a field of another type",
            { Opportunity: object({ PW_Kind__c: described("double", { label: kind?.label ?? "" }) }) },
            [],
            ["Opportunity.PW_Kind__c"]
        ],
        ["an object of another label", { PW_Rule__mdt: object({}, "Power rule") }, [], ["PW_Rule__mdt"]],
        ["a flow in an org without ours", {}, ["Flow PW_Note_Move", "Flow Other"], ["PW_Note_Move"]],
        ["a component in an org without ours", {}, ["LightningComponentBundle pwPolicy"], ["pwPolicy"]],
        ["a validation rule in an org without ours", {}, [`ValidationRule ${rules}`], [rules]],
        [
            "no flow where ours is installed",
            { Opportunity: object({ PW_Stage_Stamp__c: text(stamp?.label) }), PW_Rule__mdt: rule },
            [...anchors, "Flow PW_Note_Move"],
            []
        ],
        [
            "no flow where ours is installed and hidden from this user",
            { Opportunity: object({}) },
            [...anchors, "Flow PW_Note_Move"],
            []
        ],
        [
            "a flow where only the names of ours are",
            { Opportunity: object({ PW_Stage_Stamp__c: text("Postage") }), PW_Rule__mdt: rule },
            [...anchors, "Flow PW_Note_Move"],
            ["Opportunity.PW_Stage_Stamp__c", "PW_Note_Move"]
        ]
    ];
    for (const [what, objects, components, expected] of table) {
        it(`are: ${what}`, () => {
            const named = components.map((each) => {
                const [type = "", name = ""] = each.split(" ");
                return { type, name };
            });
            const found = findCollisions(ours, { objects: new Map(Object.entries(objects)), components: named });
            assert.deepEqual(found.map(({ name }) => name).toSorted(), [...expected].toSorted());
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
