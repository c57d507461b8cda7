import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";

/** What configure wrote last, beside it. Without it nothing in the folder counts as ours. */
export const lockFile = "pipewright.lock.json";

const lockSchema = z.strictObject({
    version: z.literal(1),
    /** Version of Pipewright that wrote the overlay. */
    pipewright: z.string(),
    /** Paths below the folder. */
    files: z.array(z.string()),
    /** Position by stage, by record type. */
    stages: z.record(z.string(), z.record(z.string(), z.string())),
    /** By the org's Id: the levels that its rule records had. */
    levels: z.record(z.string(), z.record(z.string(), z.string())),
    /** By the org's Id: the levels that were last written for it. Locks of the first version have none. */
    writtenLevels: z.record(z.string(), z.record(z.string(), z.string())).default({})
});

export type Lock = z.infer<typeof lockSchema>;

export const noLock: Lock = { version: 1, pipewright: "", files: [], stages: {}, levels: {}, writtenLevels: {} };

/** Throws `CannotStart` for text that configure didn't write. */
export function parseLock(text: string, path: string): Lock {
    try {
        return lockSchema.parse(JSON.parse(text));
    } catch (error) {
        if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
        throw new CannotStart(`${path} is not as it was written: restore it from version control.`);
    }
}

export function printLock(lock: Lock): string {
    return `${JSON.stringify(lock, null, 4)}\n`;
}

/** The lock once a level has been written for the org outside of configure. */
export function withWrittenLevel(lock: Lock, orgId: string, ruleId: string, level: string): Lock {
    const written = { ...lock.writtenLevels[orgId], [ruleId]: level };
    return { ...lock, writtenLevels: { ...lock.writtenLevels, [orgId]: written } };
}
