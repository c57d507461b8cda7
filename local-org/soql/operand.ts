import type { FieldSchema } from "../schema/objectSchema.ts";
import type { Column } from "./scope.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** How values of a type compare, sort and leave as JSON. */
export type Kind = "id" | "text" | "multipicklist" | "number" | "boolean" | "date" | "datetime";

/** What a condition, a grouping or a sort order speaks of: a field, or a function of one. */
export interface Operand {
    /** As the query writes it. */
    readonly name: string;
    readonly kind: Kind;
    readonly sql: Sql;
    /** Numbers are integers scaled by it. */
    readonly scale: number;
    /** An average is `sql` (a sum) divided by this count; nothing else has one. */
    readonly dividedBy?: Sql;
    /** Null for a function's result. */
    readonly field: FieldSchema | null;
    readonly isAggregate: boolean;
}

export function fieldOperand(name: string, column: Column): Operand {
    const { field } = column;
    return { name, kind: kindOf(field), sql: column.sql, scale: field.scale, field, isAggregate: false };
}

export function kindOf(field: FieldSchema): Kind {
    switch (field.type) {
        case "id":
        case "reference":
            return "id";
        case "int":
        case "double":
        case "currency":
        case "percent":
            return "number";
        case "boolean":
        case "date":
        case "datetime":
        case "multipicklist":
            return field.type;
        case "string":
        case "textarea":
        case "picklist":
        case "email":
        case "phone":
        case "url":
        case "combobox":
            return "text";
    }
}

/** Text as it is compared, grouped and sorted: ignoring case. */
export function foldedSql(operand: Operand): Sql {
    const isText = operand.kind === "text" || operand.kind === "multipicklist";
    return isText ? foldedText(operand.sql) : operand.sql;
}

/** As casefold does; SQLite does it alone where the text is ASCII, which most is. */
export function foldedText(text: Sql): Sql {
    return sql`CASE WHEN octet_length(${text}) = length(${text}) THEN upper(${text}) ELSE casefold(${text}) END`;
}
