/** What a report counts, asked of an org by SOQL: its filters, its rows and its groups. */
import type { Connection } from "jsforce";
import type { Bucket, Filter, Report, ReportType } from "./insightFiles.ts";

/** A row of the report: Id of the base record, and the value of every column by its name; "-" is nothing. */
export interface ReportRow {
    readonly id: string;
    readonly values: ReadonlyMap<string, unknown>;
    /** The labels of its groups, down and then across. */
    readonly groups: readonly string[];
}

interface DescribedField {
    readonly name: string;
    readonly type: string;
    readonly relationshipName?: string | null | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** As the connection's user sees it. Throws where the org has no such field for this user. */
export async function runReport(connection: Connection, report: Report, type: ReportType): Promise<ReportRow[]> {
    const base = type.baseObject;
    const asked = askedColumns(report);
    const inBase = asked.filter((column) => tableOf(column) === base);
    const described = await fieldsOf(connection, base);
    const paths = new Map(inBase.map((column) => [column, soqlPath(described, column)]));
    const where = report.filters.map((filter) => conditionOf(filter, described, paths.get(filter.column) ?? ""));
    const rows = await query(connection, base, [...paths.values()], where);
    const joined = type.join === null ? null : await childRows(connection, type, asked, where);
    return rows.flatMap((row) => {
        const own = valuesOf(row, paths);
        const children = joined?.get(String(row["Id"])) ?? [new Map<string, unknown>()];
        return children.map((child) => {
            const values = new Map([...own, ...child]);
            const groups = [...report.down, ...report.across].map((name) => groupOf(name, report.buckets, values));
            return { id: String(row["Id"]), values, groups };
        });
    });
}

/** How many rows each group has; groups joined by " | ". */
export function countGroups(rows: readonly Pick<ReportRow, "groups">[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { groups } of rows) counts[groups.join(" | ")] = (counts[groups.join(" | ")] ?? 0) + 1;
    return counts;
}

/** Columns, groups, filters and sources of buckets: all that the report reads. */
export function askedColumns(report: Report): string[] {
    const buckets = report.buckets.map(({ name }) => name);
    const named = [
        ...report.columns,
        ...report.down,
        ...report.across,
        ...report.filters.map(({ column }) => column),
        ...report.buckets.map(({ source }) => source),
        report.dateColumn,
        ...(report.sortColumn === null ? [] : [report.sortColumn])
    ];
    return [...new Set(named)].filter((name) => !buckets.includes(name));
}

export async function fieldsOf(connection: Connection, object: string): Promise<readonly DescribedField[]> {
    return (await connection.describe$(object)).fields;
}

/** A lookup of a report type is named without Id, or as the field is; what it shows is the name of the record. */
export function soqlPath(fields: readonly DescribedField[], column: string): string {
    const [first = "", further] = column.slice(column.indexOf("$") + 1).split(".");
    const lookup = fields.find(
        ({ name, type, relationshipName }) => type === "reference" && (relationshipName === first || name === first)
    );
    if (lookup !== undefined) return `${lookup.relationshipName}.${further ?? "Name"}`;
    const field = fields.find(({ name }) => name === first);
    if (field === undefined || further !== undefined) throw new Error(`There is no field for ${column}.`);
    return field.name;
}

export function tableOf(column: string): string {
    return column.slice(0, column.indexOf("$"));
}

async function childRows(
    connection: Connection,
    { baseObject, join }: ReportType,
    asked: readonly string[],
    where: readonly string[]
): Promise<Map<string, Map<string, unknown>[]>> {
    const { childRelationships } = await connection.describe$(baseObject);
    const child = childRelationships.find(({ relationshipName }) => relationshipName === join);
    if (child === undefined) throw new Error(`${baseObject} has no related list ${join}.`);
    const described = await fieldsOf(connection, child.childSObject);
    const parent = described.find(({ name }) => name === child.field)?.relationshipName;
    const columns = asked.filter((column) => tableOf(column) === `${baseObject}.${join}`);
    const paths = new Map(columns.map((column) => [column, soqlPath(described, column)]));
    const ofParent = where.map((condition) => `${parent}.${condition}`);
    const byParent = new Map<string, Map<string, unknown>[]>();
    for (const row of await query(connection, child.childSObject, [child.field, ...paths.values()], ofParent)) {
        const id = String(row[child.field]);
        byParent.set(id, [...(byParent.get(id) ?? []), valuesOf(row, paths)]);
    }
    return byParent;
}

async function query(
    connection: Connection,
    object: string,
    paths: readonly string[],
    where: readonly string[]
): Promise<Row[]> {
    const fields = [...new Set(["Id", ...paths])].join(", ");
    const condition = where.length > 0 ? ` WHERE ${where.join(" AND ")}` : "";
    return connection
        .query(`SELECT ${fields} FROM ${object}${condition}`, { autoFetch: true, maxFetch: 50_000 })
        .then(({ records }) => records);
}

function valuesOf(row: Row, paths: ReadonlyMap<string, string>): Map<string, unknown> {
    const at = (path: string): unknown =>
        path.split(".").reduce<unknown>((value, name) => (value as Row | null)?.[name], row);
    return new Map([...paths].map(([column, path]) => [column, at(path)]));
}

function groupOf(name: string, buckets: readonly Bucket[], values: ReadonlyMap<string, unknown>): string {
    const bucket = buckets.find((each) => each.name === name);
    const value = values.get(bucket?.source ?? name) ?? null;
    if (bucket === undefined) return String(value ?? "-");
    if (value === null && !bucket.readsBlankAsZero) return "-";
    return bucket.ranges.find(({ upTo }) => Number(value) <= upTo)?.label ?? "-";
}

function conditionOf({ operator, value }: Filter, described: readonly DescribedField[], path: string): string {
    const type = described.find(({ name }) => name === path)?.type;
    if (type === "boolean") return `${path} = ${value === "1"}`;
    if (value === "") return `${path} ${operator === "equals" ? "=" : "!="} null`;
    if (type === "date") return `${path} ${operator === "greaterOrEqual" ? ">=" : "="} ${value}`;
    const texts = value.split(",").map((each) => `'${each}'`);
    return `${path} ${operator === "equals" ? "IN" : "NOT IN"} (${texts.join(", ")})`;
}
