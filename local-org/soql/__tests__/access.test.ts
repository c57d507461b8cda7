import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

const { as, ids } = pipeline();
const bob = as({ id: ids.get("bob") ?? "", viewsAllData: false, isAdministrator: false });
const names = (text: string): unknown[] => executeSoql(bob, text).records.map((record) => record["Name"]);
const count = (text: string): number => executeSoql(bob, text).totalSize;

describe("a user who does not view all data", () => {
    it("sees own opportunities only, in rows, counts and sums", () => {
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY Name"), ["alpha two", "O'Neil"]);
        assert.equal(count("SELECT COUNT() FROM Opportunity"), 2);
        assert.equal(executeSoql(bob, "SELECT SUM(Amount) s FROM Opportunity").records[0]?.["s"], 250.5);
    });

    it("sees own accounts and those of own opportunities", () => {
        assert.deepEqual(names("SELECT Name FROM Account ORDER BY Name"), ["50%_off", "Acme", "ÄPFEL AG"]);
        const ann = as({ id: ids.get("ann") ?? "", viewsAllData: false });
        assert.equal(
            executeSoql(ann, "SELECT Id FROM Account WHERE Name = '50\\\\%_off' OR Name = '50%_off'").totalSize,
            0
        );
    });

    it("sees the lines and roles of own opportunities only", () => {
        assert.equal(count("SELECT Id FROM OpportunityLineItem"), 1);
        assert.equal(count("SELECT Id FROM OpportunityContactRole"), 1);
    });

    it("learns nothing of others' records through sub-selects", () => {
        assert.equal(
            count("SELECT Id FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity WHERE Name = 'Beta')"),
            0
        );
        const [account] = executeSoql(
            bob,
            "SELECT (SELECT Id FROM Opportunities) FROM Account WHERE Name = 'Acme'"
        ).records;
        assert.equal((account?.["Opportunities"] as { totalSize: number }).totalSize, 1);
    });
});
