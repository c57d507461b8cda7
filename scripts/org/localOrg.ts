import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { packageRoot } from "./packageRoot.ts";

/** A local org that runs as a child of this process, met only through its URL. */
export interface RunningLocalOrg {
    readonly url: string;
    readonly token: string;
    /** "YYYY-MM-DD" by its own clock. */
    readonly today: string;
    /** Ends the process; safe to call twice. */
    stop(): Promise<void>;
}

const announcementSchema = z.object({ url: z.url(), token: z.string(), today: z.string() });

/** Node's arguments for the local org, from source or from the compiled lib, as this file is. */
export function localOrgArguments(flags: readonly string[]): string[] {
    const isSource = import.meta.url.endsWith(".ts");
    const program = isSource ? ["local-org", "bin.ts"] : ["lib", "local-org", "bin.js"];
    return ["-C", "development", "--disable-warning=ExperimentalWarning", join(packageRoot(), ...program), ...flags];
}

/** Starts one and waits until it has said where it listens. It ends when this process does, however that ends. */
export async function startLocalOrg(flags: readonly string[]): Promise<RunningLocalOrg> {
    const child = spawn(process.execPath, localOrgArguments([...flags, "--print-json", "--until-stdin-closes"]), {
        stdio: ["pipe", "pipe", "pipe"]
    });
    const complaints: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
    const first = await firstLine(child);
    const announced = announcementSchema.safeParse(first === null ? null : JSON.parse(first));
    if (!announced.success) {
        child.kill();
        throw new CannotStart(`The local org did not start: ${complaints.join("").trim() || "it said nothing"}`);
    }
    return { ...announced.data, stop: () => stop(child) };
}

/** The child's first line; null when it ended without one. */
function firstLine(child: ChildProcess): Promise<string | null> {
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", () => resolve(null));
        if (child.stdout !== null) {
            createInterface({ input: child.stdout }).once("line", resolve);
        }
    });
}

function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) {
        return Promise.resolve();
    }
    return new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.stdin?.end();
        child.kill();
    });
}
