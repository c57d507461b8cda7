import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { packageRoot } from "./packageRoot.ts";
import { quietSf, sfProgram } from "./sfProgram.ts";

const answerSchema = z.object({
    status: z.number(),
    message: z.string().optional(),
    result: z
        .object({
            details: z
                .object({
                    componentFailures: z.array(z.object({ fullName: z.string(), problem: z.string() })).optional()
                })
                .optional()
        })
        .optional()
});

/** Deploys core and overlay with the real `sf`, which never sees the user's own home. Throws `CannotStart` when refused. */
export async function deployPackage(org: { readonly url: string; readonly token: string }): Promise<void> {
    const folders = ["force-app/main", "force-app/overlay"].flatMap((folder) => ["--source-dir", folder]);
    const output = await runSf(["project", "deploy", "start", ...folders, "--json"], org);
    const parsed = answerSchema.safeParse(parseOrNull(output));
    if (!parsed.success || parsed.data.status !== 0) {
        const reason = parsed.success ? reasonOf(parsed.data) : output.trim();
        throw new CannotStart(
            `The package could not be deployed to the local org: ${reason.replaceAll(org.token, "…")}`
        );
    }
}

function reasonOf({ message, result }: z.infer<typeof answerSchema>): string {
    const failures = result?.details?.componentFailures ?? [];
    const lines = failures.map(({ fullName, problem }) => `${fullName}: ${problem}`);
    return lines.length > 0 ? lines.join("; ") : (message ?? "sf gave no reason");
}

/** stdout, or stderr where that is empty. The token goes by the environment: others on the machine can read arguments. */
async function runSf(
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

function parseOrNull(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null; // then the whole output is the reason
    }
}
