import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { runSf } from "./runSf.ts";

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

function parseOrNull(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null; // then the whole output is the reason
    }
}
