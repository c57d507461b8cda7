/** Report types, reports and dashboards as their files say, in the words that tests ask with. */
import { XMLParser } from "fast-xml-parser";
import type { MetadataFile } from "../metadataFiles.ts";

export interface ReportType {
    readonly name: string;
    readonly baseObject: string;
    /** The related list that is joined, whether or not a record has any; null: none. */
    readonly join: string | null;
    /** "Opportunity$Owner", as reports name them. */
    readonly columns: readonly string[];
}

/** Ranges of a number, each up to and with its end; a blank number is in none of them. */
export interface Bucket {
    readonly name: string;
    readonly source: string;
    readonly readsBlankAsZero: boolean;
    readonly ranges: readonly { readonly upTo: number; readonly label: string }[];
}

export interface Filter {
    readonly column: string;
    readonly operator: string;
    readonly value: string;
}

export interface Report {
    readonly name: string;
    readonly reportType: string;
    readonly format: string;
    readonly columns: readonly string[];
    readonly summed: readonly string[];
    readonly filters: readonly Filter[];
    readonly down: readonly string[];
    readonly across: readonly string[];
    readonly buckets: readonly Bucket[];
    readonly dateColumn: string;
    /** All time, which a report of the open pipeline must say itself. */
    readonly interval: string;
    readonly scope: string;
    readonly sortColumn: string | null;
}

export interface DashboardPart {
    readonly title: string;
    readonly report: string;
    readonly groupings: readonly string[];
    readonly summary: string;
}

export interface Dashboard {
    readonly name: string;
    readonly runsAs: string;
    readonly namesUser: boolean;
    readonly parts: readonly DashboardPart[];
}

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true });

export function reportTypeOf({ name, xml }: MetadataFile): ReportType {
    const type = rootOf(xml, "ReportType");
    const columns = listed(type, "sections").flatMap((section) => listed(section, "columns"));
    const [join] = listed(type, "join");
    return {
        name,
        baseObject: textOf(type, "baseObject"),
        join: join === undefined ? null : textOf(join, "relationship"),
        columns: columns.map((column) => `${textOf(column, "table")}$${textOf(column, "field")}`)
    };
}

export function reportOf({ path, xml }: MetadataFile): Report {
    const report = rootOf(xml, "Report");
    const columns = listed(report, "columns");
    const fields = (name: string): string[] => listed(report, name).map((each) => textOf(each, "field"));
    const [timeFrame = {}] = listed(report, "timeFrameFilter");
    return {
        name: /reports\/(.+)\.report-meta\.xml$/.exec(path)?.[1] ?? path,
        reportType: textOf(report, "reportType"),
        format: textOf(report, "format"),
        columns: fields("columns"),
        summed: columns.filter((each) => "aggregateTypes" in each).map((each) => textOf(each, "field")),
        filters: listed(report, "filter").flatMap((filter) => listed(filter, "criteriaItems").map(filterOf)),
        down: fields("groupingsDown"),
        across: fields("groupingsAcross"),
        buckets: listed(report, "buckets").map(bucketOf),
        dateColumn: textOf(timeFrame, "dateColumn"),
        interval: textOf(timeFrame, "interval"),
        scope: textOf(report, "scope"),
        sortColumn: "sortColumn" in report ? textOf(report, "sortColumn") : null
    };
}

export function dashboardOf({ name, xml }: MetadataFile): Dashboard {
    const dashboard = rootOf(xml, "Dashboard");
    const [grid = {}] = listed(dashboard, "dashboardGridLayout");
    const parts = listed(grid, "dashboardGridComponents").flatMap((each) => listed(each, "dashboardComponent"));
    return {
        name,
        runsAs: textOf(dashboard, "dashboardType"),
        namesUser: "runningUser" in dashboard,
        parts: parts.map((part) => ({
            title: textOf(part, "header"),
            report: textOf(part, "report"),
            groupings: [part["groupingColumn"]].flat().map(String),
            summary: listed(part, "chartSummary")
                .map((summary) => textOf(summary, "column"))
                .join()
        }))
    };
}

function filterOf(item: Node): Filter {
    return { column: textOf(item, "column"), operator: textOf(item, "operator"), value: textOf(item, "value") };
}

function bucketOf(bucket: Node): Bucket {
    return {
        name: textOf(bucket, "developerName"),
        source: textOf(bucket, "sourceColumnName"),
        readsBlankAsZero: textOf(bucket, "nullTreatment") !== "n",
        ranges: listed(bucket, "values").map((value) => {
            const [source = {}] = listed(value, "sourceValues");
            return { upTo: "to" in source ? Number(source["to"]) : Infinity, label: textOf(value, "value") };
        })
    };
}

function rootOf(xml: string, name: string): Node {
    const root = (parser.parse(xml) as Record<string, Node | undefined>)[name];
    if (root === undefined) throw new Error(`The file holds no ${name}.`);
    return root;
}

function listed(node: Node, name: string): Node[] {
    return node[name] === undefined ? [] : ([node[name]].flat() as Node[]);
}

function textOf(node: Node, name: string): string {
    return String(node[name] ?? "");
}
