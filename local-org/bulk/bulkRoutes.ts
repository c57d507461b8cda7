import type { Route } from "../rest/call.ts";
import { ingestJobRoutes } from "./ingestJobRoutes.ts";
import { queryJobRoutes } from "./queryJobRoutes.ts";

export const bulkRoutes: readonly Route[] = [...queryJobRoutes, ...ingestJobRoutes];
