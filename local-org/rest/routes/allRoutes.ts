import { bulkRoutes } from "../../bulk/bulkRoutes.ts";
import { chatterRoutes } from "../../chatter/chatterRoutes.ts";
import { chatterUserRoutes } from "../../chatter/userRoutes.ts";
import { toolingRoutes } from "../../tooling/toolingRoutes.ts";
import { uiRoutes } from "../../ui/uiRoutes.ts";
import type { Route } from "../call.ts";
import { batchRoutes } from "./batch.ts";
import { collectionRoutes } from "./collections.ts";
import { compositeRoutes } from "./composite.ts";
import { deployRequestRoutes } from "./deployRequests.ts";
import { describeRoutes } from "./describes.ts";
import { queryRoutes } from "./queries.ts";
import { recordRoutes } from "./records.ts";
import { refusedRoutes } from "./refusedResources.ts";
import { resourceRoutes } from "./resources.ts";
import { treeRoutes } from "./tree.ts";
import { upsertRoutes } from "./upserts.ts";

/** All that stands under /services/data/vNN.0. The first that fits answers, so literal parts come first. */
export const allRoutes: readonly Route[] = [
    ...resourceRoutes,
    ...refusedRoutes,
    ...queryRoutes,
    ...describeRoutes,
    ...deployRequestRoutes,
    ...bulkRoutes,
    ...recordRoutes,
    ...upsertRoutes,
    ...batchRoutes,
    ...treeRoutes,
    ...collectionRoutes,
    ...compositeRoutes,
    ...uiRoutes,
    ...chatterRoutes,
    ...chatterUserRoutes,
    ...toolingRoutes
];
