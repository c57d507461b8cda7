import type { Route } from "../rest/call.ts";
import { answerGraphql } from "./graphql/answerGraphql.ts";
import { readObjectInfo } from "./objectInfoRoute.ts";
import { readPicklistValues } from "./picklistRoute.ts";
import { readUiRecord } from "./recordRoute.ts";
import { createUiRecord, updateUiRecord } from "./saveRoutes.ts";

/** What Lightning's wires and record forms ask of an org. */
export const uiRoutes: readonly Route[] = [
    { method: "GET", path: "/ui-api/records/:id", answer: readUiRecord },
    { method: "POST", path: "/ui-api/records", answer: createUiRecord },
    { method: "PATCH", path: "/ui-api/records/:id", answer: updateUiRecord },
    { method: "GET", path: "/ui-api/object-info/:object", answer: readObjectInfo },
    {
        method: "GET",
        path: "/ui-api/object-info/:object/picklist-values/:recordType/:field",
        answer: readPicklistValues
    },
    { method: "POST", path: "/graphql", answer: answerGraphql }
];
