import { readFileSync } from "node:fs";
import { putRecordType } from "../../../local-org/data/deployedRecordTypes.ts";
import { openStore } from "../../../local-org/data/openStore.ts";
import { fixedClock } from "../../../local-org/clock.ts";
import { seedOrg } from "../../../local-org/data/seedOrg.ts";
import { createSchema } from "../../../local-org/schema/createSchema.ts";
import { describeObject } from "../../../local-org/schema/describe.ts";
import type { Schema } from "../../../local-org/schema/schema.ts";
import { differenceOf } from "../describe/compareField.ts";
import type { DescribedField } from "../describe/compareField.ts";
import { explainedFields, newerFields, reasonFor } from "../describe/differences.ts";
import { sharedData } from "../shared.ts";
import type { ConformanceMiss, ConformanceResult, ConformanceSuite } from "../suite.ts";

const objects = ["Opportunity", "OpportunityContactRole", "Account", "Contact", "Lead"];

export const suite: ConformanceSuite = {
    id: "describe",
    title: "Describe: the fields of five standard objects",
    source: "describe answers recorded from real orgs by CumulusCI's tests",
    needsShared: true,
    run: () => Promise.resolve(compareAll())
};

function compareAll(): ConformanceResult {
    const schema = schemaOfRecordedOrg();
    const misses: ConformanceMiss[] = [];
    const ownOnly: string[] = [];
    let total = 0;
    for (const objectName of objects) {
        const [real, own] = [recordedFields(objectName), describedFields(schema, objectName)];
        total += real.size;
        for (const field of real.values()) {
            const name = `${objectName}.${field.name}`;
            const difference = differenceOf(field, own.get(field.name));
            if (difference !== null) misses.push({ name, ...difference, reason: reasonFor(name) });
        }
        ownOnly.push(...[...own.keys()].filter((name) => !real.has(name)).map((name) => `${objectName}.${name}`));
    }
    return { passed: total - misses.length, total, misses, refusals: [], remarks: remarksOn(misses, ownOnly) };
}

/** The recorded Account has a record type, and with it a field that an org without record types lacks. */
function schemaOfRecordedOrg(): Schema {
    const schema = createSchema();
    const clock = fixedClock("2026-06-30");
    const store = openStore(schema, ":memory:", clock);
    try {
        const org = { schema, store, clock };
        seedOrg(org);
        putRecordType(org, {
            objectName: "Account",
            developerName: "Household",
            label: "Household",
            description: null,
            isActive: true,
            businessProcess: null,
            picklists: new Map()
        });
        return schema;
    } finally {
        store.close();
    }
}

function recordedFields(objectName: string): Map<string, DescribedField> {
    const file = new URL(`describe/GET_sobjects_${objectName}_describe.0.json`, sharedData);
    const { fields } = JSON.parse(readFileSync(file, "utf8")) as { fields: DescribedField[] };
    return new Map(fields.map((field) => [field.name, field]));
}

function describedFields(schema: Schema, objectName: string): Map<string, DescribedField> {
    const object = schema.object(objectName);
    const fields: readonly DescribedField[] = object === undefined ? [] : describeObject(schema, object).fields;
    return new Map(fields.map((field) => [field.name, field]));
}

function remarksOn(misses: readonly ConformanceMiss[], ownOnly: readonly string[]): string[] {
    const missed = new Set(misses.map(({ name }) => name));
    const settled = [...explainedFields].filter((name) => !missed.has(name));
    return [
        "A case is one field of a recorded describe; it passes where type, length, nillable, createable, updateable, " +
            "picklist (values, labels, default, restricted) and relationship all agree.",
        ...ownOnly.map((name) => `Beyond the recorded fields: \`${name}\`, ${newerFields[name] ?? "not explained"}.`),
        ...settled.map((name) => `\`${name}\` agrees by now; its explanation is out of date.`)
    ];
}
