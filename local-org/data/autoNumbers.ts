import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Prepare } from "./statements.ts";
import { binName, hasBin, quoted } from "./tables.ts";
import type { RecordValues } from "./value.ts";

/** Gives the numbers of auto number fields, each one once, also where a row with it was deleted. */
export interface AutoNumbers {
    /** Fills the auto number fields that have no value yet. */
    fill(object: ObjectSchema, values: RecordValues): void;
    next(object: ObjectSchema, field: FieldSchema): string;
    /** Looks at the rows anew: they were replaced. */
    readonly forget: () => void;
}

const place = /\{(0+)\}/;

export function autoNumbers(prepare: Prepare): AutoNumbers {
    const lastNumbers = new Map<string, number>();

    function lastNumber(object: ObjectSchema, field: FieldSchema): number {
        const { displayFormat = "{0}", startingNumber = 1 } = field.autoNumber ?? {};
        const [before = "", after = ""] = displayFormat.split(place).filter((_, index) => index !== 1);
        const tables = hasBin(object) ? [object.name, binName(object)] : [object.name];
        const numbers = tables.flatMap((table) =>
            prepare(`SELECT ${quoted(field.name)} AS value FROM ${quoted(table)}`)
                .all()
                .map(({ value }) => String(value ?? ""))
                .filter((value) => value.startsWith(before) && value.endsWith(after))
                .map((value) => value.slice(before.length, value.length - after.length))
                .map((digits) => (/^\d{1,10}$/.test(digits) ? Number(digits) : 0))
        );
        return numbers.reduce((most, number) => Math.max(most, number), startingNumber - 1);
    }

    function next(object: ObjectSchema, field: FieldSchema): string {
        const key = `${object.name}.${field.name}`;
        const number = (lastNumbers.get(key) ?? lastNumber(object, field)) + 1;
        lastNumbers.set(key, number);
        const format = field.autoNumber?.displayFormat ?? "{0}";
        return format.replace(place, (_, zeros: string) => String(number).padStart(zeros.length, "0"));
    }

    return {
        next,
        fill(object, values) {
            for (const field of object.fields.values()) {
                if (field.autoNumber !== null && (values[field.name] ?? null) === null) {
                    values[field.name] = next(object, field);
                }
            }
        },
        forget: () => {
            lastNumbers.clear();
        }
    };
}
