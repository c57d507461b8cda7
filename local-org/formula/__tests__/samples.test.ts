/** The sample formulas of Salesforce Help, with the values that formulon's author expects (leifg/formulon, MIT). */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { result } from "./scopeOf.ts";
import type { Field } from "./scopeOf.ts";

const folder = new URL("../../../../shared/data/formulas/samples/", import.meta.url);
const skip = existsSync(folder) ? false : "the sample formulas are not here (../shared/data/formulas/samples)";

/** What this org answers otherwise, and why. */
const exceptions: Readonly<Record<string, string>> = {
    "Compound Interest": "expects ^ to bind tighter than *, which it does not on the platform",
    "Application API Link": "GETSESSIONID is refused by name"
};

interface Typed {
    readonly dataType: string;
    readonly value: string | number | boolean | null;
}

interface Example {
    readonly name: string;
    readonly formula: string;
    readonly suites: readonly {
        readonly context: string;
        readonly identifiers: Readonly<Record<string, Typed>>;
        readonly expectedResult: Typed;
    }[];
}

describe("the sample formulas of Salesforce Help", { skip }, () => {
    const files = skip ? [] : readdirSync(folder).filter((name) => name.endsWith(".json"));
    const examples = files.flatMap(
        (name) => (JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { examples: Example[] }).examples
    );

    for (const example of examples) {
        for (const suite of example.suites) {
            it(`${example.name}: ${suite.context}`, { skip: exceptions[example.name] ?? false }, () => {
                const fields = Object.entries(suite.identifiers).map(
                    ([name, typed]) => [name, fieldOf(known(example, name, typed))] as const
                );

                assertNear(
                    result(example.formula, Object.fromEntries(fields), { nullMode: "blankAsBlank" }),
                    suite.expectedResult
                );
            });
        }
    }
});

/** A blank is written without its type; another suite of the same formula has it. */
function known(example: Example, name: string, { dataType, value }: Typed): Typed {
    const types = example.suites.map((suite) => suite.identifiers[name]?.dataType ?? "null");
    return { dataType: dataType === "null" ? (types.find((type) => type !== "null") ?? "text") : dataType, value };
}

function fieldOf({ dataType, value }: Typed): Field {
    switch (dataType) {
        case "number":
            return { type: "number", value: value === null ? null : new Decimal(String(value)) };
        case "checkbox":
            return { type: "boolean", value: value === true };
        case "datetime":
            return { type: "datetime", value: value === null ? null : new Date(String(value)).toISOString() };
        case "date":
        case "picklist":
            return { type: dataType, value: value === null ? null : String(value) };
        default:
            return { type: "text", value: value === null ? null : String(value) };
    }
}

/** The samples were computed in double precision. */
function assertNear(actual: string | boolean | null, { dataType, value }: Typed): void {
    if (dataType !== "number") {
        assert.equal(actual, value === "" ? null : value);
        return;
    }
    const difference = new Decimal(String(actual)).sub(String(value)).abs();
    assert.ok(
        difference.lte(new Decimal(String(value)).abs().mul("1e-13")),
        `${String(actual)} is not ${String(value)}`
    );
}
