import { resolve } from "node:path";
import { z } from "zod";
import { runSf } from "../org/runSf.ts";
import { shownTarget } from "../terminal/shownTarget.ts";

const problemSchema = z.object({ fullName: z.string(), problem: z.string() });
const testFailureSchema = z.object({
    name: z.string(),
    methodName: z.string().nullish(),
    message: z.string().nullish()
});
const answerSchema = z.object({
    status: z.number(),
    message: z.string().optional(),
    result: z
        .object({
            numberTestsCompleted: z.coerce.number().optional(),
            details: z
                .object({
                    componentFailures: z.union([problemSchema, z.array(problemSchema)]).optional(),
                    runTestResult: z
                        .object({ failures: z.union([testFailureSchema, z.array(testFailureSchema)]).nullish() })
                        .nullish()
                })
                .optional()
        })
        .optional()
});

/** A check-only deploy of the one record with the org's own tests: saves nothing. */
export function proposedArguments(runPath: string): string[] {
    const folder = resolve(runPath, "package");
    return ["project", "deploy", "start", "--dry-run", "--test-level", "RunLocalTests", "--metadata-dir", folder];
}

/** As a person types it. A session that stands in for the org's name is nobody's to read. */
export function proposedCommand(runPath: string, targetOrg: string): string {
    return ["npx sf", ...[...proposedArguments(runPath), "--target-org", shownTarget(targetOrg)].map(quoted)].join(" ");
}

/** The same where nothing is kept on disk that a deploy could take. */
export function rehearsal(ruleId: string, targetOrg: string): string {
    const flags = ["--to", "Block", "--run-tests", "--dry-run", "--target-org", shownTarget(targetOrg)];
    return ["npm run -s level --", ...[ruleId, ...flags].map(quoted)].join(" ");
}

/** How the tests ended; `problems`: in the org's words, empty where all passed. */
export interface Tested {
    readonly tests: number | null;
    readonly problems: readonly string[];
}

/** Runs the proposal with the real `sf`. */
export async function runTests(
    runPath: string,
    org: { readonly url: string; readonly token: string }
): Promise<Tested> {
    const said = await runSf([...proposedArguments(runPath), "--wait", "240", "--json"], org);
    const output = org.token === "" ? said : said.replaceAll(org.token, "…");
    const parsed = answerSchema.safeParse(parseOrNull(output));
    if (!parsed.success) return { tests: null, problems: [output.trim().slice(0, 500)] };
    const { status, message, result } = parsed.data;
    const tests = result?.numberTestsCompleted ?? null;
    if (status === 0) return { tests, problems: [] };
    const problems = [
        ...[result?.details?.componentFailures ?? []].flat().map((each) => `${each.fullName}: ${each.problem}`),
        ...[result?.details?.runTestResult?.failures ?? []]
            .flat()
            .map(({ name, methodName, message: why }) => `${name}.${methodName ?? ""}: ${why ?? ""}`)
    ];
    return { tests, problems: problems.length > 0 ? problems : [message ?? "sf gave no reason"] };
}

function quoted(argument: string): string {
    return /^[\w@%+=:,./…-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function parseOrNull(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null; // then the whole output is the reason
    }
}
