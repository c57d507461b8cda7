import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createSchema } from "../createSchema.ts";
import { currency } from "../fields.ts";
import type { ObjectSchema } from "../objectSchema.ts";
import { baseFields, byName, freeKeyPrefix } from "../objects.ts";

function customObject(name: string, keyPrefix: string): ObjectSchema {
    return {
        name,
        label: name,
        labelPlural: name,
        keyPrefix,
        kind: "customObject",
        createable: true,
        updateable: true,
        deletable: true,
        fields: byName(baseFields("customObject", name))
    };
}

describe("the schema", () => {
    it("finds objects, fields and relationships whatever the case of their names", () => {
        const schema = createSchema();
        const opportunity = schema.object("OPPORTUNITY");

        assert.ok(opportunity);
        assert.equal(schema.field(opportunity, "stagename")?.name, "StageName");
        assert.equal(schema.parentRelationship(opportunity, "account")?.name, "AccountId");
        assert.equal(schema.field(opportunity, "RecordTypeId"), undefined);
    });

    it("knows the object of an Id by its first three characters", () => {
        assert.equal(createSchema().objectOfId("00kPW0000000001YAA")?.name, "OpportunityLineItem");
    });

    it("refers only to objects that it has", () => {
        const schema = createSchema();
        const missing = schema
            .objects()
            .flatMap((object) => [...object.fields.values()].flatMap((field) => field.reference?.to ?? []))
            .filter((name) => schema.object(name) === undefined);

        assert.deepEqual(missing, []);
    });

    it("gives an added field to everyone who asks afterwards, and to its followers", () => {
        const schema = createSchema();
        const followed: string[] = [];
        schema.follow({
            objectPut: (object) => followed.push(object.name),
            objectRemoved: (object) => followed.push(`-${object.name}`)
        });

        schema.putField("opportunity", currency("PW_List__c", { custom: true }));
        schema.putObject(customObject("PW_Note__c", "a00"));
        schema.removeObject("PW_Note__c");

        assert.equal(schema.object("Opportunity")?.fields.get("PW_List__c")?.scale, 2);
        assert.deepEqual(followed, ["Opportunity", "PW_Note__c", "-PW_Note__c"]);
    });

    it("has one field where one is replaced under another spelling", () => {
        const schema = createSchema();
        schema.putField("Opportunity", currency("AMOUNT"));
        const names = [...(schema.object("Opportunity")?.fields.keys() ?? [])];

        assert.equal(names.filter((name) => name.toLowerCase() === "amount").length, 1);
    });

    it("refuses to change an object that isn't there", () => {
        assert.throws(() => createSchema().removeField("Deal__c", "Name"), /'Deal__c' is not supported/);
    });

    it("refuses a key prefix that another object has", () => {
        assert.throws(() => createSchema().putObject(customObject("PW_Note__c", "006")), /belongs to Opportunity/);
    });

    it("hands out key prefixes that nobody has", () => {
        const schema = createSchema();
        schema.putObject(customObject("PW_Note__c", freeKeyPrefix(schema, "customObject")));

        assert.equal(schema.object("PW_Note__c")?.keyPrefix, "a00");
        assert.equal(freeKeyPrefix(schema, "customObject"), "a01");
        assert.equal(freeKeyPrefix(schema, "customMetadata"), "m00");
    });
});
