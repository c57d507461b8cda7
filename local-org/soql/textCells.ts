import { kindOf } from "./operand.ts";
import type { Column } from "./scope.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** Up to here a double holds every number of 15 digits exactly; beyond, digits would be lost. */
const EXACT_DOUBLE = 10n ** 15n;

/**
 * A value as the CSV of the Bulk API writes it, made in SQL: `true`, `1250.5`, `100.0`, `2026-01-15`,
 * `2026-01-15T08:00:00.000Z`. Numbers of more than 15 digits keep them all. NULL is a blank.
 */
export function textCell(column: Column): Sql {
    const { field } = column;
    switch (kindOf(field)) {
        case "boolean":
            return sql`CASE ${column.sql} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END`;
        case "number":
            return field.type === "int" ? sql`CAST(${column.sql} AS TEXT)` : decimalText(column.sql, field.scale);
        default:
            return column.sql;
    }
}

/** Scaled integers as a decimal with at least one digit after the point. */
function decimalText(stored: Sql, scale: number): Sql {
    const divisor = 10n ** BigInt(scale);
    const short = sql`CAST(${stored} / CAST(${divisor} AS REAL) AS TEXT)`;
    const sign = sql`CASE WHEN ${stored} < 0 THEN '-' ELSE '' END`;
    const whole = sql`abs(${stored} / ${divisor})`;
    const fraction = sql`substr(CAST(abs(${stored} % ${divisor}) + ${divisor} AS TEXT), 2)`;
    const long = scale === 0 ? sql`${stored} || '.0'` : sql`${sign} || ${whole} || '.' || ${fraction}`;
    return sql`CASE WHEN abs(${stored}) < ${EXACT_DOUBLE} THEN ${short} ELSE ${long} END`;
}
