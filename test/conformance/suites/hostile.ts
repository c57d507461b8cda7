import assert from "node:assert/strict";
import { ask, codeOf, showsInside } from "../hostile/ask.ts";
import { doorCases } from "../hostile/doorCases.ts";
import type { HostileCase } from "../hostile/hostileCase.ts";
import { startOrgProcess } from "../hostile/orgProcess.ts";
import type { OrgProcess } from "../hostile/orgProcess.ts";
import { otherCases } from "../hostile/otherCases.ts";
import { rawCases, sendRaw } from "../hostile/rawCases.ts";
import { recordCases } from "../hostile/recordCases.ts";
import { writeSmallData } from "../hostile/smallData.ts";
import { archiveCases, deployBody, sessionPlace, soapCases, soapRequest, statusBody } from "../hostile/soapCases.ts";
import { soqlCases } from "../hostile/soqlCases.ts";
import { code } from "../page.ts";
import { runCases } from "../runCases.ts";
import type { Case } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

const tables = [...soqlCases, ...recordCases, ...doorCases, ...soapCases, ...otherCases];

export const suite: ConformanceSuite = {
    id: "hostile",
    title: "Hostile input: the platform's error code, never a stack, never a crash",
    source: "The error codes of the REST, SOAP, Bulk, GraphQL and Connect developer guides; where a guide is silent, our choice.",
    needsShared: false,
    run
};

async function run(): Promise<ConformanceResult> {
    const small = await writeSmallData();
    const org = await startOrgProcess(["--clock", "2026-06-30", "--load", small.folder]);
    try {
        const result = await runCases([
            ...tables.map((row) => caseOf(org, row)),
            ...archiveCases.map(({ name, zip, says }) => ({
                name: `Archive: ${name}`,
                run: async () => assert.match(await deployResult(org, zip), says)
            })),
            ...rawCases.map(({ name, bytes, status }) => ({
                name: `Bytes: ${name}`,
                run: async () => assert.equal((await sendRaw(org.port, bytes)).status, status)
            })),
            { name: "The server runs on and has complained of nothing", run: () => checkCalm(org) }
        ]);
        return { ...result, remarks: [tableOfCases()] };
    } finally {
        await org.close();
        await small.remove();
    }
}

function caseOf(org: OrgProcess, { name, request, status, code: expected }: HostileCase): Case {
    return {
        name,
        run: async () => {
            const answer = await ask(org, { ...request, ...withSession(org, request.body) });
            assert.equal(showsInside(answer), false, "no line of a stack in the answer");
            assert.equal(`${answer.status} ${codeOf(answer)}`.trim(), `${status} ${expected ?? ""}`.trim());
        }
    };
}

/** SOAP carries its session in the body. */
function withSession(org: OrgProcess, body: string | Buffer | undefined): { body?: string | Buffer } {
    if (body === undefined) return {};
    return { body: typeof body === "string" ? body.replace(sessionPlace, org.token) : body };
}

/** The whole answer: the fault where the deploy is refused at once, else the status of the job when it is done. */
async function deployResult(org: OrgProcess, zip: Buffer | string): Promise<string> {
    const started = await ask(org, soapRequest(deployBody(zip).replace(sessionPlace, org.token)));
    const id = /<id>(\w+)<\/id>/.exec(started.body)?.[1];
    if (id === undefined) return started.body;
    for (;;) {
        const { body } = await ask(org, soapRequest(statusBody(id).replace(sessionPlace, org.token)));
        if (!body.includes("<done>false</done>")) return body;
    }
}

function checkCalm(org: OrgProcess): void {
    assert.equal(org.isRunning(), true, "the server runs");
    assert.equal(org.complaints(), "", "complaints");
}

function tableOfCases(): string {
    const rows = tables.map(
        ({ name, status, code: expected }) => `| ${name} | ${status} | ${expected === null ? "" : code(expected)} |`
    );
    const others = [
        ...archiveCases.map(
            ({ name, says }) => `| Archive: ${name} | a failed deploy that says ${code(String(says))} | |`
        ),
        ...rawCases.map(({ name, status }) => `| Bytes: ${name} | ${status} | |`)
    ];
    return ["| What | Status | Code |", "| --- | --- | --- |", ...rows, ...others].join("\n");
}
