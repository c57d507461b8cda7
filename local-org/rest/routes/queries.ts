import { OrgError } from "../../orgError.ts";
import { showSetUp } from "../../tooling/showSetUp.ts";
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

const rowsOfOrg: RunQuery = (call, soql) =>
    executeSoql(contextOf(call), soql, { apiVersion: call.version, pageSize: batchSizeOf(call) });

const allRowsOfOrg: RunQuery = (call, soql) =>
    executeSoql(contextOf(call), soql, { allRows: true, apiVersion: call.version, pageSize: batchSizeOf(call) });

/** Results of test runs, and the rows about flows and rules, stand in the Tooling API alone. */
const toolingRows: RunQuery = (call, soql) => {
    const { user, version, services, org } = call;
    const [, from = ""] = /\bFROM\s+(\w+)/i.exec(soql) ?? [];
    if (!user.viewsAllData || !services.tooling.answersFor(from)) return rowsOfOrg(call, soql);
    showSetUp(services.tooling, org);
    return services.tooling.query(soql, version, user, org.clock);
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
export function firstPage(call: Call, result: SoqlResult): Record<string, unknown> {
    const { records, totalSize, columnMetadata, page: pageOfResult } = result;
    const batchSize = batchSizeOf(call);
    if (pageOfResult === undefined && records.length <= batchSize) return { totalSize, done: true, records };
    if (columnMetadata.groupBy) {
        const message =
            "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch";
        throw new OrgError("EXCEEDED_ID_LIMIT", message);
    }
    const read = pageOfResult ?? ((start: number, end: number) => records.slice(start, end));
    const locator = call.services.cursors.open({ userId: call.user.id, batchSize, totalSize, read });
    return pageAnswer(call, { locator, start: 0, records: records.slice(0, batchSize) });
}

/** `0r8…-2000`: a cursor and the number of the first record to come. */
function nextPage(call: Call): Reply {
    const [, locator = "", from = ""] = /^(\w+)-(\d{1,9})$/.exec(part(call, "locator")) ?? [];
    const start = Number(from);
    const { batchSize, read } = call.services.cursors.find(locator, call.user.id);
    return ok(pageAnswer(call, { locator, start, records: read(start, start + batchSize) }));
}

interface Page {
    readonly locator: string;
    readonly start: number;
    readonly records: readonly unknown[];
}

function pageAnswer(call: Call, { locator, start, records }: Page): Record<string, unknown> {
    const { totalSize, batchSize } = call.services.cursors.find(locator, call.user.id);
    const end = start + batchSize;
    const rest = end < totalSize ? { nextRecordsUrl: `/services/data/v${call.version}/query/${locator}-${end}` } : {};
    return { totalSize, done: end >= totalSize, ...rest, records };
}

function batchSizeOf(call: Call): number {
    const asked = /batchSize=(\d+)/.exec(call.headers["sforce-query-options"] ?? "")?.[1];
    return asked === undefined ? largestBatch : Math.min(largestBatch, Math.max(smallestBatch, Number(asked)));
}
