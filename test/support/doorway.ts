import { spawn } from "node:child_process";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { quietSf } from "../../scripts/org/sfProgram.ts";
import type { TargetOrg } from "./targetOrg.ts";

/** What Node is started with for a command of ours, as the scripts of package.json do without the second that npm takes. */
export const doorway: readonly string[] = [
    "-C",
    "development",
    "--disable-warning=DEP0180",
    "--disable-warning=ExperimentalWarning",
    "bin/dev.js",
    "opportunity"
];

export interface Ended {
    readonly exitCode: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs a command of ours against the org, in English and in a home of its own, to its end. */
export function runCommand(org: TargetOrg, home: string, args: readonly string[]): Promise<Ended> {
    const environment = { ...process.env, HOME: home, USERPROFILE: home, LC_ALL: "en_US.UTF-8", ...quietSf };
    const target = ["--target-org", org.connection.accessToken ?? ""];
    const child = spawn(process.execPath, [...doorway, ...args, ...target], {
        cwd: packageRoot(),
        env: { ...environment, ...org.sf.env },
        stdio: ["ignore", "pipe", "pipe"]
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    return new Promise((resolve, reject) => {
        child.once("error", reject).once("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
    });
}
