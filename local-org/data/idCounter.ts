import type { ObjectSchema } from "../schema/objectSchema.ts";
import { countOfMadeId, madeId, rangeOfMadeIds } from "./recordId.ts";
import type { Prepare } from "./statements.ts";
import { binName, hasBin, quoted } from "./tables.ts";

/** Makes Ids that no row has had since the store was opened. */
export interface IdCounter {
    next(object: ObjectSchema): string;
    /** A row came in with an Id of its own: the next ones go on after it. */
    note(object: ObjectSchema, id: string): void;
    /** Looks at the rows anew: they were replaced. */
    readonly forget: () => void;
}

export function idCounter(prepare: Prepare): IdCounter {
    const lastCounts = new Map<string, number>();

    function lastCount(object: ObjectSchema): number {
        const known = lastCounts.get(object.keyPrefix);
        if (known !== undefined) {
            return known;
        }
        const names = hasBin(object) ? [object.name, binName(object)] : [object.name];
        const counts = names.map((name) => {
            const sql = `SELECT max("Id") AS id FROM ${quoted(name)} WHERE "Id" BETWEEN ? AND ?`;
            const last = prepare(sql).get(...rangeOfMadeIds(object.keyPrefix))?.["id"];
            return typeof last === "string" ? countOfMadeId(last) : 0;
        });
        return Math.max(...counts);
    }

    return {
        next(object) {
            const count = lastCount(object) + 1;
            lastCounts.set(object.keyPrefix, count);
            return madeId(object.keyPrefix, count);
        },
        forget: () => {
            lastCounts.clear();
        },
        note(object, id) {
            lastCounts.set(object.keyPrefix, Math.max(lastCount(object), countOfMadeId(id)));
        }
    };
}
