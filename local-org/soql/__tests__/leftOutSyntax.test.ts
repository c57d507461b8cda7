import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseQuery } from "@jetstreamapp/soql-parser-js";
import { DISAGREEMENTS } from "../leftOutSyntax.ts";
import { parseSoql } from "../parse.ts";
import { faultInGrammar } from "../platformGrammar.ts";

describe("where the two parsers disagree", () => {
    for (const { construct, example, parserJs, grammar, refused } of DISAGREEMENTS) {
        it(`${construct}: the table says who takes it, and the org refuses it ${refused}`, () => {
            assert.deepEqual([verdictOfParserJs(example), verdictOfGrammar(example)], [parserJs, grammar]);
            assert.notEqual(parserJs, grammar);
            assert.throws(() => parseSoql(example), {
                errorCode: "MALFORMED_QUERY",
                message:
                    refused === "by name"
                        ? `${construct} is not supported by this local org`
                        : /^(?:unexpected token: '|Invalid string literal)/
            });
        });
    }
});

describe("a query that both parsers refuse", () => {
    const cases: readonly (readonly [text: string, message: string])[] = [
        ["SELECT Id FROM Account WHERE Name ==  'a'", "unexpected token: '='"],
        ["SELECT * FROM Account", "unexpected token: '*'"],
        ["SELECT Id FROM Account WHERE Name = :name", "Bind variables only allowed in Apex code"],
        [
            "SELECT Id FROM Account WHERE Name = 'a\\qb'",
            "Invalid string literal. Illegal character sequence '\\q' in string literal"
        ],
        ["SELECT Id FROM Account // all", "A comment is not supported by this local org"],
        [
            "SELECT Id FROM Account ALL ROWS",
            "ALL ROWS, which is Apex's (ask queryAll instead), is not supported by this local org"
        ]
    ];
    for (const [text, message] of cases) {
        it(`is told: ${message}`, () => {
            assert.throws(() => parseSoql(text), { errorCode: "MALFORMED_QUERY", message });
        });
    }

    it("is not taken for a construct that only stands within a string", () => {
        assert.throws(() => parseSoql("SELECT Id FROM Account WHERE Name = 'FOR UPDATE' AND"), {
            message: "unexpected token: '<EOF>'"
        });
    });
});

function verdictOfParserJs(text: string): "accepts" | "refuses" {
    try {
        parseQuery(text);
        return "accepts";
    } catch {
        return "refuses";
    }
}

function verdictOfGrammar(text: string): "accepts" | "refuses" {
    return faultInGrammar(text) === null ? "accepts" : "refuses";
}
