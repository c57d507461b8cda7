import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seeded, seedOrg } from "../seedOrg.ts";
import { freshOrg, objectNamed, record, shown } from "./org.ts";

describe("a new org", () => {
    it("is a sandbox in UTC with an administrator", () => {
        const org = freshOrg();

        assert.deepEqual(shown(record(org, "Organization", seeded.organization), "IsSandbox", "TimeZoneSidKey"), {
            IsSandbox: "true",
            TimeZoneSidKey: "UTC"
        });
        assert.equal(record(org, "User", seeded.administrator)["ProfileId"], seeded.administratorProfile);
        assert.equal(record(org, "Profile", seeded.administratorProfile)["Name"], "System Administrator");
        assert.equal(record(org, "Profile", seeded.standardUserProfile)["PermissionsViewAllData"], false);
        assert.equal(record(org, "Pricebook2", seeded.standardPricebook)["IsStandard"], true);
    });

    it("has the ten standard stages in their order, as the choices of StageName", () => {
        const org = freshOrg();
        const rows = [
            ...org.store.select(
                "SELECT ApiName, DefaultProbability, IsClosed, IsWon FROM OpportunityStage ORDER BY SortOrder",
                []
            )
        ];
        const choices = objectNamed(org, "Opportunity").fields.get("StageName")?.picklistValues;

        assert.deepEqual(
            rows.map((row) => String(row["DefaultProbability"])),
            ["10", "10", "20", "50", "60", "70", "75", "90", "100", "0"]
        );
        assert.deepEqual(
            rows.map((row) => row["ApiName"]),
            choices?.map((choice) => choice.value)
        );
        assert.deepEqual(
            rows.filter((row) => row["IsClosed"] === 1n).map((row) => row["IsWon"]),
            [1n, 0n]
        );
    });

    it("is not seeded twice", () => {
        const org = freshOrg();
        seedOrg(org);

        assert.equal(org.store.readMany(objectNamed(org, "User")).length, 1);
    });
});
