import { parseArgs } from "node:util";
import { fixedClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { LoadError } from "./data/loadError.ts";
import { LocalOrgProblem } from "./localOrgProblem.ts";
import { startLocalOrg } from "./startLocalOrg.ts";
import type { LocalOrg, LocalOrgOptions } from "./startLocalOrg.ts";

const usage =
    "Usage: node local-org/bin.ts [--load DIR] [--clock 2026-06-30] [--port 8080] [--file PATH] [--until-stdin-closes]";

try {
    const { untilStdinCloses, ...options } = readFlags(process.argv.slice(2));
    const localOrg = await startLocalOrg(options);
    process.stdout.write(greeting(localOrg));
    endWith(localOrg, untilStdinCloses);
} catch (error) {
    if (!(error instanceof LocalOrgProblem) && !(error instanceof LoadError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
}

function readFlags(args: string[]): LocalOrgOptions & { untilStdinCloses: boolean } {
    const { load, clock, port, file, "until-stdin-closes": untilStdinCloses } = parsed(args);
    return {
        untilStdinCloses: untilStdinCloses ?? false,
        ...(load === undefined ? {} : { load }),
        ...(file === undefined ? {} : { file }),
        ...(clock === undefined ? {} : { clock: readClock(clock) }),
        ...(port === undefined ? {} : { port: readPort(port) })
    };
}

function parsed(args: string[]) {
    try {
        const text = { type: "string" } as const;
        const options = { load: text, clock: text, port: text, file: text, "until-stdin-closes": { type: "boolean" } } as const;
        return parseArgs({ args, options, allowPositionals: false }).values;
    } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new LocalOrgProblem(`${error.message.split(". ")[0]}. ${usage}`);
    }
}

function readClock(text: string): Clock {
    try {
        return fixedClock(text);
    } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new LocalOrgProblem(`--clock must be a date such as 2026-06-30 or an instant; "${text}" is neither.`);
    }
}

function readPort(text: string): number {
    const port = Number(text);
    if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
    throw new LocalOrgProblem(`--port must be a number from 0 to 65535; "${text}" is not one.`);
}

function greeting({ url, token, adminUsername }: LocalOrg): string {
    return [
        `Local org at ${url} as ${adminUsername}`,
        `Token: ${token}`,
        "To log in with sf:",
        `  SF_ACCESS_TOKEN='${token}' sf org login access-token --instance-url ${url} --alias local --no-prompt`,
        ""
    ].join("\n");
}

/** Ends on a signal; and with its parent, when started so, that a crashed parent leaves no server behind. */
function endWith(localOrg: LocalOrg, untilStdinCloses: boolean): void {
    let isEnding = false;
    const end = (): void => {
        if (isEnding) return;
        isEnding = true;
        void localOrg.close().then(() => process.exit(0));
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
    if (untilStdinCloses) process.stdin.once("end", end).once("close", end).resume();
}
