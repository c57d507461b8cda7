import type { QueryBase } from "@jetstreamapp/soql-parser-js";
import { OrgError } from "../orgError.ts";
import { malformed, tooComplicated } from "./refusals.ts";
import type { Scope } from "./scope.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** SQLite takes 2,000 columns; some are its own. */
const MOST_COLUMNS = 1_900;

/** The columns of one SELECT; each is read back by the alias it is given. */
export class Projection {
    private readonly columns: { sql: Sql; alias: string }[] = [];

    /** The same expression is selected once. */
    add(expression: Sql): string {
        const known = this.columns.find((column) => column.sql.text === expression.text);
        if (known !== undefined) return known.alias;
        if (this.columns.length === MOST_COLUMNS)
            throw tooComplicated(`A query selects ${MOST_COLUMNS} fields at most`);
        const alias = `c${this.columns.length}`;
        this.columns.push({ sql: expression, alias });
        return alias;
    }

    sql(): Sql {
        return join(
            this.columns.map((column) => sql`${column.sql} AS ${raw(column.alias)}`),
            ", "
        );
    }

    aliases(): Sql {
        return raw(this.columns.map((column) => column.alias).join(", "));
    }
}

export interface Clauses {
    readonly conditions: readonly Sql[];
    readonly groupBy?: readonly Sql[];
    readonly having?: readonly Sql[];
    readonly orderBy?: readonly Sql[];
}

/** Without LIMIT, which a sub-select applies for each parent. The joins are those that the other parts asked for. */
export function selectSql(scope: Scope, columns: Sql, clauses: Clauses): Sql {
    const { conditions, groupBy = [], having = [], orderBy = [] } = clauses;
    const parts = [
        sql`SELECT ${columns} FROM ${scope.from()}`,
        ...clause("WHERE", conditions, " AND "),
        ...clause("GROUP BY", groupBy, ", "),
        ...clause("HAVING", having, " AND "),
        ...clause("ORDER BY", orderBy, ", ")
    ];
    return join(parts, " ");
}

function clause(keyword: string, parts: readonly Sql[], separator: string): readonly Sql[] {
    return parts.length === 0 ? [] : [sql`${raw(keyword)} ${join(parts, separator)}`];
}

export function limited(statement: Sql, query: QueryBase): Sql {
    const { limit, offset } = rangeOf(query);
    if (limit === null && offset === 0n) return statement;
    return sql`${statement} LIMIT ${limit ?? -1n} OFFSET ${offset}`;
}

/** Null: all. Throws for an OFFSET beyond the platform's 2,000, and for a LIMIT that is no exact number any more. */
export function rangeOf({ limit, offset = 0 }: QueryBase): { limit: bigint | null; offset: bigint } {
    if (offset > 2000) throw new OrgError("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
    if (limit === undefined) return { limit: null, offset: BigInt(offset) };
    if (!Number.isSafeInteger(limit)) throw malformed(`LIMIT ${limit} is too large a number`);
    return { limit: BigInt(limit), offset: BigInt(offset) };
}
