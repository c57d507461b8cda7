import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { createSchema } from "../createSchema.ts";
import { describeGlobal, describeObject } from "../describe.ts";
import type { Describer } from "../describe.ts";

const answers = new URL("../../../../shared/data/describe/", import.meta.url);
const skip = existsSync(answers) ? false : "the recorded describe answers are not here";

interface RecordedField {
    readonly name: string;
    readonly [property: string]: unknown;
}

interface Recorded {
    readonly keyPrefix: string;
    readonly fields: readonly RecordedField[];
    readonly childRelationships: readonly { childSObject: string; field: string; [property: string]: unknown }[];
}

const compared = [
    "type",
    "label",
    "length",
    "byteLength",
    "precision",
    "scale",
    "digits",
    "nillable",
    "createable",
    "updateable",
    "filterable",
    "sortable",
    "groupable",
    "aggregatable",
    "permissionable",
    "defaultedOnCreate",
    "defaultValue",
    "idLookup",
    "nameField",
    "relationshipName",
    "restrictedPicklist",
    "soapType",
    "unique",
    "extraTypeInfo",
    "compoundFieldName",
    "calculated",
    "cascadeDelete",
    "restrictedDelete",
    "picklistValues"
] as const;

/** Where this org differs, and why. */
const argued: Readonly<Record<string, string>> = {
    "Opportunity.Fiscal.byteLength": "the platform counts three bytes a character everywhere but here",
    "Opportunity.PushCount": "the recorded org is of a release before this field"
};

function recorded(objectName: string): Recorded {
    return JSON.parse(readFileSync(new URL(`GET_sobjects_${objectName}_describe.0.json`, answers), "utf8")) as Recorded;
}

function described(objectName: string, user?: Describer) {
    const schema = createSchema();
    const object = schema.object(objectName);
    assert.ok(object);
    return describeObject(schema, object, user);
}

describe("the describe of a standard object", { skip }, () => {
    for (const name of ["Opportunity", "OpportunityContactRole", "Account", "Contact", "Lead"]) {
        it(`says of each field of ${name} what a real org says`, () => {
            const real = recorded(name);
            const differences = described(name).fields.flatMap((field) => {
                const realField = real.fields.find((each) => each.name === field.name);
                if (realField === undefined) {
                    const difference = `${name}.${field.name}`;
                    return argued[difference] === undefined ? [`${difference} is not in a real org`] : [];
                }
                return compared
                    .filter((property) => JSON.stringify(field[property]) !== JSON.stringify(realField[property]))
                    .map((property) => `${name}.${field.name}.${property}`)
                    .filter((difference) => argued[difference] === undefined)
                    .map((difference) => {
                        const property = difference.split(".")[2] as (typeof compared)[number];
                        return `${difference}: ${JSON.stringify(field[property])}, really ${JSON.stringify(realField[property])}`;
                    });
            });

            assert.deepEqual(differences, []);
        });

        it(`has the properties of a real describe of ${name}, its fields and child relationships`, () => {
            const real = recorded(name) as unknown as Record<string, unknown>;
            const own = described(name) as unknown as Record<string, unknown>;
            const first = (value: unknown): object => (value as object[])[0] ?? {};

            const optional = ["sobjectDescribeOption", "associateEntityType", "associateParentEntity"];
            const missing = Object.keys(real).filter((key) => !(key in own) && !optional.includes(key));
            assert.deepEqual(missing, []);
            assert.deepEqual(Object.keys(first(own["fields"])).sort(), Object.keys(first(real["fields"])).sort());
            assert.equal(own["keyPrefix"], real["keyPrefix"]);
        });

        it(`names the child relationships of ${name} as a real org does`, () => {
            const real = recorded(name).childRelationships;
            const differences = described(name).childRelationships.flatMap((own) => {
                const same = real.find((each) => each.childSObject === own.childSObject && each.field === own.field);
                const { relationshipName, cascadeDelete } = own;
                const isSame =
                    same?.["relationshipName"] === relationshipName && same["cascadeDelete"] === cascadeDelete;
                return isSame ? [] : [{ own, real: same }];
            });

            assert.deepEqual(differences, []);
        });
    }
});

describe("a describe", () => {
    const restricted: Describer = {
        canReadObject: (object) => object !== "Lead",
        canCreateObject: (object) => object !== "Account" && object !== "Contact",
        canEditObject: (object) => object !== "Account",
        canDeleteObject: (object) => object !== "Account" && object !== "Task",
        canReadField: (object, field) => object !== "Lead" && field !== "Amount",
        canEditField: (object, field) => object !== "Account" && field !== "NextStep"
    };

    it("leaves out a field that the user may not read", () => {
        const names = described("Opportunity", restricted).fields.map((field) => field.name);

        assert.equal(names.includes("Amount"), false);
        assert.equal(names.includes("StageName"), true);
    });

    it("shows a field that the user may not edit as read only", () => {
        const fields = new Map(described("Opportunity", restricted).fields.map((field) => [field.name, field]));

        assert.equal(fields.get("NextStep")?.createable, false);
        assert.equal(fields.get("NextStep")?.updateable, false);
        assert.equal(fields.get("StageName")?.updateable, true);
    });

    it("shows an object that the user may not edit as read only", () => {
        const { createable, updateable, deletable } = described("Account", restricted);

        assert.deepEqual(
            { createable, updateable, deletable },
            { createable: false, updateable: false, deletable: false }
        );
    });

    it("tells what may be created from what may be edited and what may be deleted", () => {
        const [contact, task] = [described("Contact", restricted), described("Task", restricted)];
        const lastName = contact.fields.find((field) => field.name === "LastName");

        assert.deepEqual([contact.createable, contact.updateable, contact.deletable], [false, true, true]);
        assert.deepEqual([task.createable, task.updateable, task.deletable], [true, true, false]);
        assert.deepEqual([lastName?.createable, lastName?.updateable], [false, true]);
    });

    it("lists only the objects that the user may see", () => {
        const names = describeGlobal(createSchema(), restricted).sobjects.map((object) => object.name);

        assert.equal(names.includes("Lead"), false);
        assert.equal(names.includes("Opportunity"), true);
    });

    it("offers the ten standard stages and lets others be written", () => {
        const stage = described("Opportunity").fields.find((field) => field.name === "StageName");

        assert.equal(stage?.picklistValues.length, 10);
        assert.equal(stage?.restrictedPicklist, false);
    });

    it("names neither record types nor currencies, which this org doesn't have", () => {
        const schema = createSchema();
        const names = schema.objects().flatMap((object) => [...object.fields.keys()]);

        assert.equal(names.includes("RecordTypeId"), false);
        assert.equal(names.includes("CurrencyIsoCode"), false);
    });
});
