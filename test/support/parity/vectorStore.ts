import { Decimal } from "decimal.js";
import { factDefinitions, type FactName, type Facts, type SoqlPredicate } from "c/pwPolicy";
import { fixedClock } from "../../../local-org/clock.ts";
import { openStore } from "../../../local-org/data/openStore.ts";
import type { Value } from "../../../local-org/data/value.ts";
import type { RunningUser } from "../../../local-org/people/people.ts";
import { createSchema } from "../../../local-org/schema/createSchema.ts";
import { field } from "../../../local-org/schema/fields.ts";
import { executeSoql } from "../../../local-org/soql/executeSoql.ts";
import { parityToday } from "./vectors.ts";
import type { FindVectors } from "./worlds.ts";

/** Facts kept as rows of Opportunity, and the way to ask SOQL which of them a predicate finds. */
export function storeVectors(vectors: readonly Facts[]): { find: FindVectors; close(): void } {
    const schema = createSchema();
    const store = openStore(schema);
    for (const [name, { type }] of Object.entries(factDefinitions).filter(([name]) => name.startsWith("PW_"))) {
        const kind =
            type === "number"
                ? ({ type: "double", precision: 7, scale: 2 } as const)
                : ({ type: "string", length: 255 } as const);
        schema.putField("Opportunity", field(name, kind.type, { ...kind, custom: true }));
    }
    const opportunity = schema.object("Opportunity");
    if (opportunity === undefined) {
        throw new Error("The local org has no Opportunity.");
    }
    vectors.forEach((facts, index) => {
        const values = Object.fromEntries(
            Object.entries(facts).map(([name, fact]) => [name, valueOf(name as FactName, fact)])
        );
        store.insert(opportunity, { ...values, Id: store.newId(opportunity), Name: String(index), IsDeleted: false });
    });
    const context = { schema, store, clock: fixedClock(parityToday), user: everything };
    return { find: (predicate) => findBy(predicate, vectors.length, context), close: () => store.close() };
}

function findBy(
    predicate: SoqlPredicate,
    count: number,
    context: Parameters<typeof executeSoql>[0]
): Set<number> | null {
    if (predicate === "never" || predicate === "always") {
        return new Set(predicate === "never" ? [] : Array(count).keys());
    }
    if ("notExpressible" in predicate) {
        return null;
    }
    const { records } = executeSoql(context, `SELECT Name FROM Opportunity WHERE ${predicate.where}`);
    return new Set([...records].map((record) => Number(record["Name"])));
}

function valueOf(name: FactName, fact: Facts[FactName]): Value {
    if (fact === undefined || fact === null) {
        return null;
    }
    return factDefinitions[name].type === "number" ? new Decimal(String(fact)) : fact;
}

const everything: RunningUser = {
    id: "005000000000001AAA",
    username: "parity@example.com",
    name: "Parity",
    profileName: "System Administrator",
    language: "en_US",
    isAdministrator: true,
    viewsAllData: true,
    viewsAllRecordsOf: () => true,
    modifiesAllRecordsOf: () => true,
    hasCustomPermission: () => false,
    canReadObject: () => true,
    canCreateObject: () => true,
    canEditObject: () => true,
    canDeleteObject: () => true,
    canReadField: () => true,
    canEditField: () => true
};
