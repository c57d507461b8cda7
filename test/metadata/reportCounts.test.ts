/** The reports hold what the audit finds: their filters and groups are asked of an org as SOQL. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rules } from "c/pwPolicy";
import { SAMPLE_AS_OF, samplePipeline } from "../../local-org/sample/samplePipeline.ts";
import { emptyConfig } from "../../scripts/audit/derive/configFile.ts";
import { gatherOrg } from "../../scripts/audit/gather/gatherOrg.ts";
import { OrgReader } from "../../scripts/audit/gather/orgReader.ts";
import { judgeGathered } from "../../scripts/audit/judgeGathered.ts";
import { gatherPlan } from "../../scripts/reconcile/gatherStamps.ts";
import { openPackagedOrg, type PackagedOrg } from "../support/packagedOrg.ts";
import { callLocalOrg, signIn, type SignedIn } from "../support/signIn.ts";
import { reportNamed, reports, reportTypes, typeOf } from "./insight/deployedInsight.ts";
import { countGroups, fieldsOf, runReport, soqlPath, tableOf, type ReportRow } from "./insight/runReport.ts";

describe("the reports on the sample pipeline", () => {
    let org: PackagedOrg;
    let manager: SignedIn;
    let audited: Audited;
    before(async () => {
        org = await openPackagedOrg(SAMPLE_AS_OF, { load: samplePipeline() });
        audited = await audit(org);
        manager = await signIn(org, "manager", "Standard User", ["PW_Manager"]);
    });
    after(() => org.close());

    const run = (name: string): Promise<ReportRow[]> =>
        runReport(org.connection, reportNamed(name), typeOf(reportNamed(name)));
    it("read nothing that a manager may not read", async () => {
        for (const type of reportTypes) {
            const { childRelationships } = await manager.connection.describe$(type.baseObject);
            const child = childRelationships.find(({ relationshipName }) => relationshipName === type.join);
            for (const column of type.columns) {
                const isOfBase = tableOf(column) === type.baseObject;
                const object = isOfBase ? type.baseObject : (child?.childSObject ?? "");
                assert.ok(soqlPath(await fieldsOf(manager.connection, object), column));
            }
        }
        for (const report of reports) await runReport(manager.connection, report, typeOf(report));
    });
    it("are made of stamps that a manager can't write", async () => {
        const deal = { Name: "Manager's own", StageName: "Prospecting", CloseDate: "2026-12-31" };
        const { id } = await manager.connection.sobject("Opportunity").create(deal);
        const write = (fields: object) =>
            manager.connection.sobject("Opportunity").update({ Id: String(id), ...fields });

        await write({ NextStep: "A visit" });
        await assert.rejects(write({ PW_Contact_Roles__c: 5 }), { errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE" });

        await org.connection.sobject("Opportunity").destroy(String(id));
    });

    it("count every open opportunity, those without facts too", async () => {
        const { totalSize: open } = await org.connection.query(
            "SELECT COUNT() FROM Opportunity WHERE IsClosed = false"
        );

        for (const name of ["PW_Products", "PW_Contact_Roles", "PW_Unlogged_Discounts", "PW_Slips"]) {
            assert.equal((await run(name)).length, open, name);
        }
    });

    it("count as without products, at each stage that the rule asks about, those that the audit finds", async () => {
        const found = countUnmet(audited, "products-present");

        assert.ok(Object.keys(found).length > 1);
        assert.deepEqual(only(found, countStages(await run("PW_Products"), "None")), found);
    });

    it("count contact roles as not counted yet until the stamps are reconciled, then as the audit does", async () => {
        const found = countUnmet(audited, "contact-roles-present");
        const groupsNow = async () => new Set((await run("PW_Contact_Roles")).map(({ groups }) => groups[2]));
        assert.deepEqual(await groupsNow(), new Set(["-"]));

        const back = await org.keep();
        await reconcile(org);

        assert.deepEqual(await groupsNow(), new Set(["None", "One", "Several"]));
        assert.ok(Object.keys(found).length > 1);
        assert.deepEqual(only(found, countStages(await run("PW_Contact_Roles"), "None")), found);
        await back();
    });

    it("count discounts without a reason as the audit finds them, and what can't be known as nothing else", async () => {
        const rows = await run("PW_Unlogged_Discounts");
        const found = countUnmet(audited, "discount-logged");

        assert.ok(Object.keys(found).length > 1);
        assert.deepEqual(only(found, countStages(rows, "10 Points and More")), found);
        const inDoubt = audited.findings.filter(
            (each) => each.ruleId === "discount-logged" && each.verdict === "unknown"
        );
        const explained = rows.filter(({ groups }) => groups[2] === "Nothing").map(({ id }) => id);
        assert.ok(inDoubt.length > 0);
        assert.deepEqual(
            inDoubt.filter(({ recordId }) => explained.includes(recordId)),
            []
        );
    });

    it("follow a discount from its reason to the account that gave it", async () => {
        const back = await org.keep();
        const known = (await run("PW_Unlogged_Discounts")).filter(
            ({ values }) => values.get("Opportunity$PW_Lines_Without_List__c") === 0
        );
        const small = known.find(({ groups }) => groups[2] === "Below 10 Points");
        const large = known.find(({ groups }) => groups[2] === "10 Points and More");
        assert.ok(small && large);
        await decide(small, { Status__c: "Logged" });
        await decide(large, { Status__c: "Awaiting Approval", Approver__c: manager.id });

        const stillWithout = (await run("PW_Unlogged_Discounts")).filter(({ id }) => [small.id, large.id].includes(id));
        assert.deepEqual(
            stillWithout.map(({ groups }) => groups[2]),
            ["Nothing", "Nothing"]
        );
        const bands = Object.keys(countGroups(await run("PW_Discounts_By_Reason"))).sort();
        assert.equal(bands[0], "Competitor | -");
        assert.match(bands[1] ?? "", /^Competitor [|] \d+ % and more$/);
        const byAccount = await run("PW_Discounts_By_Account");
        assert.deepEqual(
            byAccount.map(({ groups }) => groups[1]),
            ["Competitor", "Competitor"]
        );
        assert.deepEqual(
            byAccount.map(({ groups }) => groups[0]).sort(),
            [await accountOf(small), await accountOf(large)].sort()
        );
        await back();
    });

    it("explain the amount of the open pipeline by product family, and show what no product explains", async () => {
        const rows = await run("PW_Pipeline_By_Family");
        const { records } = await org.connection.query(
            "SELECT Product2.Family family, COUNT(Id) lines FROM OpportunityLineItem WHERE Opportunity.IsClosed = false GROUP BY Product2.Family"
        );
        const withoutLines = (await run("PW_Products")).filter(({ groups }) => groups[2] === "None").length;

        const byFamily: Record<string, number> = {};
        for (const { groups } of rows) byFamily[groups[0] ?? ""] = (byFamily[groups[0] ?? ""] ?? 0) + 1;
        assert.ok(withoutLines > 0);
        assert.deepEqual(byFamily, {
            ...Object.fromEntries(records.map((row) => [row["family"], row["lines"]])),
            "-": withoutLines
        });
    });

    it("count a close date as pushed out once it went to a later month", async () => {
        const [row] = await run("PW_Slips");
        assert.ok(row);
        const back = await org.keep();

        for (const CloseDate of ["2027-01-15", "2027-02-15"]) {
            await org.connection.sobject("Opportunity").update({ Id: row.id, CloseDate });
        }

        const after = (await run("PW_Slips")).find(({ id }) => id === row.id);
        assert.notEqual(after?.groups[1], row.groups[1]);
        assert.equal(after?.groups[1], "Twice or More");
        await back();
    });

    it("list exceptions while they are in force, as the audit does", async () => {
        const back = await org.keep();
        const [deal] = await run("PW_Products");
        assert.ok(deal);
        const approver = await signIn(org, "approver", "System Administrator", ["PW_Approver"]);
        const asked = { Opportunity__c: deal.id, Rule__c: "products-present", Reason__c: "A framework contract." };
        const day = { Expires_On__c: "2026-07-15", Approver__c: approver.id, Status__c: "Requested" };
        const { id } = await org.connection.sobject("PW_Exception__c").create({ ...asked, ...day });
        assert.deepEqual(await run("PW_Exceptions_In_Force"), []);

        await approver.connection.sobject("PW_Exception__c").update({ Id: String(id), Status__c: "Approved" });

        const listed = await run("PW_Exceptions_In_Force");
        assert.deepEqual(
            listed.map(({ groups }) => groups),
            [["products-present", "approver"]]
        );
        assert.equal((await audit(org)).exceptions.length, listed.length);
        await callLocalOrg(org, "PUT", "clock", { now: "2026-07-16" });
        assert.deepEqual(await run("PW_Exceptions_In_Force"), []);
        await callLocalOrg(org, "PUT", "clock", { now: SAMPLE_AS_OF });
        await back();
    });

    it("list a move past the gate by who made it", async () => {
        const [deal] = await run("PW_Products");
        assert.ok(deal);
        const back = await org.keep();
        assert.deepEqual(await run("PW_Bypasses"), []);

        const noted = { PW_Bypassed_Rules__c: "products-present;", PW_Bypassed_By__c: manager.id };
        await org.connection.sobject("Opportunity").update({ Id: deal.id, ...noted });

        assert.deepEqual(
            (await run("PW_Bypasses")).map(({ id, groups }) => [id, groups]),
            [[deal.id, ["manager"]]]
        );
        await back();
    });

    /** A decision on the whole discount that has no reason yet. */
    async function decide({ id, values }: ReportRow, terms: Record<string, string>): Promise<void> {
        const Percent__c = Number(values.get("Opportunity$PW_Largest_Discount__c"));
        const why = { Kind__c: "Discount", Reason_Category__c: "Competitor", Reason__c: "They have another offer." };
        await org.connection.sobject("PW_Decision__c").create({ Opportunity__c: id, Percent__c, ...why, ...terms });
    }

    async function accountOf({ id }: ReportRow): Promise<string> {
        const { records } = await org.connection.query(`SELECT Account.Name FROM Opportunity WHERE Id = '${id}'`);
        return String((records[0]?.["Account"] as { Name?: string } | null)?.Name ?? "-");
    }
});

type Audited = ReturnType<typeof judgeGathered>;

async function audit({ connection }: PackagedOrg): Promise<Audited> {
    const gathered = await gatherOrg(connection, { now: new Date(), asOf: SAMPLE_AS_OF, closedWithinDays: 0 });
    return judgeGathered(gathered, { rules, config: emptyConfig, without: [] });
}

type Counts = Readonly<Record<string, number>>;

/** Findings of the rule by stage, of those that are certain. */
function countUnmet({ findings }: Audited, ruleId: string): Counts {
    const unmet = findings.filter((each) => each.ruleId === ruleId && each.verdict === "unmet");
    return countGroups(unmet.map(({ stage }) => ({ groups: [stage ?? "-"] })));
}

/** Rows of one bucket by stage; the reports group by stage, owner and bucket. */
function countStages(rows: readonly ReportRow[], bucket: string): Counts {
    const inBucket = rows.filter(({ groups }) => groups[2] === bucket);
    return countGroups(inBucket.map(({ groups }) => ({ groups: groups.slice(0, 1) })));
}

/** Of the second, what the first has too. */
function only(first: Counts, second: Counts): Counts {
    return Object.fromEntries(Object.entries(second).filter(([name]) => name in first));
}

/** What `opportunity reconcile` works out, written as it stands. */
async function reconcile({ connection }: PackagedOrg): Promise<void> {
    const { changes } = await gatherPlan(new OrgReader(connection));
    const records = changes.map(({ id, after }) => ({ Id: id, ...after }));
    for (let first = 0; first < records.length; first += 200) {
        const saved = await connection.sobject("Opportunity").update(records.slice(first, first + 200));
        assert.ok(saved.every(({ success }) => success));
    }
}
