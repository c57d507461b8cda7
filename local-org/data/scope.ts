import type { Clock } from "../clock.ts";
import type { Schema } from "../schema/schema.ts";
import type { Store } from "./store.ts";

/** What computing over rows needs of an org. */
export interface RowsOfOrg {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: Clock;
}

/** Ids of the rows to compute, or every row. */
export type Scope = readonly string[] | "all";

/** A SQL condition on an Id column with its parameters. */
export function inScope(column: string, scope: Scope): { readonly sql: string; readonly parameters: string[] } {
    return scope === "all"
        ? { sql: "1", parameters: [] }
        : { sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(scope)] };
}
