import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { autoNumber } from "../../schema/fields.ts";
import { baseFields, byName } from "../../schema/objects.ts";
import { LoadError } from "../loadError.ts";
import { loadTables } from "../load.ts";
import type { RowsOfOrg } from "../scope.ts";
import { freshOrg, objectNamed, table } from "./org.ts";

let org: RowsOfOrg;
beforeEach(() => {
    org = freshOrg();
    const number = autoNumber("Number__c", { displayFormat: "OR-{0000}", startingNumber: 7 }, { custom: true });
    org.schema.putObject({
        name: "Order__c",
        label: "Order",
        labelPlural: "Orders",
        keyPrefix: "a00",
        kind: "customObject",
        createable: true,
        updateable: true,
        deletable: true,
        fields: byName([...baseFields("customObject", "Order"), number])
    });
});

const numbers = () => org.store.readMany(objectNamed(org, "Order__c")).map((row) => row["Number__c"]);

function insert(): string {
    const object = objectNamed(org, "Order__c");
    const Id = org.store.newId(object);
    org.store.insert(object, { Id });
    return Id;
}

describe("an auto number", () => {
    it("counts from its starting number, written as its format says", () => {
        insert();
        insert();

        assert.deepEqual(numbers(), ["OR-0007", "OR-0008"]);
    });

    it("goes on after the highest number that a load brought", () => {
        loadTables(org, [table("Order__c", "Name,Number__c", "A,OR-0041", "B,", "C,OR-0012", "D,ours")]);

        insert();

        assert.deepEqual(numbers().sort(), ["OR-0012", "OR-0041", "OR-0042", "OR-0043", "ours"].sort());
    });

    it("is not given again after its row was deleted", () => {
        const id = insert();
        const object = objectNamed(org, "Order__c");
        org.store.bin.put(object, id, id);

        insert();

        assert.deepEqual(numbers(), ["OR-0008"]);
    });
});

describe("a load refuses", () => {
    const cases: readonly [what: string, column: string, message: RegExp][] = [
        ["a currency, for the org has one", "CurrencyIsoCode", /this org has one currency/],
        ["a field that is computed on reading", "HasOpenActivity", /it is computed whenever it is read/]
    ];

    for (const [what, column, message] of cases) {
        it(what, () => {
            const rows = table("Opportunity", `Name,StageName,CloseDate,${column}`, "A,Prospecting,2026-12-31,true");

            assert.throws(
                () => loadTables(org, [rows]),
                (error) => error instanceof LoadError && message.test(error.message)
            );
        });
    }
});
