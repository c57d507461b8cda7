import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { inTransaction } from "../../save/inTransaction.ts";
import { deal, savingOrg } from "../../save/__tests__/savingOrg.ts";
import type { SavingOrg } from "../../save/__tests__/savingOrg.ts";
import { keptSegments } from "../keptSegments.ts";
import { postAllToFeed } from "../postToFeed.ts";
import type { PostOutcome } from "../postToFeed.ts";

describe("posts that automation makes", () => {
    let org: SavingOrg;
    let opportunity: string;
    beforeEach(() => {
        org = savingOrg();
        opportunity = org.insert("Opportunity", deal);
    });

    const post = (...texts: string[]): PostOutcome[] =>
        inTransaction(org.org, org.administrator, "posts", (transaction) =>
            postAllToFeed(
                org.org,
                org.administrator,
                transaction,
                texts.map((text) => ({ parentId: opportunity, text, visibility: "allUsers" }))
            )
        );

    it("name whom they mention, and Connect still knows who it is", () => {
        const [outcome] = post(`Approved by @[${org.administrator.id}].`);

        const id = outcome !== undefined && "id" in outcome ? outcome.id : "";
        const body = String(org.read(id)?.["Body"]);
        assert.equal(body, `Approved by @${org.administrator.name}.`);
        assert.deepEqual(keptSegments(org.org.store, id, body)?.[1], {
            type: "Mention",
            id: org.administrator.id,
            name: org.administrator.name
        });
    });

    it("are refused one by one", () => {
        const outcomes = post("Fine", " ", "@[005000000000000AAA]", "x".repeat(10_001), "Fine too");

        const codes = outcomes.map((outcome) => ("refusal" in outcome ? outcome.refusal.errorCode : "ok"));
        assert.deepEqual(codes, ["ok", "MISSING_ARGUMENT", "INVALID_ID_FIELD", "STRING_TOO_LONG", "ok"]);
        assert.deepEqual(
            org.rows("FeedItem").flatMap((row) => (row["Type"] === "TextPost" ? [row["Body"]] : [])),
            ["Fine", "Fine too"]
        );
    });
});
