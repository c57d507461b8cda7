import { describe, expect, it } from "@jest/globals";
import type { Guidance } from "../guidanceOf.ts";
import { readAnswer } from "../readAnswer.ts";
import { guide, judged, shortly, today } from "./guide.ts";
import {
    answerOf,
    exceptionNode,
    roleNode,
    ruleNode,
    ruleNodes,
    stageNode,
    stageNodes,
    type Parts
} from "./answers.ts";

describe("the gaps of a stage and the next", () => {
    const rows: readonly {
        readonly case: string;
        readonly record?: Readonly<Record<string, unknown>>;
        readonly parts?: Parts;
        readonly now: readonly string[];
        readonly next: readonly string[] | null;
    }[] = [
        { case: "nothing is missing", now: [], next: [] },
        {
            case: "products are missing that only the next stage asks for",
            record: { HasOpportunityLineItem: false },
            now: [],
            next: ["products-present unmet Block"]
        },
        {
            case: "the same is missing for both: it is said once",
            record: { StageName: "Proposal", HasOpportunityLineItem: false },
            now: ["products-present unmet Block"],
            next: []
        },
        {
            case: "much is missing: the strictest comes first",
            record: { StageName: "Proposal", HasOpportunityLineItem: false, CloseDate: "2025-12-31" },
            parts: {
                roles: [],
                rules: [
                    ruleNode("Products_Present", "Observe"),
                    ruleNode("Contact_Roles_Present", "Warn", 1, 1),
                    ruleNode("Close_Date_Not_Past", "Block")
                ]
            },
            now: [
                "close-date-not-past unmet Block",
                "contact-roles-present unmet Warn",
                "products-present unmet Observe"
            ],
            next: []
        },
        {
            case: "the last open stage stands before won, which asks no more for a close date",
            record: { StageName: "Proposal", CloseDate: "2025-12-31" },
            now: ["close-date-not-past unmet Observe"],
            next: []
        },
        {
            case: "the stage was written in another case: it is known all the same",
            record: { StageName: "PROPOSAL", HasOpportunityLineItem: false },
            now: ["products-present unmet Block"],
            next: []
        },
        { case: "the opportunity is won", record: { StageName: "Closed Won" }, now: [], next: null },
        { case: "the opportunity is lost", record: { StageName: "Closed Lost" }, now: [], next: null },
        {
            case: "a contact has two roles: that is one contact",
            parts: {
                roles: [roleNode("003A", "Decision Maker"), roleNode("003A", "Evaluator")],
                rules: [ruleNode("Contact_Roles_Present", "Warn", 1, 2)]
            },
            now: ["contact-roles-present unmet Warn"],
            next: []
        },
        {
            case: "contacts without a role do not count",
            parts: { roles: [roleNode("003A", null), roleNode("003B", " "), roleNode(null, "Evaluator")] },
            now: ["contact-roles-present unmet Warn"],
            next: []
        },
        {
            case: "contact roles can't be read",
            parts: { roles: null },
            now: ["contact-roles-present unknown Warn unseen:PW_Contact_Roles__c"],
            next: []
        },
        {
            case: "a field of the opportunity can't be read",
            record: { CloseDate: undefined },
            now: ["close-date-not-past unknown Observe unseen:CloseDate"],
            next: []
        },
        {
            case: "a rule has no position set",
            parts: { rules: [ruleNode("Products_Present", "Block", null)] },
            now: ["products-present unknown Block notSet"],
            next: []
        },
        {
            case: "a level is misspelt",
            parts: { rules: [ruleNode("Products_Present", "block")] },
            now: ["products-present unknown Observe badLevel"],
            next: []
        },
        {
            case: "a value is not what it should be",
            record: { CloseDate: "31/12/2025" },
            now: ["close-date-not-past unknown Observe failed"],
            next: []
        },
        {
            case: "a rule is off, and another has no record",
            record: { HasOpportunityLineItem: false, CloseDate: "2025-12-31" },
            parts: { rules: [ruleNode("Products_Present", "Off"), ruleNode("Contact_Roles_Present", "Warn", 1, 1)] },
            now: [],
            next: []
        },
        {
            case: "the opportunity is older than a rule that blocks: it is warned",
            record: { HasOpportunityLineItem: false, CreatedDate: "2025-05-31T12:00:00.000Z" },
            parts: { rules: [ruleNode("Products_Present", "Block", 1, undefined, "2025-06-01")] },
            now: ["products-present unmet Warn"],
            next: []
        },
        {
            case: "the opportunity was created on the rule's first day, as the user counts days",
            record: { HasOpportunityLineItem: false, CreatedDate: "2025-05-31T16:00:00.000Z" },
            parts: { rules: [ruleNode("Products_Present", "Block", 1, undefined, "2025-06-01")] },
            now: ["products-present unmet Block"],
            next: []
        },
        {
            case: "nobody knows when the opportunity was created",
            record: { HasOpportunityLineItem: false },
            parts: { rules: [ruleNode("Products_Present", "Block", 1, undefined, "2025-06-01")] },
            now: ["products-present unmet Block"],
            next: []
        },
        {
            case: "no further open stage and no won one",
            parts: { stages: [stageNode("Qualification", 2), stageNode("Elsewhere", 3, "open", "Partner")] },
            now: [],
            next: null
        }
    ];

    it.each(rows)("when $case", ({ record, parts, now, next }) => {
        const guidance = judged({ record, parts });

        expect(guidance.now.gaps.map(shortly)).toEqual(now);
        expect(guidance.next && guidance.next.gaps.map(shortly)).toEqual(next);
    });

    it.each([
        ["while it is in force", {}, ["products-present 2026-01-31 Ada Approver"]],
        ["on its last day", { Expires_On__c: today }, ["products-present 2026-01-01 Ada Approver"]],
        ["not on the day after", { Expires_On__c: "2025-12-31" }, []],
        ["not before it is approved", { Status__c: "Requested" }, []],
        ["not for another rule", { Rule__c: "close-date-not-past" }, []]
    ])("an exception takes the place of its rule's gap %s", (_when, fields, exempt) => {
        const record = { StageName: "Proposal", HasOpportunityLineItem: false };
        const { now, next } = judged({ record, parts: { exceptions: [exceptionNode(fields)] } });

        expect(now.exempt.map(({ ruleId, lastDay, approver }) => `${ruleId} ${lastDay} ${String(approver)}`)).toEqual(
            exempt
        );
        expect(now.gaps.map(shortly)).toEqual(exempt.length > 0 ? [] : ["products-present unmet Block"]);
        expect(next?.exempt).toEqual([]);
    });

    it("shows the gap to a user who can't see exceptions", () => {
        const { now } = judged({
            record: { StageName: "Proposal", HasOpportunityLineItem: false },
            parts: { exceptions: null }
        });

        expect([now.exempt, now.gaps.map(shortly)]).toEqual([[], ["products-present unmet Block"]]);
    });

    it("counts what is met, and not what does not apply", () => {
        const { now, next } = judged({});

        expect([now.met, next?.met]).toEqual([2, 3]);
    });

    it("names the next stage by its position, not by the order of the records", () => {
        expect(judged({}).next?.stage).toBe("Proposal");
        expect(judged({ record: { StageName: "Proposal" } }).next?.stage).toBe("Closed Won");
    });

    it("speaks the language it is asked in", () => {
        const record = { StageName: "Proposal", HasOpportunityLineItem: false };

        expect(judged({ record, language: "zh_TW" }).now.gaps[0]?.title).toBe("商機上有產品");
    });

    it("judges the close date by the user's day", () => {
        const record = { CloseDate: "2026-01-01" };

        expect(judged({ record }).now.gaps).toEqual([]);
        expect(judged({ record, today: "2026-01-02" }).now.gaps.map(shortly)).toEqual([
            "close-date-not-past unmet Observe"
        ]);
    });
});

describe("no guidance", () => {
    const rows: readonly [reason: string, given: Parameters<typeof guide>[0], guidance: Guidance][] = [
        ["where the stage has no record", { record: { StageName: "Odd" } }, { state: "noStageRecord", stage: "Odd" }],
        [
            "where the stage has a record for one record type only",
            { parts: { stages: [stageNode("Qualification", 2, "open", "Partner")] } },
            { state: "noStageRecord", stage: "Qualification" }
        ],
        ["where every rule is off", { parts: { rules: [ruleNode("Products_Present", "Off")] } }, { state: "noRules" }],
        ["where stages can't be read", { parts: { stages: null } }, { state: "noAccess", unseen: ["stages"] }],
        [
            "where neither stages nor rules can be read",
            { parts: { stages: null, rules: null } },
            { state: "noAccess", unseen: ["stages", "rules"] }
        ]
    ];

    it.each(rows)("%s", (_reason, given, guidance) => {
        expect(guide(given)).toEqual(guidance);
    });
});

describe("an answer read in parts", () => {
    it("takes a part for unreadable that an error names, even beside data", () => {
        const message = "You don't have access to OpportunityContactRole.";

        expect(readAnswer({ ...answerOf(), errors: [{ message }] }).roles).toBe("unreadable");
        expect(
            readAnswer({ ...answerOf(), errors: [{ message: "x", path: ["uiapi", "PW_Rule__mdt"] }] })
        ).toMatchObject({
            rules: "unreadable",
            stages: expect.arrayContaining([{ stage: "Prospecting", recordType: "*", position: "1", kind: "open" }])
        });
    });

    it("takes a part for unreadable of which a row or a field is hidden", () => {
        expect(readAnswer(answerOf({ roles: [null] })).roles).toBe("unreadable");
        expect(readAnswer(answerOf({ roles: [{ Id: "x", ContactId: { value: "003A" } }] })).roles).toBe("unreadable");
        expect(readAnswer(answerOf({ rules: [...ruleNodes, { Id: "x", DeveloperName: null }] })).rules).toBe(
            "unreadable"
        );
    });

    it("takes an empty list for what it is", () => {
        expect(readAnswer(answerOf({ roles: [] })).roles).toEqual([]);
    });

    it("spells numbers as decimal text, however large or small", () => {
        const stages = [2, 7.0, 0.0000001, 123456789012, null].map((position) => ({
            ...stageNodes[0],
            Position__c: { value: position }
        }));

        const read = readAnswer(answerOf({ stages })).stages;

        expect(read !== "unreadable" && read.map(({ position }) => position)).toEqual([
            "2",
            "7",
            "0.0000001",
            "123456789012",
            null
        ]);
    });
});
