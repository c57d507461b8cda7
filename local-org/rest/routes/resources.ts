import type { Call, Reply, Route } from "../call.ts";
import { ok } from "../call.ts";
import { dailyApiRequests } from "../dailyLimits.ts";

/** Where the API's parts are, and how much of it was used. */
export const resourceRoutes: readonly Route[] = [
    { method: "GET", path: "", answer: listResources },
    { method: "GET", path: "/limits", answer: listLimits }
];

function listResources({ version, org, user, baseUrl }: Call): Reply {
    const base = `/services/data/v${version}`;
    return ok({
        sobjects: `${base}/sobjects`,
        query: `${base}/query`,
        queryAll: `${base}/queryAll`,
        composite: `${base}/composite`,
        jobs: `${base}/jobs`,
        tooling: `${base}/tooling`,
        limits: `${base}/limits`,
        identity: `${baseUrl}/id/${org.id}/${user.id}`
    });
}

/** The documented keys of what this org has, with what was used since it started. */
function listLimits({ services, org }: Call): Reply {
    const jobs = services.bulkJobs.all().filter(({ kind }) => kind === "query").length;
    const left = (max: number, used: number) => ({ Max: max, Remaining: Math.max(0, max - used) });
    return ok({
        DailyApiRequests: left(dailyApiRequests, services.requestLog.total()),
        DailyBulkV2QueryJobs: left(10_000, jobs),
        DailyBulkV2QueryFileStorageMB: left(976_562, 0),
        DailyBulkApiBatches: left(15_000, 0),
        DataStorageMB: left(1024, megabytesOf(org)),
        FileStorageMB: left(1024, 0)
    });
}

function megabytesOf({ store }: Call["org"]): number {
    const [row] = store.select("SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size", []);
    return Math.ceil(Number(row?.["bytes"] ?? 0) / 1024 / 1024);
}
