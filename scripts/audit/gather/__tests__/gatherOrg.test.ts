import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CannotStart } from "../../../cannotStart.ts";
import { describeWithout, fakeOrg, opportunity } from "../../__tests__/fakeOrg.ts";
import type { FakeOrg } from "../../__tests__/fakeOrg.ts";
import { rawException } from "../../__tests__/records.ts";
import type { Gathered } from "../../gathered.ts";
import { gatherOrg } from "../gatherOrg.ts";

const scope = { now: new Date("2026-06-30T20:00:00Z"), closedWithinDays: 365 };
const gather = (tables: FakeOrg): Promise<Gathered> => gatherOrg(fakeOrg(tables), scope);

describe("gathering from an org", () => {
    it("takes today in the running user's time zone and looks back from there", async () => {
        const gathered = await gather({});

        assert.equal(gathered.asOf, "2026-07-01");
        assert.equal(gathered.closedSince, "2025-07-01");
    });

    it("looks back twelve months for the use of stages, also when no closed opportunities are to be judged", async () => {
        const org = fakeOrg();

        const gathered = await gatherOrg(org, { ...scope, closedWithinDays: 0 });

        assert.equal(gathered.closedSince, null);
        const scopeOf = (object: string) =>
            / WHERE (.*?)( ORDER BY Id)?$/.exec(org.asked.find((path) => path.includes(`FROM ${object} `)) ?? "")?.[1];
        assert.equal(scopeOf("OpportunityContactRole"), "Opportunity.IsClosed = false");
        assert.equal(scopeOf("Opportunity"), "(IsClosed = false OR CloseDate >= 2025-06-30)");
        assert.equal(
            scopeOf("OpportunityHistory"),
            "(Opportunity.IsClosed = false OR Opportunity.CloseDate >= 2025-06-30)"
        );
    });

    it("reads the history in one query, in the order in which the org wrote it", async () => {
        const rows = [{ OpportunityId: "006A", StageName: "Prospecting", CreatedDate: "2026-01-01T09:00:00.000+0000" }];
        const org = fakeOrg({ OpportunityHistory: rows });

        const gathered = await gatherOrg(org, scope);

        assert.deepEqual(gathered.history, { value: rows });
        const asked = org.asked.filter((path) => path.includes("OpportunityHistory"));
        assert.equal(asked.length, 1);
        assert.match(asked[0] ?? "", /ORDER BY Id$/);
    });

    it("reads the exceptions that have not expired, whatever their status, with the approver's name", async () => {
        const org = fakeOrg({
            PW_Exception__c: [
                {
                    Opportunity__c: "006A",
                    Rule__c: "products-present",
                    Status__c: "Requested",
                    Expires_On__c: "2026-07-31",
                    Reason__c: "Agreed on paper",
                    Approver__r: { Name: "Ada Approver" }
                }
            ]
        });

        const gathered = await gatherOrg(org, scope);

        assert.deepEqual(gathered.exceptions, { value: [rawException({ status: "Requested" })] });
        assert.match(org.asked.find((path) => path.includes("PW_Exception__c")) ?? "", /Expires_On__c >= 2026-07-01 /);
    });

    it("counts time in a stage to the moment of the run, or to the end of the day that was asked for", async () => {
        const now = await gather({});
        const past = await gatherOrg(fakeOrg(), { ...scope, asOf: "2026-03-31" });

        assert.equal(now.asOfTime, "2026-06-30T20:00:00.000Z");
        assert.equal(past.asOfTime, "2026-03-31T15:59:59.999Z");
    });

    it("keeps amounts digit by digit, however the org writes them", async () => {
        const amounts = ["90071992547409.93", "1.0E7", "0.10", "null"];
        const records = amounts.map((amount) => JSON.stringify(opportunity({ Amount: "@" })).replace('"@"', amount));

        const gathered = await gather({ Opportunity: { text: `{"done":true,"records":[${records.join(",")}]}` } });

        assert.deepEqual(
            gathered.opportunities.map((each) => each.Amount),
            ["90071992547409.93", "10000000", "0.1", null]
        );
    });

    it("follows every page and counts each request", async () => {
        const whole = await gather({ Opportunity: [opportunity(), opportunity()] });

        const first = { done: false, nextRecordsUrl: "/services/data/v66.0/query/01g-1", records: [opportunity()] };
        const paged = await gather({
            Opportunity: { text: JSON.stringify(first) },
            "/services/data/v66.0/query/01g-1": [opportunity({ Id: "006000000000002AAA" })]
        });

        assert.deepEqual(
            paged.opportunities.map((each) => each.Id),
            ["006000000000001AAA", "006000000000002AAA"]
        );
        assert.equal(paged.apiCalls, whole.apiCalls + 1);
    });

    it("does not ask for a field that describe leaves out", async () => {
        const org = fakeOrg({ "/sobjects/Opportunity/describe": describeWithout("HasOpportunityLineItem", "OwnerId") });

        await gatherOrg(org, scope);

        const query = org.asked.find((path) => path.includes("FROM Opportunity "));
        assert.ok(query !== undefined && !/HasOpportunityLineItem|Owner/.test(query) && query.includes("StageName"));
    });

    it("reads the stages of each record type in use, and only of those", async () => {
        const recordTypeInfos = ["Services", "Goods"].map((name) => ({
            recordTypeId: `012${name}`,
            developerName: name,
            name,
            master: false
        }));
        const fields = ["Id", "StageName", "RecordTypeId"].map((name) => ({ name }));

        const gathered = await gather({
            "/sobjects/Opportunity/describe": { text: JSON.stringify({ fields, recordTypeInfos }) },
            "/ui-api/object-info/Opportunity/picklist-values/012Goods/StageName": {
                text: JSON.stringify({ values: [{ value: "Prospecting" }, { value: "Closed Won" }] })
            },
            Opportunity: [
                { Id: "006A", StageName: "Prospecting", RecordTypeId: "012Goods", IsClosed: false, IsWon: false }
            ]
        });

        assert.deepEqual(gathered.salesProcesses, [
            { recordTypeId: null, developerName: null, name: "Master", stages: { value: null } },
            {
                recordTypeId: "012Goods",
                developerName: "Goods",
                name: "Goods",
                stages: { value: ["Prospecting", "Closed Won"] }
            }
        ]);
    });
});

const denied = { errorCode: "INSUFFICIENT_ACCESS", message: "no access" };
const stranger = { text: JSON.stringify({ done: true, records: [{ Surprise: 1 }] }) };

describe("a refusal is kept with its reason", () => {
    const cases: readonly [string, FakeOrg, keyof Gathered, RegExp][] = [
        [
            "roles the user may not read",
            { OpportunityContactRole: denied },
            "contactRoles",
            /INSUFFICIENT_ACCESS: no access/
        ],
        [
            "roles that don't exist for the user",
            { "/sobjects/OpportunityContactRole/describe": denied },
            "contactRoles",
            /no access/
        ],
        [
            "a Role field taken away",
            {
                "/sobjects/OpportunityContactRole/describe": {
                    text: '{"fields":[{"name":"ContactId"},{"name":"OpportunityId"}]}'
                }
            },
            "contactRoles",
            /may not read Role/
        ],
        ["stages", { OpportunityStage: denied }, "stages", /no access/],
        ["stages in a shape nobody expects", { OpportunityStage: stranger }, "stages", /unexpected answer/],
        ["an answer that is no JSON", { OpportunityStage: { text: "<html>" } }, "stages", /NOT_JSON.*<html>/],
        [
            "rule records with a field missing",
            { PW_Rule__mdt: { errorCode: "INVALID_FIELD", message: "No such column 'Level__c'" } },
            "ruleRecords",
            /INVALID_FIELD.*Level__c/
        ],
        ["exceptions", { PW_Exception__c: denied }, "exceptions", /no access/],
        ["the org's own row", { Organization: denied }, "org", /no access/],
        ["the running user", { "/services/oauth2/userinfo": denied }, "user", /no access/]
    ];
    for (const [what, tables, artifact, reason] of cases) {
        it(`for ${what}`, async () => {
            const gathered = await gather(tables);

            const found = gathered[artifact];
            assert.ok(typeof found === "object" && found !== null && "unreadable" in found);
            assert.match(found.unreadable, reason);
        });
    }

    it("but a type that is not deployed is no refusal", async () => {
        const gathered = await gather({});

        const { stageRecords, ruleRecords, exceptions } = gathered;
        assert.deepEqual([stageRecords, ruleRecords, exceptions], Array(3).fill({ value: null }));
    });
});

describe("what the user sees", () => {
    const permission = (isGranted: boolean): object[] => [{ PermissionSet: { PermissionsViewAllData: isGranted } }];
    const shared = (access: string): object[] => [
        { Id: "00DA", Name: "Acme", IsSandbox: false, DefaultOpportunityAccess: access }
    ];
    const cases: readonly [string, FakeOrg, boolean | "unreadable"][] = [
        [
            "everything with View All Data in the profile",
            { User: [{ Profile: { PermissionsViewAllData: true } }], PermissionSetAssignment: denied },
            true
        ],
        ["everything with View All Data in a permission set", { PermissionSetAssignment: permission(true) }, true],
        [
            "everything where opportunities are public",
            { PermissionSetAssignment: permission(false), Organization: shared("Read") },
            true
        ],
        ["a part without either", { PermissionSetAssignment: permission(false), Organization: shared("None") }, false],
        [
            "nobody knows where permissions can't be read",
            { PermissionSetAssignment: denied, Organization: shared("None") },
            "unreadable"
        ]
    ];
    for (const [what, tables, expected] of cases) {
        it(`is ${what}`, async () => {
            const { seesAll } = await gather(tables);

            assert.equal("value" in seesAll ? seesAll.value : "unreadable", expected);
        });
    }
});

describe("a run that cannot start", () => {
    const expired = { errorCode: "INVALID_SESSION_ID", message: "Session expired or invalid" };
    const cases: readonly [string, FakeOrg, RegExp][] = [
        ["for an expired session", { "/sobjects/Opportunity/describe": expired }, /session has expired.*sign in/],
        ["for a session that expires on the way", { OpportunityContactRole: expired }, /session has expired/],
        [
            "without access to opportunities",
            {
                "/sobjects/Opportunity/describe": {
                    errorCode: "NOT_FOUND",
                    message: "The requested resource does not exist"
                }
            },
            /may not read opportunities/
        ],
        ["when the opportunities are refused", { Opportunity: denied }, /opportunities could not be read.*no access/]
    ];
    for (const [what, tables, sentence] of cases) {
        it(`says so ${what}`, async () => {
            await assert.rejects(
                gather(tables),
                (error) => error instanceof CannotStart && sentence.test(error.message)
            );
        });
    }

    it("says so when nobody answers", async () => {
        const dead = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
        const connection = { instanceUrl: "http://127.0.0.1:1", request: () => Promise.reject(dead) };

        await assert.rejects(gatherOrg(connection, scope), /127\.0\.0\.1:1 could not be reached \(ECONNREFUSED\)/);
    });

    it("keeps an error of our own making as it is", async () => {
        const bug = new TypeError("x is not a function");
        const connection = { instanceUrl: "https://x", request: () => Promise.reject(bug) };

        await assert.rejects(gatherOrg(connection, scope), bug);
    });
});
