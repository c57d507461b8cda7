import { parseQuery } from "@jetstreamapp/soql-parser-js";
import type { FieldType, GroupByClause, OrderByClause, Query, QueryBase } from "@jetstreamapp/soql-parser-js";
import { malformed, unsupported } from "./refusals.ts";

/**
 * The query's tree. Throws MALFORMED_QUERY for what is not SOQL and, by name, for the clauses that
 * this org leaves out.
 */
export function parseSoql(text: string): Query & { sObject: string } {
    const query = treeOf(text);
    refuseClauses(query);
    if (query.sObject === undefined) throw malformed("unexpected token: '<EOF>'");
    return { ...query, sObject: query.sObject };
}

function treeOf(text: string): Query {
    try {
        return parseQuery(text);
    } catch (error) {
        throw refusalOf(error);
    }
}

/** The parser's own messages list its token names; the platform's name the token it stumbled over. */
function refusalOf(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error);
    const found =
        /but found(?:: | --> )'([^]*?)'(?: <--)?\s*$/.exec(message)?.[1] ??
        /expecting EOF but found: (.+)/.exec(message)?.[1];
    if (message.includes("UsingScopeEnumeration")) return unsupported(`USING SCOPE ${found}`);
    if (message.includes("unexpected character: ->/<-")) return unsupported("A comment");
    if (found === ":") return malformed("Bind variables only allowed in Apex code");
    if (found === undefined) return malformed(`unexpected token: ${message.split("\n")[0]}`);
    return malformed(`unexpected token: '${found === "" ? "<EOF>" : found}'`);
}

/** Also for sub-selects and semi-joins, whose clauses are the same. */
export function refuseClauses(query: QueryBase): void {
    if (query.usingScope !== undefined) throw unsupported(`USING SCOPE ${query.usingScope}`);
    if (query.withDataCategory !== undefined) throw unsupported("WITH DATA CATEGORY");
    if (query.withSecurityEnforced) throw unsupported("WITH SECURITY_ENFORCED");
    if (query.withAccessLevel !== undefined) throw unsupported(`WITH ${query.withAccessLevel}`);
    if (query.for !== undefined) throw unsupported(`FOR ${query.for}`);
    if (query.update !== undefined) throw unsupported(`UPDATE ${query.update}`);
}

export function fieldsOf(query: QueryBase): readonly FieldType[] {
    return query.fields ?? [];
}

/** The parser gives one clause bare and several in an array. */
export function groupByOf(query: QueryBase): readonly GroupByClause[] {
    return query.groupBy === undefined ? [] : [query.groupBy].flat();
}

export function orderByOf(query: QueryBase): readonly OrderByClause[] {
    return query.orderBy === undefined ? [] : [query.orderBy].flat();
}
