import type { WrittenFile } from "../../written/writtenFolder.ts";
import { valueOf, type Lookup } from "./elements.ts";
import { flowFile, type FlowBody } from "./flowFile.ts";

/** A flow that runs every day, once for each record that meets every filter then. */
export interface DailyFlow extends FlowBody, Pick<Lookup, "object" | "where"> {
    readonly first: string;
    /** In the org's time zone: "06:00". */
    readonly time: string;
}

/** Any day that has passed: a daily flow then runs for the first time on the day after its activation. */
const startDate = "2026-01-01";

export function dailyFlowFile(flow: DailyFlow): WrittenFile {
    const { object, where, first, time } = flow;
    const start = {
        locationX: "0",
        locationY: "0",
        connector: { targetReference: first },
        filterLogic: "and",
        filters: where.map(([field, operator, value]) => ({ field, operator, value: valueOf(value) })),
        object,
        schedule: { frequency: "Daily", startDate, startTime: `${time}:00.000Z` },
        triggerType: "Scheduled"
    };
    return flowFile(flow, start, null);
}
