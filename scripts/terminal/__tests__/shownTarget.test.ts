import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shownTarget } from "../shownTarget.ts";

describe("the org as it is printed", () => {
    const table: readonly [what: string, targetOrg: string, shown: string][] = [
        ["an alias", "my-sandbox", "my-sandbox"],
        ["a username", "ada@acme.example.uat", "ada@acme.example.uat"],
        ["an Id", "00D5g0000012345EAA", "00D5g0000012345EAA"],
        ["no session Id", "00D5g0000012345!AQ4AQ.ab_c", "…"],
        ["no session Id of an org whose Id is short", "00D5!secret", "…"],
        ["no session as a web token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln", "…"]
    ];
    for (const [what, targetOrg, shown] of table) {
        it(`is ${what}`, () => assert.equal(shownTarget(targetOrg), shown));
    }
});
