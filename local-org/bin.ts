import { parseArgs } from "node:util";
import { fixedClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { LoadError } from "./data/loadError.ts";
import { endOnSignal } from "./endOnSignal.ts";
import { LocalOrgProblem } from "./localOrgProblem.ts";
import { SAMPLE_AS_OF, samplePipeline } from "./sample/samplePipeline.ts";
import { isLanguage } from "./schema/standard/people.ts";
import { startLocalOrg } from "./startLocalOrg.ts";
import type { LocalOrg, LocalOrgOptions } from "./startLocalOrg.ts";

const usage =
    "Usage: node local-org/bin.ts [--load DIR | --sample] [--clock 2026-06-30] [--port 8080] [--file PATH] " +
    "[--language zh_TW …] [--print-json] [--until-stdin-closes]";

try {
    const { untilStdinCloses, printsJson, ...options } = readFlags(process.argv.slice(2));
    const localOrg = await startLocalOrg(options);
    // First the way out: who reads the announcement may end this at once.
    endOnSignal({
        signals: process,
        ...(untilStdinCloses ? { stdin: process.stdin.resume() } : {}),
        close: () => localOrg.close(),
        exit: (code) => process.exit(code)
    });
    process.stdout.write(printsJson ? announcement(localOrg) : greeting(localOrg));
} catch (error) {
    if (!(error instanceof LocalOrgProblem) && !(error instanceof LoadError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
}

interface Behaviour {
    readonly untilStdinCloses: boolean;
    /** One line of JSON for a program, instead of a greeting. */
    readonly printsJson: boolean;
}

function readFlags(args: string[]): LocalOrgOptions & Behaviour {
    const { load, sample = false, clock, port, file, language, ...behaviour } = parsed(args);
    if (sample && load !== undefined) throw new LocalOrgProblem(`--sample and --load exclude each other. ${usage}`);
    // The sample's deals have dates: it is looked at on its own day unless another is given.
    const day = clock ?? (sample ? SAMPLE_AS_OF : undefined);
    return {
        untilStdinCloses: behaviour["until-stdin-closes"] ?? false,
        printsJson: behaviour["print-json"] ?? false,
        ...(sample ? { load: samplePipeline() } : {}),
        ...(load === undefined ? {} : { load }),
        ...(file === undefined ? {} : { file }),
        ...(language === undefined ? {} : { languages: language.map(readLanguage) }),
        ...(day === undefined ? {} : { clock: readClock(day) }),
        ...(port === undefined ? {} : { port: readPort(port) })
    };
}

function parsed(args: string[]) {
    try {
        const text = { type: "string" } as const;
        const flag = { type: "boolean" } as const;
        const options = {
            ...{ load: text, clock: text, port: text, file: text, language: { ...text, multiple: true as const } },
            ...{ sample: flag, "print-json": flag, "until-stdin-closes": flag }
        } as const;
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

function readLanguage(text: string): string {
    if (isLanguage(text)) return text;
    throw new LocalOrgProblem(`--language must be one that users can have, such as zh_TW; "${text}" is none.`);
}

function readPort(text: string): number {
    const port = Number(text);
    if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
    throw new LocalOrgProblem(`--port must be a number from 0 to 65535; "${text}" is not one.`);
}

/** One line for a program that started this one. */
function announcement({ url, token, adminUsername, org }: LocalOrg): string {
    return `${JSON.stringify({ url, token, adminUsername, today: org.clock.today() })}\n`;
}

/** `npm run` brings the Node of node_modules along: its `sf` does not sign in under an older one of the shell. */
function greeting({ url, token, adminUsername, org }: LocalOrg): string {
    const day = org.clock.today();
    const login = `org login access-token --instance-url ${url} --alias local --no-prompt`;
    return [
        `Local org at ${url} as ${adminUsername}`,
        `Token: ${token}`,
        "To log in with sf, from Pipewright's folder (elsewhere an sf of your own in place of `npm run -s sf --`):",
        `  SF_ACCESS_TOKEN='${token}' npm run -s sf -- ${login}`,
        `Its day is ${day}: an audit of it by --target-org wants --as-of ${day}.`,
        ""
    ].join("\n");
}
