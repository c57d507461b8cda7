import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { OrgError } from "../../orgError.ts";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

/** soql-parser-js's own cases, laid beside the repository. */
const FILE = new URL("../../../../shared/data/soql/test-cases-for-is-valid.json", import.meta.url);

interface ParserCase {
    readonly testCase: number;
    readonly soql: string;
    readonly isValid: boolean;
    /** Cases that are SOQL only inside Apex. */
    readonly options?: { readonly allowApexBindVariables?: boolean };
}

const skip = existsSync(FILE) ? false : `${FILE.pathname} is absent`;

describe("soql-parser-js's cases", { skip }, () => {
    const cases = skip ? [] : (JSON.parse(readFileSync(FILE, "utf8")) as { default: ParserCase[] }).default;
    const { context } = pipeline();

    for (const each of cases) {
        const isValid = each.isValid && each.options?.allowApexBindVariables !== true;
        it(`${isValid ? "understands" : "refuses"} case ${each.testCase}: ${each.soql.trim()}`, () => {
            const refusal = refusalOf(each.soql);

            if (isValid) assert.match(refusal ?? "ran", UNDERSTOOD);
            else assert.notEqual(refusal, null);
        });
    }

    function refusalOf(text: string): string | null {
        try {
            executeSoql(context, text);
            return null;
        } catch (error) {
            if (error instanceof OrgError) return `${error.errorCode}: ${error.message}`;
            throw error;
        }
    }
});

/** It ran, names what this org has not or can't filter by, or is refused by name. */
const UNDERSTOOD = new RegExp(
    [
        "^ran$",
        "^INVALID_TYPE",
        "^INVALID_FIELD: (?:No such column|Didn't understand relationship)",
        "can not be filtered in a query call$",
        "is not supported by this local org$"
    ].join("|")
);
