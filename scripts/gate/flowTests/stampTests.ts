import { stagesFor, type OverlayPlan } from "../overlayPlan.ts";
import type { PlacedProcessStage } from "../stages.ts";
import type { FlowTest } from "./flowTestFile.ts";

const flow = "PW_Stamp_Opportunity";
const inUse = "It needs the gate to be on, and some rule at another level than Off.";

/** Far enough ahead for any rule about dates. */
export const someDeal = { Name: "Flow test", CloseDate: "2099-12-31" };

/** Tests of the stamp, with stages that the plan has a record for: as many as it has the stages for. */
export function stampTests(plan: OverlayPlan): FlowTest[] {
    const stages = stagesFor(plan, "*");
    const open = stages.filter(({ kind }) => kind === "open");
    const [first, last] = [open.at(0), open.at(-1)];
    const won = stages.find(({ kind }) => kind === "won");
    const lost = stages.find(({ kind }) => kind === "lost");
    return [
        ...(first ? [stampOfNew(first)] : []),
        ...(first && last && first !== last ? [stampOfMove("PW_Stamp_Move_Ahead", first, last, first.position)] : []),
        ...(last && won ? [stampOfMove("PW_Stamp_Win", last, won, last.position)] : []),
        ...(first && lost ? [stampOfMove("PW_Stamp_Reopen", lost, first, "0")] : [])
    ];
}

/** A clone copies fields: what they say of another opportunity must go. */
function stampOfNew(stage: PlacedProcessStage): FlowTest {
    const copied = {
        PW_Bypassed_Rules__c: "products-present;",
        PW_Contact_Roles__c: 7,
        PW_Exempt_Rules__c: ";products-present;",
        PW_From_Position__c: 3,
        PW_Gaps__c: "products-present;",
        PW_Stage_Stamp__c: "Another stage"
    };
    return {
        name: "PW_Stamp_New_Deal",
        flow,
        description: `A new opportunity, a clone too, gets a stamp of its own: its stage, no stage before, no contact roles, no exceptions, no bypass. ${inUse}`,
        initial: { ...someDeal, StageName: stage.name, ...copied },
        expects: [
            ...stampSays(stage, "0"),
            { field: "PW_Contact_Roles__c", is: 0, message: "A new opportunity has no contact roles." },
            ...["PW_Bypassed_Rules__c", "PW_Exempt_Rules__c", "PW_Gaps__c"].map((field) => ({
                field,
                is: null,
                message: `${field} speaks of another opportunity.`
            }))
        ]
    };
}

function stampOfMove(name: string, from: PlacedProcessStage, to: PlacedProcessStage, fromPosition: string): FlowTest {
    const cameFrom = from.kind === "open" ? "the stage before" : "a closed stage, which counts as none";
    return {
        name,
        flow,
        description: `A move to ${to.name} (${to.kind}) stamps where the stage stands, and that it came from ${cameFrom}. ${inUse}`,
        initial: { ...someDeal, StageName: from.name },
        updated: { StageName: to.name },
        expects: stampSays(to, fromPosition)
    };
}

function stampSays(stage: PlacedProcessStage, fromPosition: string): FlowTest["expects"] {
    return [
        { field: "PW_Stage_Stamp__c", is: stage.name, message: "The stamp speaks of another stage." },
        { field: "PW_Kind__c", is: stage.kind, message: "The stamp says another kind of stage." },
        { field: "PW_Position__c", is: Number(stage.position), message: "The stamp says another position." },
        {
            field: "PW_From_Position__c",
            is: Number(fromPosition),
            message: "The stamp says another position before the move."
        }
    ];
}
