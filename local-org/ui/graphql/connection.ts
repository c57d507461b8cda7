import type { RecordValues } from "../../data/value.ts";
import type { Org } from "../../org.ts";
import { OrgError } from "../../orgError.ts";
import type { RunningUser } from "../../people/people.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import { executeSoql } from "../../soql/executeSoql.ts";
import type { ReadableSchema } from "./readableSchema.ts";
import { orderByClause, whereClause } from "./soqlOf.ts";
import type { Input } from "./soqlOf.ts";

export interface Viewer {
    readonly org: Org;
    readonly user: RunningUser;
    readonly readable: ReadableSchema;
}

export interface ConnectionArguments {
    readonly first?: number | null;
    readonly after?: string | null;
    readonly where?: Input | null;
    readonly orderBy?: Input | null;
}

/** One page of records as GraphQL's connections have it. */
export interface Connection {
    readonly edges: readonly { readonly node: RecordValues; readonly cursor: string }[];
    readonly pageInfo: PageInfo;
    totalCount(): number;
}

interface PageInfo {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
}

/** As the platform documents them. */
const defaultPage = 10;
const largestPage = 2000;

/** Runs the query through SOQL, which decides what the user sees, and reads the found rows. */
export function connectionOf(viewer: Viewer, object: ObjectSchema, asked: ConnectionArguments): Connection {
    const { org, user, readable } = viewer;
    const where = whereClause(readable, object, asked.where ?? undefined);
    const orderBy = orderByClause(readable, object, asked.orderBy ?? undefined);
    const [first, start] = [pageSize(asked.first), startOf(asked.after)];
    const context = { schema: org.schema, store: org.store, clock: org.clock, user };
    const range = ` LIMIT ${first + 1}${start === 0 ? "" : ` OFFSET ${start}`}`;
    const { records } = executeSoql(context, `SELECT Id FROM ${object.name}${where}${orderBy}${range}`);
    const ids = records.slice(0, first).map((record) => String(record["Id"]));
    const edges = ids.map((id, place) => ({ node: rowOf(viewer, object, id), cursor: cursorOf(start + place) }));
    return {
        edges,
        pageInfo: {
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
            hasNextPage: records.length > first,
            hasPreviousPage: start > 0
        },
        totalCount: () => executeSoql(context, `SELECT COUNT() FROM ${object.name}${where}`).totalSize
    };
}

function rowOf({ org }: Viewer, object: ObjectSchema, id: string): RecordValues {
    const row = org.store.read(object, id);
    if (row === undefined) throw new Error(`${object.name} ${id} was found and is not there.`);
    return row;
}

function pageSize(first: number | null | undefined): number {
    const size = first ?? defaultPage;
    if (size >= 1 && size <= largestPage) return size;
    throw new OrgError("INVALID_ARGUMENT", `first must be from 1 to ${largestPage}; ${size} is not.`);
}

/** `v1:` and the place of a record, in base 64. */
function cursorOf(place: number): string {
    return Buffer.from(`v1:${place}`).toString("base64");
}

function startOf(after: string | null | undefined): number {
    if (after === null || after === undefined) return 0;
    const [, place] = /^v1:(\d{1,7})$/.exec(Buffer.from(after, "base64").toString("latin1")) ?? [];
    if (place === undefined) throw new OrgError("INVALID_ARGUMENT", `after is no cursor of this org: ${after}`);
    return Number(place) + 1;
}
