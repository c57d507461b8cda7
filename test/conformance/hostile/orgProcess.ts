/** A local org as its own process, watched: what it complains of, and whether it still runs. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { localOrgArguments } from "../../../scripts/org/localOrg.ts";

export interface OrgProcess {
    readonly port: number;
    readonly token: string;
    readonly adminUsername: string;
    /** All it wrote to standard error, where a fault of the server leaves its stack. */
    complaints(): string;
    isRunning(): boolean;
    close(): Promise<void>;
}

export async function startOrgProcess(flags: readonly string[]): Promise<OrgProcess> {
    const child = spawn(process.execPath, localOrgArguments([...flags, "--print-json", "--until-stdin-closes"]), {
        stdio: ["pipe", "pipe", "pipe"]
    });
    let complaints = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
    const line = await firstLine(child);
    if (line === null) throw new Error(`The local org did not start: ${complaints}`);
    const { url, token, adminUsername } = JSON.parse(line) as { url: string; token: string; adminUsername: string };
    return {
        port: Number(new URL(url).port),
        token,
        adminUsername,
        complaints: () => complaints,
        isRunning: () => child.exitCode === null && child.signalCode === null,
        close: () => close(child)
    };
}

function firstLine(child: ChildProcess): Promise<string | null> {
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", () => resolve(null));
        if (child.stdout !== null) createInterface({ input: child.stdout }).once("line", resolve);
    });
}

function close(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.stdin?.end();
        child.kill();
    });
}
