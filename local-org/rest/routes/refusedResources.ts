import { OrgError } from "../../orgError.ts";
import type { Route } from "../call.ts";

/** What the platform has and this org leaves out: refused by name, so that nobody takes it for an empty answer. */
const refused: readonly (readonly [method: string, path: string])[] = [
    ["GET", "/search"],
    ["GET", "/parameterizedSearch"],
    ["POST", "/parameterizedSearch"],
    ["POST", "/composite/graph"],
    ["GET", "/recent"],
    ["GET", "/tabs"],
    ["GET", "/theme"],
    ["GET", "/sobjects/:object/deleted"],
    ["GET", "/sobjects/:object/updated"],
    ["GET", "/sobjects/:object/listviews"],
    ["GET", "/sobjects/:object/describe/layouts"],
    ["GET", "/sobjects/:object/describe/compactLayouts"],
    ["GET", "/sobjects/:object/describe/approvalLayouts"],
    ["GET", "/limits/recordCount"],
    ["GET", "/process/rules"],
    ["GET", "/process/approvals"],
    ["POST", "/process/approvals"],
    ["GET", "/actions"],
    ["POST", "/actions/standard/:name"],
    ["POST", "/actions/custom/flow/:name"],
    ["GET", "/analytics/reports"],
    ["GET", "/wave"],
    ["GET", "/event"]
];

export const refusedRoutes: readonly Route[] = refused.map(([method, path]) => ({
    method,
    path,
    answer: () => {
        const message = `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")} is not supported by this local org`;
        throw new OrgError("NOT_FOUND", message, { status: 404 });
    }
}));
