import type { WrittenFile } from "../../written/writtenFolder.ts";
import { alertTests } from "../alerts/alertTests.ts";
import { stagesFor, type OverlayPlan } from "../overlayPlan.ts";
import { flowTestFile, type FlowTest } from "./flowTestFile.ts";
import { someDeal, stampTests } from "./stampTests.ts";

/**
 * Tests of those of the written flows that the format can test: it takes no flows before a deletion, none that run
 * after the commit alone, and no record of the org, so none whose work is done on other records. They hold at any
 * level of any rule, and whatever the records of the bands say.
 */
export function flowTestFiles(plan: OverlayPlan, written: readonly WrittenFile[]): WrittenFile[] {
    const tests = [...stampTests(plan), ...noteTests(plan), lineTest, ...decisionTests, ...alertTests];
    return tests
        .filter(({ flow }) => written.some(({ path }) => path === `flows/${flow}.flow-meta.xml`))
        .map(flowTestFile);
}

/** Backwards, which no rule asks about. */
function noteTests(plan: OverlayPlan): FlowTest[] {
    const open = stagesFor(plan, "*").filter(({ kind }) => kind === "open");
    const [first, last] = [open.at(0), open.at(-1)];
    if (first === undefined || last === undefined || first === last) {
        return [];
    }
    const gaps = "products-present;";
    const stamped = (stage: string) => ({
        PW_Stage_Stamp__c: stage,
        PW_Kind__c: first.kind,
        PW_Position__c: Number(first.position),
        PW_From_Position__c: Number(last.position),
        PW_Gaps__c: gaps
    });
    const move = (name: string, stamp: string) => ({
        name,
        flow: "PW_Note_Move",
        initial: { ...someDeal, ...stamped(stamp), StageName: last.name },
        updated: { StageName: first.name }
    });
    return [
        {
            ...move("PW_Note_Nothing_Missing", first.name),
            description: "A move back, which no rule asks about, leaves nothing of what the move before it lacked.",
            expects: [
                { field: "PW_Gaps__c", is: null, message: "A gap of an earlier move is still noted." },
                { field: "PW_Bypassed_Rules__c", is: null, message: "A bypass is noted where no rule was asked." }
            ]
        },
        {
            ...move("PW_Note_Nothing_Unstamped", "Another stage"),
            description: "Where the stamp speaks of another stage than the record's, nothing can be noted of the move.",
            expects: [{ field: "PW_Gaps__c", is: gaps, message: "Something was noted without a stamp of this stage." }]
        }
    ];
}

const lineTest: FlowTest = {
    name: "PW_Line_Needs_A_Price",
    flow: "PW_Stamp_Line",
    description: "A product whose family no rule exempts needs a price, whatever the mark on it said before.",
    initial: { Quantity: 1, UnitPrice: 0, PW_Price_Exempt__c: true },
    expects: [
        {
            field: "PW_Price_Exempt__c",
            is: false,
            message: "A product of no exempt family is marked as needing no price."
        }
    ]
};

const decided = {
    Kind__c: "Discount",
    Reason__c: "They sign for three years.",
    Reason_Category__c: "Volume",
    Status__c: "Logged"
};

const decisionTests: readonly FlowTest[] = [
    {
        name: "PW_Decision_Needs_Approval",
        flow: "PW_Stamp_Decision",
        description:
            "A discount of everything falls into the highest band there is: it needs approval, by a permission.",
        initial: { ...decided, Percent__c: 100 },
        expects: [
            { field: "Needs_Approval__c", is: true, message: "A discount of everything needs no approval." },
            { field: "Band__c", is: "anything", message: "A discount of everything falls into no band." },
            { field: "Permission__c", is: "anything", message: "No permission approves a discount of everything." },
            { field: "Proposed_By__c", is: "anything", message: "It is not noted who proposed it." }
        ]
    },
    {
        name: "PW_Decision_Needs_None",
        flow: "PW_Stamp_Decision",
        description: "A decision about something else than a discount needs no approval, whatever was copied into it.",
        initial: {
            ...decided,
            Kind__c: "Strategy",
            Band__c: "Copied",
            Needs_Approval__c: true,
            Permission__c: "PW_Copied"
        },
        expects: [
            { field: "Needs_Approval__c", is: false, message: "Only a discount needs approval." },
            { field: "Band__c", is: null, message: "Only a discount falls into a band." },
            { field: "Permission__c", is: null, message: "Only a discount asks for a permission." },
            { field: "Proposed_By__c", is: "anything", message: "It is not noted who proposed it." }
        ]
    }
];
