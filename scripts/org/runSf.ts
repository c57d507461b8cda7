import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "./packageRoot.ts";
import { quietSf, sfProgram } from "./sfProgram.ts";

/**
 * Runs the real `sf` in this package's folder, without the user's own home; stdout, or stderr where that is empty.
 * The token goes by the environment: others on the machine can read arguments.
 */
export async function runSf(
    command: readonly string[],
    org: { readonly url: string; readonly token: string }
): Promise<string> {
    const home = mkdtempSync(join(tmpdir(), "pipewright-sf-"));
    const child = spawn(process.execPath, [sfProgram, ...command], {
        cwd: packageRoot(),
        env: {
            PATH: process.env["PATH"],
            HOME: home,
            USERPROFILE: home,
            SF_ORG_INSTANCE_URL: org.url,
            SF_TARGET_ORG: org.token,
            ...quietSf
        },
        stdio: ["ignore", "pipe", "pipe"]
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    // Ctrl+C ends this process by exit(), which runs no finally: sf would go on alone, and its home stay behind.
    const cleanUp = (): void => {
        child.kill();
        rmSync(home, { recursive: true, force: true });
    };
    process.once("exit", cleanUp);
    try {
        await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
        return stdout.trim() === "" ? stderr : stdout;
    } finally {
        process.removeListener("exit", cleanUp);
        cleanUp();
    }
}
