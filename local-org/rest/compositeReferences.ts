import { OrgError } from "../orgError.ts";
import { isJsonObject } from "./givenRecord.ts";
import type { SubReply } from "./services.ts";

/**
 * The subrequest with `@{referenceId.path}` replaced by what an earlier subrequest answered, as in
 * `@{newAccount.id}` or `@{found.records[0].Id}`. Throws PROCESSING_HALTED when that one failed or has no such value.
 */
export function filledIn(json: unknown, answered: ReadonlyMap<string, SubReply>): unknown {
    if (typeof json === "string") {
        return json.replace(/@\{(\w+)((?:[.[][^}]*)?)\}/g, (_, id: string, path: string) =>
            valueAt(id, path, answered)
        );
    }
    if (Array.isArray(json)) return json.map((each) => filledIn(each, answered));
    if (!isJsonObject(json)) return json;
    return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, filledIn(value, answered)]));
}

/** What every JavaScript object inherits was never part of an answer. */
const isOwnValue = (from: unknown, step: string): boolean =>
    typeof from === "object" && from !== null && Object.hasOwn(from, step);

function valueAt(id: string, path: string, answered: ReadonlyMap<string, SubReply>): string {
    const reply = answered.get(id);
    if (reply === undefined || reply.status >= 400) {
        const reason = reply === undefined ? "no earlier subrequest is called so" : "that subrequest failed";
        throw new OrgError("PROCESSING_HALTED", `Invalid reference specified. ${id} can't be used: ${reason}.`);
    }
    const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
    const value = steps.reduce<unknown>(
        (from, step) => (isOwnValue(from, step) ? Reflect.get(Object(from), step) : undefined),
        reply.body
    );
    if (value === undefined || value === null || typeof value === "object") {
        throw new OrgError(
            "PROCESSING_HALTED",
            `Invalid reference specified. No value for ${id}${path} found in ${id}.`
        );
    }
    return String(value);
}
