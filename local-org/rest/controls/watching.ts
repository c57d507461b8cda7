import { OrgError } from "../../orgError.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent, ok } from "../call.ts";
import { jsonObject } from "../givenRecord.ts";

/** What was asked of the org, what it cost, and what day it is. */
export const watchingControls: readonly Route[] = [
    { method: "PUT", path: "/clock", answer: setClock },
    { method: "GET", path: "/requests", answer: (call) => ok(call.services.requestLog.all()) },
    { method: "DELETE", path: "/requests", answer: forgetRequests },
    { method: "GET", path: "/transactions", answer: (call) => ok(call.org.transactions.all()) },
    { method: "DELETE", path: "/transactions", answer: forgetTransactions },
    { method: "GET", path: "/changes", answer: countChanges }
];

function setClock(call: Call): Reply {
    const { now } = jsonObject(call.body);
    try {
        call.services.clock.set(String(now));
    } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new OrgError(
            "INVALID_ARGUMENT",
            `now must be a date (2026-06-30) or an instant; ${String(now)} is neither.`
        );
    }
    return ok({ now: call.services.clock.now() });
}

function forgetRequests(call: Call): Reply {
    call.services.requestLog.clear();
    return noContent;
}

function forgetTransactions(call: Call): Reply {
    call.org.transactions.clear();
    return noContent;
}

/** Whoever shows records learns from a number that grew that they may be others now. */
function countChanges({ org, services }: Call): Reply {
    const [row] = org.store.select("SELECT total_changes() AS total", []);
    return ok({ changes: Number(row?.["total"] ?? 0), now: services.clock.now() });
}
