import { Agent } from "node:http";
import { ask, showsInside } from "../hostile/ask.ts";
import type { RawAnswer, RawRequest } from "../hostile/ask.ts";
import { startOrgProcess } from "../hostile/orgProcess.ts";
import type { OrgProcess } from "../hostile/orgProcess.ts";
import { writeSmallData } from "../hostile/smallData.ts";
import { sessionPlace } from "../hostile/soapCases.ts";
import { fuzzRequest } from "./fuzzRequest.ts";

/** A request that the local org did not stand. */
export interface FuzzFailure {
    /** Null where no single request can be blamed. */
    readonly number: number | null;
    readonly problem: string;
    readonly request: string;
}

export interface FuzzRun {
    readonly seed: number;
    readonly first: number;
    readonly count: number;
}

/** An org starts anew after this many requests: it stays small, and a failure can be repeated soon. */
const ofOneOrg = 5_000;
const atOnce = 8;

/** Fewer that are answered well would say that the fuzz knocks at a closed door. */
const fewestAnswered = 0.2;

/** Sends the requests; `tell` hears of each org that has stood its part. */
export async function runFuzz(
    { seed, first, count }: FuzzRun,
    tell: (told: { from: number; to: number; statuses: ReadonlyMap<number, number>; seconds: number }) => void
): Promise<FuzzFailure[]> {
    const small = await writeSmallData();
    const failures: FuzzFailure[] = [];
    try {
        for (let from = first; from < first + count; from += ofOneOrg) {
            const to = Math.min(from + ofOneOrg, first + count);
            const started = performance.now();
            const statuses = new Map<number, number>();
            failures.push(...(await fuzzOneOrg(seed, from, to, small.folder, statuses)));
            tell({ from, to, statuses, seconds: (performance.now() - started) / 1000 });
        }
    } finally {
        await small.remove();
    }
    return failures;
}

async function fuzzOneOrg(
    seed: number,
    from: number,
    to: number,
    folder: string,
    statuses: Map<number, number>
): Promise<FuzzFailure[]> {
    const org = await startOrgProcess(["--clock", "2026-06-30", "--load", folder]);
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const failures: FuzzFailure[] = [];
    let next = from;
    const lane = async (): Promise<void> => {
        while (next < to && org.isRunning()) {
            const number = next++;
            const request = withSession(org, fuzzRequest(seed, number).request);
            const problem = await problemOf(org, request, agent, statuses);
            if (problem !== null) failures.push({ number, problem, request: shown(org, request) });
        }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    failures.push(...problemsOfOrg(org, statuses, to - from));
    agent.destroy();
    await org.close();
    return failures;
}

async function problemOf(
    org: OrgProcess,
    request: RawRequest,
    agent: Agent,
    statuses: Map<number, number>
): Promise<string | null> {
    try {
        const answer = await ask(org, request, agent);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        return problemOfAnswer(request, answer);
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

/** The SOAP API answers every refusal with 500; there a fault of the server says so in its code. */
function problemOfAnswer({ path }: RawRequest, answer: RawAnswer): string | null {
    const isFault = answer.status >= 500 && !(/\/Soap\//i.test(path) && answer.body.includes("<faultcode>"));
    if (isFault || answer.body.includes("UNKNOWN_EXCEPTION")) return `${answer.status}: ${answer.body.slice(0, 200)}`;
    return showsInside(answer) ? `shows its inside: ${answer.body.slice(0, 200)}` : null;
}

function problemsOfOrg(org: OrgProcess, statuses: ReadonlyMap<number, number>, count: number): FuzzFailure[] {
    const answered = [...statuses].reduce((sum, [status, times]) => sum + (status < 300 ? times : 0), 0);
    const problems = [
        ...(org.isRunning() ? [] : ["the server has ended"]),
        ...distinctComplaints(org.complaints()),
        ...(count > 100 && answered < count * fewestAnswered ? [`only ${answered} of ${count} were answered well`] : [])
    ];
    return problems.map((problem) => ({ number: null, problem, request: "" }));
}

/** One of each kind, by its first two lines: a fault that many requests meet is one fault. */
function distinctComplaints(complaints: string): string[] {
    const each = complaints.split(/^(?=PW-\d+ )/m).filter((complaint) => complaint.trim() !== "");
    const kinds = new Map(each.map((complaint) => [kindOf(complaint), complaint]));
    return [...kinds.values()].map((complaint) => `the server complains: ${complaint.slice(0, 2000)}`);
}

const kindOf = (complaint: string): string =>
    complaint
        .replace(/^PW-\d+ /, "")
        .split("\n")
        .slice(0, 2)
        .join("\n");

/** SOAP carries its session in the body. */
function withSession({ token }: OrgProcess, request: RawRequest): RawRequest {
    return typeof request.body === "string" && request.body.includes(sessionPlace)
        ? { ...request, body: request.body.replaceAll(sessionPlace, token) }
        : request;
}

function shown({ token }: OrgProcess, { method, path, headers, body }: RawRequest): string {
    const content = body === undefined ? "" : ` ${body.toString().replaceAll(token, sessionPlace)}`;
    return `${method} ${path} ${JSON.stringify(headers ?? {})}${content}`;
}
