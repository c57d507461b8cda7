/** The real `sf`, as a child with a home of its own, so that the user's sign-ins are neither read nor written. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quietSf, sfProgram } from "../../scripts/org/sfProgram.ts";
import type { TargetOrg } from "./targetOrg.ts";

export interface SfAnswer {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
    /** The parsed `--json` answer; null where there is none. */
    readonly json: { status: number; result?: unknown; message?: string; name?: string } | null;
}

export interface Sf {
    /** In this folder, unless another project is meant. */
    run(args: readonly string[], env?: NodeJS.ProcessEnv, folder?: string): Promise<SfAnswer>;
    /** Removes the home. */
    close(): Promise<void>;
}

/** One home for all calls of a journey. For another org than the local one the user's own home is needed. */
export async function openSf(org: Pick<TargetOrg, "isLocal" | "sf">): Promise<Sf> {
    const home = await mkdtemp(join(tmpdir(), "pipewright-journey-"));
    const ownHome = org.isLocal ? { HOME: home, USERPROFILE: home } : {};
    return {
        run: (args, env = {}, folder = process.cwd()) =>
            runSf(args, { ...process.env, ...quietSf, ...ownHome, ...org.sf.env, ...env }, folder),
        close: () => rm(home, { recursive: true, force: true })
    };
}

function runSf(args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<SfAnswer> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [sfProgram, ...args], { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
        let [stdout, stderr] = ["", ""];
        child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
        child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
        child.once("error", reject);
        child.once("close", (code) =>
            resolve({ exitCode: code ?? -1, stdout, stderr, json: args.includes("--json") ? parsed(stdout) : null })
        );
    });
}

function parsed(stdout: string): SfAnswer["json"] {
    try {
        return JSON.parse(stdout) as SfAnswer["json"];
    } catch {
        return null; // the journey's assertion shows the output instead
    }
}
