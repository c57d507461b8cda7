/** What `npm run audit -- --json` answers. */
import assert from "node:assert/strict";
import { z } from "zod";

const count = z.number().int().nonnegative();
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const total = z.object({ count, amount: decimal.nullable(), withoutAmount: count });

const advice = z.object({
    code: z.string(),
    weight: z.enum(["problem", "warning", "cannotTell", "remark"]),
    args: z.record(z.string(), z.union([z.string(), z.array(z.string())]))
});

/** The contract, written a second time by hand: what a program may rely on. */
const contract = z.object({
    status: z.number(),
    result: z.object({
        run: z.object({
            id: z.uuid(),
            org: z.object({ id: z.string(), name: z.string(), isSandbox: z.boolean() }),
            asOf: z.iso.date(),
            apiCalls: count,
            seconds: z.number(),
            user: z.object({ name: z.string(), username: z.string() }),
            seesAll: z.enum(["yes", "no", "notKnown"]),
            settingsFrom: z.array(z.enum(["ruleRecord", "configFile", "default"])),
            unreadable: z.array(z.object({ what: z.string(), reason: z.string() })),
            unmappedStages: z.array(z.object({ stage: z.string().nullable(), count, isOffered: z.boolean() }))
        }),
        rules: z.array(
            z.object({
                id: z.string(),
                kind: z.enum(["record", "history", "process"]),
                practice: z.string(),
                level: z.enum(["Off", "Observe", "Warn", "Block"]),
                applicable: count,
                met: count,
                unmet: count,
                unknown: count,
                reasons: z.array(z.object({ code: z.string(), detail: z.string(), count }))
            })
        ),
        findings: z.array(
            z.object({
                ruleId: z.string(),
                verdict: z.enum(["unmet", "unknown"]),
                recordId: z.string().length(18),
                recordName: z.string(),
                owner: z.string().nullable(),
                stage: z.string().nullable(),
                amount: decimal.nullable(),
                args: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
                advice: z.array(advice).optional()
            })
        ),
        processes: z.array(
            z.object({
                name: z.string(),
                opportunities: count,
                stages: z.array(z.object({ stage: z.string(), position: decimal })),
                offers: z.array(z.object({ stage: z.string(), entered: count, position: decimal.nullable() })),
                advice: z.array(
                    z.object({
                        ruleId: z.string(),
                        verdict: z.enum(["met", "unmet", "unknown"]),
                        findings: z.array(advice)
                    })
                )
            })
        ),
        funnel: z.object({ stages: z.array(total), open: total, won: total })
    })
});

/** What the command printed with `--json`, held to the contract. */
export function answerOf({ stdout, stderr }: { stdout: string; stderr: string }): z.infer<typeof contract>["result"] {
    assert.ok(stdout.startsWith("{"), `No JSON on stdout: ${stdout}\n${stderr}`);
    return contract.parse(JSON.parse(stdout)).result;
}
