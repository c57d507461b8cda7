/**
 * Work that is measured in a process of its own, so that neither memory nor warm code of another measure helps
 * or harms it: `child.ts load 1000000`. Answers its parent by messages.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { fixedClock } from "../../local-org/clock.ts";
import { createOrg } from "../../local-org/createOrg.ts";
import { settableClock } from "../../local-org/clock.ts";
import { startLocalOrg } from "../../local-org/startLocalOrg.ts";
import { columns, opportunityRows, tablesOf } from "./rows.ts";

const [work = "", size = "0"] = process.argv.slice(2);
const count = Number(size);

const works: Readonly<Record<string, () => void | Promise<void>>> = { load, insert, empty, org };
await works[work]?.();

/** What a message to a process that serves may ask for. */
interface Asked {
    readonly iterate: string;
}

function say(message: object): void {
    process.send?.(message);
}

function secondsOf(run: () => void): number {
    const started = performance.now();
    run();
    return (performance.now() - started) / 1000;
}

function load(): void {
    const clock = settableClock(fixedClock("2026-06-30"));
    const seconds = secondsOf(() => {
        createOrg({ clock, newSecret: () => "secret", load: tablesOf(count) }).org.store.close();
    });
    say({ seconds });
}

/**
 * The same rows into an empty table like the org's, its indexes included, by one prepared statement in one
 * transaction: what SQLite itself asks for keeping them where the org keeps them.
 */
function insert(): void {
    const clock = settableClock(fixedClock("2026-06-30"));
    const { store } = createOrg({ clock, newSecret: () => "secret" }).org;
    const definitions = [...store.select("SELECT sql FROM sqlite_master WHERE tbl_name = 'Opportunity'", [])];
    store.close();
    const database = new DatabaseSync(":memory:");
    const seconds = secondsOf(() => {
        for (const { sql } of definitions) if (typeof sql === "string") database.exec(sql);
        database.exec("BEGIN");
        const names = columns.map((name) => `"${name}"`).join(", ");
        const places = columns.map(() => "?").join(", ");
        const statement = database.prepare(`INSERT INTO Opportunity (${names}) VALUES (${places})`);
        for (const row of opportunityRows(count)) statement.run(...row);
        database.exec("COMMIT");
    });
    say({ seconds });
}

/** A server that answers every request with the same few bytes. */
function empty(): void {
    const server = createServer((_request, response) => {
        response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 2 });
        response.end("{}");
    });
    server.listen(0, "127.0.0.1", () => say({ port: (server.address() as AddressInfo).port, token: "none" }));
}

/** A local org with its rows, which can also be told to iterate a query's SQL by itself. */
async function org(): Promise<void> {
    const started = performance.now();
    const local = await startLocalOrg({ clock: fixedClock("2026-06-30"), load: tablesOf(count) });
    const loaded = (performance.now() - started) / 1000;
    process.on("message", ({ iterate }: Asked) => {
        let rows = 0;
        const seconds = secondsOf(() => {
            for (const row of local.org.store.select(iterate, [])) rows += row === undefined ? 0 : 1;
        });
        say({ seconds, rows });
    });
    say({ port: Number(new URL(local.url).port), token: local.token, loaded });
}
