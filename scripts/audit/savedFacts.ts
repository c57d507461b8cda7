import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { gatheredSchema } from "./gathered.ts";
import type { Gathered } from "./gathered.ts";

/** Raw records as gathered, to be judged again without asking the org. They hold customers' data. */
export function writeFacts(gathered: Gathered): string {
    return `${JSON.stringify({ pipewright: 1, gathered }, null, 1)}\n`;
}

const savedSchema = z.strictObject({ pipewright: z.literal(1), gathered: gatheredSchema });

/** Throws `CannotStart` for text that this version did not write. */
export function readFacts(text: string, path: string): Gathered {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch {
        throw new CannotStart(`${path} is not JSON: give a file written by --save.`);
    }
    const parsed = savedSchema.safeParse(json);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new CannotStart(
            `${path} was not written by --save: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}.`
        );
    }
    return parsed.data.gathered;
}
