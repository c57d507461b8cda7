import { OrgError } from "../../orgError.ts";
import { executeSoql } from "../../soql/executeSoql.ts";
import type { SoqlContext } from "../../soql/context.ts";
import type { SoqlResult } from "../../soql/executeSoql.ts";
import type { Call, Reply, Route } from "../call.ts";
import { ok, part } from "../call.ts";

const largestBatch = 2000;
const smallestBatch = 200;

/** As the platform documents it. */
const longestQuery = 100_000;

/** SOQL, 2,000 records a page unless the client asks for less. The Tooling paths serve the same objects. */
export const queryRoutes: readonly Route[] = [
    { method: "GET", path: "/query", answer: (call) => query(call, rowsOfOrg) },
    { method: "GET", path: "/queryAll", answer: (call) => query(call, allRowsOfOrg) },
    { method: "GET", path: "/tooling/query", answer: (call) => query(call, toolingRows) },
    { method: "GET", path: "/query/:locator", answer: nextPage },
    { method: "GET", path: "/queryAll/:locator", answer: nextPage },
    { method: "GET", path: "/tooling/query/:locator", answer: nextPage }
];

type RunQuery = (call: Call, soql: string) => SoqlResult;

const rowsOfOrg: RunQuery = (call, soql) => executeSoql(contextOf(call), soql, { apiVersion: call.version });

const allRowsOfOrg: RunQuery = (call, soql) =>
    executeSoql(contextOf(call), soql, { allRows: true, apiVersion: call.version });

/** Results of test runs stand in the Tooling API alone. */
const toolingRows: RunQuery = (call, soql) => {
    const { user, version, services, org } = call;
    const [, from = ""] = /\bFROM\s+(\w+)/i.exec(soql) ?? [];
    const isOfTests = user.viewsAllData && services.tooling.answersFor(from);
    return isOfTests ? services.tooling.query(soql, version, user, org.clock) : rowsOfOrg(call, soql);
};

const contextOf = ({ org: { schema, store, clock }, user }: Call): SoqlContext => ({ schema, store, clock, user });

function query(call: Call, run: RunQuery): Reply {
    const soql = call.query.get("q");
    if (soql === null) throw new OrgError("MALFORMED_QUERY", "The query parameter q is missing.");
    if (soql.length > longestQuery) {
        throw new OrgError("QUERY_TOO_COMPLICATED", `A query has at most ${longestQuery} characters.`);
    }
    const result = run(call, soql);
    return ok(call.query.get("columns") === "true" ? result.columnMetadata : firstPage(call, result));
}

/** What a query answers: all, or its first page and where the next one is. */
export function firstPage(call: Call, { records, totalSize, columnMetadata }: SoqlResult): Record<string, unknown> {
    const batchSize = batchSizeOf(call);
    if (records.length <= batchSize) return { totalSize, done: true, records };
    if (columnMetadata.groupBy) {
        const message =
            "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch";
        throw new OrgError("EXCEEDED_ID_LIMIT", message);
    }
    const locator = call.services.cursors.open({ userId: call.user.id, batchSize, records });
    return page(call, locator, 0);
}

/** `0r8…-2000`: a cursor and the number of the first record to come. */
function nextPage(call: Call): Reply {
    const [, locator = "", start = ""] = /^(\w+)-(\d{1,9})$/.exec(part(call, "locator")) ?? [];
    return ok(page(call, locator, Number(start)));
}

function page(call: Call, locator: string, start: number): Record<string, unknown> {
    const { records, batchSize } = call.services.cursors.find(locator, call.user.id);
    const end = start + batchSize;
    const rest =
        end < records.length ? { nextRecordsUrl: `/services/data/v${call.version}/query/${locator}-${end}` } : {};
    const totalSize = records.length;
    return { totalSize, done: end >= totalSize, ...rest, records: records.slice(start, end) };
}

function batchSizeOf(call: Call): number {
    const asked = /batchSize=(\d+)/.exec(call.headers["sforce-query-options"] ?? "")?.[1];
    return asked === undefined ? largestBatch : Math.min(largestBatch, Math.max(smallestBatch, Number(asked)));
}
