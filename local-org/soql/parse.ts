import { parseQuery } from "@jetstreamapp/soql-parser-js";
import type { FieldType, GroupByClause, OrderByClause, Query, QueryBase } from "@jetstreamapp/soql-parser-js";
import { DISAGREEMENTS, NAMED_FOR_BOTH } from "./leftOutSyntax.ts";
import { faultInGrammar } from "./platformGrammar.ts";
import type { GrammarFault } from "./platformGrammar.ts";
import { refuseUnboundedText, withoutStrings } from "./queryBounds.ts";
import { malformed, unsupported } from "./refusals.ts";

/**
 * The query's tree. Throws MALFORMED_QUERY for what either parser refuses, and by name for the clauses that
 * this org leaves out.
 */
export function parseSoql(text: string): Query & { sObject: string } {
    refuseUnboundedText(text);
    const query = treeOf(text);
    refuseClauses(query);
    if (query.sObject === undefined) throw malformed("unexpected token: '<EOF>'");
    return { ...query, sObject: query.sObject };
}

function treeOf(text: string): Query {
    const fault = faultInGrammar(text);
    const parsed = treeOrError(text);
    if (fault === null && !("error" in parsed)) return parsed.tree;
    const leftOut = leftOutIn(text);
    if (leftOut !== undefined) throw unsupported(leftOut);
    if (fault !== null) throw refusalOfGrammar(text, fault);
    throw refusalOfParser("error" in parsed ? parsed.error : undefined);
}

function treeOrError(text: string): { readonly tree: Query } | { readonly error: unknown } {
    try {
        return { tree: parseQuery(text) };
    } catch (error) {
        return { error };
    }
}

/** What of the refused text the platform would understand. */
function leftOutIn(text: string): string | undefined {
    const bare = withoutStrings(text);
    return [...NAMED_FOR_BOTH, ...DISAGREEMENTS].find((each) => each.pattern?.test(bare) === true)?.construct;
}

function refusalOfGrammar(text: string, { token, isEscape }: GrammarFault): Error {
    if (token === ":") return malformed("Bind variables only allowed in Apex code");
    if (!isEscape) return malformed(`unexpected token: '${token}'`);
    return malformed(`Invalid string literal. Illegal character sequence '${escapeIn(text)}' in string literal`);
}

/** The grammar points at the character behind the backslash; the platform shows both. */
function escapeIn(text: string): string {
    const strings = text.match(/'(?:[^'\\]|\\[^])*'/g) ?? [];
    return /\\(?:u.{0,4}|[^nrtbf"'\\u])/i.exec(strings.join(""))?.[0] ?? "\\";
}

/** The parser's own messages list its token names; the platform's name the token it stumbled over. */
function refusalOfParser(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error);
    const found =
        /but found(?:: | --> )'([^]*?)'(?: <--)?\s*$/.exec(message)?.[1] ??
        /expecting EOF but found: (.+)/.exec(message)?.[1] ??
        /^unexpected character: ->([^])<-/.exec(message)?.[1];
    if (found === undefined) return malformed(`unexpected token: ${message.split("\n")[0]}`);
    return malformed(`unexpected token: '${found === "" ? "<EOF>" : found}'`);
}

/**
 * Also for sub-selects and semi-joins, whose clauses are the same. SECURITY_ENFORCED and USER_MODE ask for what
 * every query here does anyway: the user's own access.
 */
export function refuseClauses(query: QueryBase): void {
    if (query.usingScope !== undefined) throw unsupported(`USING SCOPE ${query.usingScope}`);
    if (query.withDataCategory !== undefined) throw unsupported("WITH DATA CATEGORY");
    if (query.withAccessLevel === "SYSTEM_MODE") throw unsupported("WITH SYSTEM_MODE");
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
