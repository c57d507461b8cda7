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
        tooling: `${base}/tooling`,
        limits: `${base}/limits`,
        identity: `${baseUrl}/id/${org.id}/${user.id}`
    });
}

function listLimits({ services }: Call): Reply {
    const used = services.requestLog.total();
    return ok({
        DailyApiRequests: { Max: dailyApiRequests, Remaining: Math.max(0, dailyApiRequests - used) },
        DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
        DataStorageMB: { Max: 1024, Remaining: 1024 },
        FileStorageMB: { Max: 1024, Remaining: 1024 }
    });
}
