/** Where a flow breaks a scanner's rule on purpose: flow, rule, element, and the reason. */
export interface FlowException {
    readonly flow: string;
    readonly rule: string;
    readonly element: string;
    readonly reason: string;
}

const beforeSaveNeedsNone =
    "A before-save flow that fails must fail the save, in the platform's words: a fault path would save a stale stamp.";

export const flowExceptions: readonly FlowException[] = [
    { flow: "PW_Stamp_Opportunity", rule: "MissingFaultPath", element: "Get_Stages", reason: beforeSaveNeedsNone },
    {
        flow: "PW_Stamp_Opportunity",
        rule: "MissingFaultPath",
        element: "Get_Contact_Roles",
        reason: beforeSaveNeedsNone
    },
    {
        flow: "PW_Stamp_Opportunity",
        rule: "MissingFaultPath",
        element: "Get_Exceptions",
        reason: beforeSaveNeedsNone
    },
    { flow: "PW_Stamp_Decision", rule: "MissingFaultPath", element: "Get_Band", reason: beforeSaveNeedsNone },
    {
        flow: "PW_Stamp_Decision",
        rule: "MissingFaultPath",
        element: "Get_Earlier_Decision",
        reason: beforeSaveNeedsNone
    },
    {
        flow: "PW_Post_Decision",
        rule: "RecursiveAfterUpdate",
        element: "Keep_What_Became_Of_It",
        reason: "The update writes no status, and the flow enters on a new record or another status alone: it runs once."
    },
    {
        flow: "PW_Alert_Close_Dates",
        rule: "TriggerOrder",
        element: "TriggerOrder",
        reason: "The clock starts it, no save: there is no order to have a place in."
    }
];
