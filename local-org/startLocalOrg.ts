import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { dirname } from "node:path";
import { createBulkJobs } from "./bulk/bulkJobs.ts";
import { settableClock, systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { createOrg } from "./createOrg.ts";
import type { OrgWithControls } from "./createOrg.ts";
import type { TextTable } from "./data/table.ts";
import type { NullMode } from "./formula/formula.ts";
import { OrgFileProblem } from "./data/orgFile.ts";
import { LocalOrgProblem } from "./localOrgProblem.ts";
import { nameAdministrator } from "./nameAdministrator.ts";
import type { Org } from "./org.ts";
import { answerSubRequest } from "./rest/answer.ts";
import { createCursors } from "./rest/cursors.ts";
import { createRequestLog } from "./rest/requestLog.ts";
import { createKeptSnapshots } from "./rest/controls/snapshots.ts";
import { createRestServer } from "./rest/restServer.ts";
import type { Services } from "./rest/services.ts";
import { createSignIns } from "./rest/signIns.ts";
import { soapDoor } from "./rest/soapDoor.ts";
import { newLeadConversionSettings } from "./save/leadConversion.ts";
import { snapshotOrg } from "./snapshotOrg.ts";
import { createToolingStore } from "./tooling/toolingStore.ts";
import { createDeployJobs } from "./soap/deployJobs.ts";

export interface LocalOrgOptions {
    /** 0 or nothing: a free one. */
    readonly port?: number;
    /** The system's clock unless given; a test sets it later through `PUT /local-org/clock`. */
    readonly clock?: Clock;
    /** What to restore: a folder with one CSV file per object, or tables. Nothing: an org as new. */
    readonly load?: string | Iterable<TextTable>;
    /** Where the org is kept instead of in memory; an org that the file keeps already is reopened. */
    readonly file?: string;
    readonly nullMode?: NullMode;
    /** A new org is a sandbox; in production a deploy leaves active flows inactive. */
    readonly plays?: Org["plays"];
    /** Active besides English, none unless given; `POST /local-org/languages` adds to them. */
    readonly languages?: readonly string[];
    /** Told of faults of the server; standard error unless given. */
    readonly log?: (line: string) => void;
}

export interface LocalOrg {
    /** `http://127.0.0.1:PORT`. */
    readonly url: string;
    /** The administrator's session. */
    readonly token: string;
    readonly adminUsername: string;
    readonly org: Org;
    close(): Promise<void>;
}

/**
 * Starts a local org and resolves once it answers. It listens on 127.0.0.1 only. Throws LocalOrgProblem
 * for a port or file in use, LoadError for tables that can't be restored; nothing is left running then, and no
 * new file half written.
 */
export async function startLocalOrg(options: LocalOrgOptions = {}): Promise<LocalOrg> {
    const { file } = options;
    if (file === undefined) return start(options);
    if (existsSync(file)) return reopen(file, options);
    checkFolder(file);
    try {
        return await start(options);
    } catch (error) {
        // The other two are SQLite's own, there where it could not close in order.
        for (const made of [file, `${file}-wal`, `${file}-shm`]) rmSync(made, { force: true });
        throw error;
    }
}

async function reopen(file: string, options: LocalOrgOptions): Promise<LocalOrg> {
    if (options.load !== undefined) {
        throw new LocalOrgProblem(`${file} keeps an org already: reopen it without loading, or load into a new file.`);
    }
    try {
        return await start(options);
    } catch (error) {
        throw error instanceof OrgFileProblem ? new LocalOrgProblem(error.message) : error;
    }
}

function checkFolder(file: string): void {
    if (!existsSync(dirname(file))) {
        throw new LocalOrgProblem(`There is no folder ${dirname(file)} to keep the rows in.`);
    }
}

async function start(options: LocalOrgOptions): Promise<LocalOrg> {
    const { log = logToStandardError } = options;
    const clock = settableClock(options.clock ?? systemClock);
    const held = createOrg({ ...options, clock, newSecret });
    try {
        const reportCrash = createCrashReport(log);
        const services = servicesOf(held, reportCrash);
        const server = createRestServer({
            org: held.org,
            services,
            answerSoap: soapDoor(held, services),
            reportCrash
        });
        await listen(server, options.port ?? 0);
        const { port } = server.address() as AddressInfo;
        return {
            url: `http://127.0.0.1:${port}`,
            token: held.org.people.signIn(held.administrator.id),
            adminUsername: nameAdministrator(held, port),
            org: held.org,
            close: async () => {
                await stop(server);
                await services.bulkJobs.close();
                services.tooling.close();
                held.org.store.close();
            }
        };
    } catch (error) {
        held.org.store.close();
        throw error;
    }
}

/** Writes a fault's stack to the log under a number of its own. */
function createCrashReport(log: (line: string) => void): (error: unknown) => string {
    let crashes = 0;
    return (error) => {
        crashes += 1;
        const errorId = `PW-${crashes}`;
        log(`${errorId} ${error instanceof Error ? error.stack : String(error)}\n`);
        return errorId;
    };
}

function servicesOf(held: OrgWithControls, reportCrash: (error: unknown) => string): Services {
    const { org, clock, fieldSecurity, deployed, administrator: defaultWorkflowUser } = held;
    const services: Services = {
        clock,
        fieldSecurity,
        defaultWorkflowUser,
        leadConversion: newLeadConversionSettings(),
        deployed,
        deploys: createDeployJobs(held),
        bulkJobs: createBulkJobs(org, reportCrash),
        signIns: createSignIns(org),
        cursors: createCursors(clock),
        requestLog: createRequestLog(),
        tooling: createToolingStore(),
        snapshots: createKeptSnapshots(() => snapshotOrg(held)),
        answerWithin: (call, request) => answerSubRequest(org, services, call, request)
    };
    return services;
}

function listen(server: Server, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once("error", (error: NodeJS.ErrnoException) => {
            const isTaken = error.code === "EADDRINUSE" || error.code === "EACCES";
            const message = `Port ${port} can't be used (${error.code}); choose another, or 0 for a free one.`;
            reject(isTaken ? new LocalOrgProblem(message) : error);
        });
        server.listen(port, "127.0.0.1", resolve);
    });
}

function stop(server: Server): Promise<void> {
    return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
    });
}

/** Letters, digits, dots and underscores, as clients expect of a token. */
function newSecret(): string {
    return randomBytes(48).toString("base64url").replaceAll("-", ".");
}

function logToStandardError(line: string): void {
    process.stderr.write(line);
}
