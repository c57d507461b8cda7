import type { Figure } from "./figures.ts";
import { median } from "./figures.ts";
import { secondsInChild, startServer } from "./inChild.ts";
import type { Server } from "./inChild.ts";
import { rateOf, sendWell } from "./requests.ts";
import { accountOf, idOf } from "./rows.ts";

export interface BenchSize {
    /** Rows of the large org. */
    readonly large: number;
    /** Rows of the small one, whose times growth is measured against. */
    readonly small: number;
    readonly repetitions: number;
}

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
    const results: T[] = [];
    for (let left = times; left > 0; left -= 1) results.push(await work());
    return results;
}

const ratiosOf = (above: readonly number[], below: readonly number[]): number[] =>
    above.map((value, place) => value / (below[place] ?? Number.NaN));

/** A load of the rows against plain inserts of the same rows into the same table. */
export async function measureLoad({ large, repetitions }: BenchSize): Promise<Figure> {
    const pairs = await repeated(repetitions, async () => ({
        insert: await secondsInChild("insert", large),
        load: await secondsInChild("load", large)
    }));
    const [load, insert] = [pairs.map((pair) => pair.load), pairs.map((pair) => pair.insert)];
    return {
        what: `Load of ${large} rows`,
        ratioOf: "seconds of the load / seconds of plain inserts into the same table with its indexes",
        target: { kind: "at most", value: 2 },
        ratios: ratiosOf(load, insert),
        measures: `${rounded(median(load))} s / ${rounded(median(insert))} s`
    };
}

const exported = "Id, Name, StageName, CloseDate, Amount, NextStep, AccountId, CreatedDate";

/** Bulk export against the rate at which the same process iterates the same rows of the same columns. */
export async function measureExport(org: Server, { large, repetitions }: BenchSize): Promise<Figure> {
    const sql = `SELECT ${exported.replace(/\w+/g, '"$&"')} FROM "Opportunity"`;
    const pairs = await repeated(repetitions, async () => ({
        iterated: await iterated(org, sql),
        exported: await exportedRows(org, `SELECT ${exported} FROM Opportunity`)
    }));
    for (const each of pairs.flatMap((pair) => [pair.iterated, pair.exported])) {
        if (each.rows !== large) throw new Error(`${each.rows} rows came, not ${large}.`);
    }
    const rates = (kind: "iterated" | "exported"): number[] =>
        pairs.map((pair) => pair[kind].rows / pair[kind].seconds);
    return {
        what: "Bulk export",
        ratioOf: "rows/s exported / rows/s iterated",
        target: { kind: "at least", value: 0.5 },
        ratios: ratiosOf(rates("exported"), rates("iterated")),
        measures: `${rounded(median(rates("exported")))} / ${rounded(median(rates("iterated")))} rows/s`
    };
}

interface Timed {
    readonly rows: number;
    readonly seconds: number;
}

async function iterated(org: Server, sql: string): Promise<Timed> {
    const { rows = 0, seconds = 0 } = await org.ask({ iterate: sql });
    return { rows, seconds };
}

async function exportedRows(org: Server, query: string): Promise<Timed> {
    const started = performance.now();
    const job = await sendWell(org, "POST", "/jobs/query", { body: { operation: "query", query } });
    const { id } = JSON.parse(job.text) as { id: string };
    for (;;) {
        const { state } = JSON.parse((await sendWell(org, "GET", `/jobs/query/${id}`)).text) as { state: string };
        if (state === "JobComplete") break;
        if (state === "Failed" || state === "Aborted") throw new Error(`The export is ${state}.`);
    }
    let rows = 0;
    for (let locator = ""; locator !== "null";) {
        const path = `/jobs/query/${id}/results?maxRecords=250000${locator === "" ? "" : `&locator=${locator}`}`;
        const page = await sendWell(org, "GET", path, { keepsText: false });
        rows += page.lines - 1;
        locator = String(page.headers["sforce-locator"]);
    }
    return { rows, seconds: (performance.now() - started) / 1000 };
}

/** A record by its Id against an empty handler of the same kind of server. */
export async function measureById(org: Server, { large, repetitions }: BenchSize): Promise<Figure> {
    const empty = await startServer("empty");
    const path = (number: number): string => `/sobjects/Opportunity/${idOf((number * 7919) % large)}`;
    await rateOf(org, path, 1);
    await rateOf(empty, path, 1);
    const pairs = await repeated(Math.max(repetitions, 5), async () => ({
        empty: await rateOf(empty, path, 2),
        org: await rateOf(org, path, 2)
    }));
    empty.end();
    const [orgRates, emptyRates] = [pairs.map((pair) => pair.org), pairs.map((pair) => pair.empty)];
    return {
        what: "A record by its Id",
        ratioOf: "answers/s of the org / answers/s of an empty handler",
        target: { kind: "at least", value: 0.5 },
        ratios: ratiosOf(orgRates, emptyRates),
        measures: `${rounded(median(orgRates))} / ${rounded(median(emptyRates))} a second`
    };
}

const select = (rest: string): string =>
    `/query?q=${encodeURIComponent(`SELECT Id, Name, Amount FROM Opportunity ${rest}`)}`;

/** What is asked of both orgs, with what it stands for. */
const grown: readonly (readonly [what: string, ask: (org: Server, size: number, turn: number) => Promise<unknown>])[] =
    [
        [
            "a record by its Id",
            (org, size, turn) => sendWell(org, "GET", `/sobjects/Opportunity/${idOf((turn * 7919) % size)}`)
        ],
        [
            "a query by an indexed field (Id), one row",
            (org, size, turn) => sendWell(org, "GET", select(`WHERE Id = '${idOf((turn * 7919) % size)}'`))
        ],
        [
            "a query by a lookup (AccountId), first 10 rows",
            (org, _size, turn) => sendWell(org, "GET", select(`WHERE AccountId = '${accountOf(turn)}' LIMIT 10`))
        ],
        [
            "a query by a field without an index (NextStep), counted",
            (org, _size, turn) =>
                sendWell(
                    org,
                    "GET",
                    `/query?q=${encodeURIComponent(`SELECT COUNT() FROM Opportunity WHERE NextStep = 'Call ${turn % 50}'`)}`
                )
        ],
        ["the first page of 2,000 of all", (org) => sendWell(org, "GET", select(""))],
        [
            "one save",
            (org, _size, turn) =>
                sendWell(org, "POST", "/sobjects/Opportunity", {
                    body: { Name: `New ${turn}`, StageName: "Prospecting", CloseDate: "2026-12-31" }
                })
        ]
    ];

/** Seconds in the large org over seconds in the small one. */
export async function measureGrowth(large: Server, size: BenchSize): Promise<Figure[]> {
    const small = await startServer("org", size.small);
    const figures: Figure[] = [];
    for (const [what, ask] of grown) {
        await ask(small, size.small, 1);
        await ask(large, size.large, 1);
        const pairs = await repeated(size.repetitions, async () => ({
            small: await secondsEach((turn) => ask(small, size.small, turn)),
            large: await secondsEach((turn) => ask(large, size.large, turn))
        }));
        const [above, below] = [pairs.map((pair) => pair.large), pairs.map((pair) => pair.small)];
        figures.push({
            what: `Growth: ${what}`,
            ratioOf: `time with ${size.large} rows / time with ${size.small}`,
            target: null,
            ratios: ratiosOf(above, below),
            measures: `${rounded(median(above) * 1000)} / ${rounded(median(below) * 1000)} ms`
        });
    }
    small.end();
    return figures;
}

async function secondsEach(work: (turn: number) => Promise<unknown>): Promise<number> {
    const turns = 5;
    const started = performance.now();
    for (let turn = 1; turn <= turns; turn += 1) await work(turn);
    return (performance.now() - started) / 1000 / turns;
}
