import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fixedClock } from "../../clock.ts";
import { loadTables } from "../../data/load.ts";
import { openStore } from "../../data/openStore.ts";
import { seedOrg } from "../../data/seedOrg.ts";
import { createSchema } from "../../schema/createSchema.ts";
import { SAMPLE_AS_OF, samplePipeline } from "../samplePipeline.ts";

describe("loading the sample into an org", () => {
    it("restores every row, and the org computes the amounts that the sample names", () => {
        const schema = createSchema();
        const org = { schema, store: openStore(schema), clock: fixedClock(SAMPLE_AS_OF) };
        seedOrg(org);
        const tables = samplePipeline();
        const given = amountsBy(tables);

        const counts = loadTables(org, tables);

        assert.equal(counts.get("Opportunity"), 2000);
        const opportunity = schema.object("Opportunity");
        assert.ok(opportunity);
        for (const row of org.store.readMany(opportunity)) {
            const amount = row["Amount"];
            const text = amount !== null && typeof amount === "object" ? amount.toFixed(2) : "";
            assert.equal(text, given.get(String(row["Id"])));
        }
        org.store.close();
    });
});

function amountsBy(tables: ReturnType<typeof samplePipeline>): Map<string, string> {
    const table = tables.find((each) => each.object === "Opportunity");
    assert.ok(table);
    const [id, amount] = [table.columns.indexOf("Id"), table.columns.indexOf("Amount")];
    return new Map([...table.rows].map((cells) => [cells[id] ?? "", cells[amount] ?? ""]));
}
