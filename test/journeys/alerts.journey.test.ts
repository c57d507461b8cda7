/** The daily alerts on close dates, in a local org of this process whose clock the journey moves. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { deployZip } from "../../local-org/rest/__tests__/deployZip.ts";
import { file, validationRule } from "../../local-org/metadata/__tests__/deployed.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { openPackagedOrg, type PackagedOrg } from "../support/packagedOrg.ts";
import { callLocalOrg, signIn } from "../support/signIn.ts";

interface Notification {
    readonly recipientIds: readonly string[];
    readonly title: string;
    readonly body: string;
    readonly targetId: string;
}

interface Run {
    readonly interviews: number;
    readonly batches: number;
    readonly problems: readonly string[];
}

const names = ["boss", "rep", "lone", "gone"] as const;
type Person = (typeof names)[number];

describe("alerts on close dates", () => {
    let org: PackagedOrg;
    let world: GateWorld;
    let ids: Readonly<Record<Person, string>>;
    let back: () => Promise<void>;

    before(async () => {
        org = await openPackagedOrg("2026-06-30");
        world = await openGateWorld(org.connection, org.today);
        const people: Record<string, string> = {};
        for (const name of names) people[name] = (await signIn(org, name, "Standard User", ["PW_Rep"])).id;
        ids = people as Record<Person, string>;
        await org.connection.sobject("User").update([
            { Id: ids.rep, ManagerId: ids.boss, FirstName: "Mei" },
            { Id: ids.gone, ManagerId: ids.boss }
        ]);
    });
    beforeEach(async () => {
        back = await org.keep();
        await callLocalOrg(org, "PUT", "clock", { now: "2026-06-30" });
    });
    afterEach(() => back());
    after(() => org.close());

    const deal = (owner: Person, CloseDate: string, fields: object = {}): Promise<string> =>
        world.opportunity("Prospecting", { OwnerId: ids[owner], CloseDate, ...fields });
    const run = async (): Promise<Run> =>
        (await callLocalOrg(org, "POST", "scheduled-flows/PW_Alert_Close_Dates/run")) as Run;
    const leave = () => org.connection.sobject("User").update({ Id: ids.gone, IsActive: false });
    const settle = async (fields: object) => {
        const { records } = await org.connection.query("SELECT Id FROM Organization");
        return org.connection.sobject("PW_Settings__c").create({ SetupOwnerId: records[0]?.Id, ...fields });
    };

    /** Runs the flow; who was told of what: "rep, boss: Deal" in the order of their names. */
    const told = async (): Promise<string[]> => {
        await callLocalOrg(org, "DELETE", "notifications");
        const { problems } = await run();
        assert.deepEqual(problems, []);
        const sent = (await callLocalOrg(org, "GET", "notifications")) as Notification[];
        const nameOf = (id: string): string => names.find((name) => ids[name] === id) ?? id;
        const { records } = await org.connection.query("SELECT Id, Name FROM Opportunity");
        const dealOf = (id: string): string => String(records.find(({ Id }) => Id === id)?.["Name"]);
        return sent
            .map(({ recipientIds, targetId }) => `${recipientIds.map(nameOf).join(", ")}: ${dealOf(targetId)}`)
            .sort();
    };

    it("go to the owner within seven days, and to the manager too once the date has passed", async () => {
        await deal("rep", "2026-07-08", { Name: "In eight days" });
        await deal("rep", "2026-07-07", { Name: "In seven days" });
        await deal("rep", "2026-06-30", { Name: "Today" });
        await deal("rep", "2026-06-29", { Name: "Yesterday" });
        await deal("lone", "2026-06-29", { Name: "Nobody's manager" });
        await deal("rep", "2026-06-29", { Name: "Lost", StageName: "Closed Lost" });
        await deal("gone", "2026-07-01", { Name: "Left, due" });
        await deal("gone", "2026-06-01", { Name: "Left, overdue" });
        await leave();

        assert.deepEqual(await told(), [
            "boss: Left, overdue",
            "lone: Nobody's manager",
            "rep, boss: Yesterday",
            "rep: In seven days",
            "rep: Today"
        ]);
    });

    it("come once for each close date, and again when it moves", async () => {
        const id = await deal("rep", "2026-07-03", { Name: "Deal" });
        assert.deepEqual([await told(), await told()], [["rep: Deal"], []]);

        await world.save(id, { CloseDate: "2026-07-05" });
        assert.deepEqual([await told(), await told()], [["rep: Deal"], []]);

        await callLocalOrg(org, "PUT", "clock", { now: "2026-07-06" });
        assert.deepEqual([await told(), await told()], [["rep, boss: Deal"], []]);
    });

    it("speak the language of the settings", async () => {
        await settle({ Language__c: "zh_TW" });
        await deal("rep", "2026-06-29", { Name: "台北案" });
        await run();

        const [sent] = (await callLocalOrg(org, "GET", "notifications")) as Notification[];
        assert.deepEqual(
            [sent?.title, sent?.body],
            [
                "台北案 已過結案日期",
                "「台北案」（Mei rep）原定於 2026-06-29 結案，目前仍未結案。請與客戶確認新的日期，或將商機結案。"
            ]
        );
    });

    it("stop with their own switch, not with the gate's", async () => {
        await deal("rep", "2026-07-01", { Name: "Deal" });
        const { id } = await settle({ Alerts_Are_Off__c: true });
        assert.deepEqual(await told(), []);

        await org.connection
            .sobject("PW_Settings__c")
            .update({ Id: String(id), Alerts_Are_Off__c: false, Gate_Is_Off__c: true });
        assert.deepEqual(await told(), ["rep: Deal"]);
    });

    it("reach deals that break a rule on Block, and leave the stamp alone", async () => {
        const id = await deal("rep", "2026-07-01", { Name: "Deal" });
        await world.save(id, { StageName: "Proposal/Price Quote" });
        await world.setRule("products-present", { level: "Block", fromPosition: 1 });
        const stamp = ["PW_Stage_Stamp__c", "PW_Position__c", "PW_From_Position__c", "PW_Gaps__c"];
        const stamped = await world.read(id, stamp);

        assert.deepEqual(await told(), ["rep: Deal"]);
        assert.deepEqual(await world.read(id, [...stamp, "PW_Due_Alert_For__c"]), {
            ...stamped,
            PW_Due_Alert_For__c: "2026-07-01"
        });
    });

    it("go on where the org refuses to save one of the deals, and tell of that again the next day", async () => {
        const refuses = file("CustomObject", validationRule("No_Past", "CloseDate < TODAY()"));
        await deal("rep", "2026-06-29", { Name: "Refused" });
        await deal("rep", "2026-07-01", { Name: "Saved" });
        await deployZip(
            org.connection,
            { ValidationRule: ["Opportunity.No_Past"] },
            { "objects/Opportunity.object": refuses }
        );

        assert.deepEqual(await told(), ["rep, boss: Refused", "rep: Saved"]);
        assert.deepEqual(await told(), ["rep, boss: Refused"]);
    });

    it("are not kept where nobody could be told", async () => {
        const id = await deal("rep", "2026-07-01", { Name: "Deal" });
        const gone = `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>PW_Close_Date</members><name>CustomNotificationType</name></types><version>66.0</version></Package>`;
        await deployZip(org.connection, {}, { "destructiveChanges.xml": gone });

        assert.deepEqual(await told(), []);
        assert.equal((await world.read(id, ["PW_Due_Alert_For__c"]))["PW_Due_Alert_For__c"], null);
    });

    it("forget what a clone copied", async () => {
        await deal("rep", "2026-07-01", { Name: "Clone", PW_Due_Alert_For__c: "2026-07-01" });
        assert.deepEqual(await told(), ["rep: Clone"]);
    });

    it("take 450 deals in three batches of one query and one statement each", async () => {
        const deals = Array.from({ length: 450 }, (_, index) => ({
            ...{ Name: `Deal ${index}`, StageName: "Prospecting", CloseDate: "2026-06-29", OwnerId: ids.rep }
        }));
        await world.createAll("Opportunity", deals);
        await callLocalOrg(org, "DELETE", "transactions");

        assert.deepEqual(await run(), { interviews: 450, batches: 3, problems: [] });
        const sent = (await callLocalOrg(org, "GET", "notifications")) as Notification[];
        assert.equal(sent.length, 450);
        const costs = (await callLocalOrg(org, "GET", "transactions")) as { queries: number; statements: number }[];
        assert.deepEqual(
            costs.slice(1).map(({ queries, statements }) => [queries, statements]),
            Array.from({ length: 3 }, () => [1, 1])
        );
        assert.deepEqual(await run(), { interviews: 0, batches: 0, problems: [] });
    });
});
