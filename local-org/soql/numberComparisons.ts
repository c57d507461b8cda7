import { numberOf } from "./literals.ts";
import type { Operand } from "./operand.ts";
import { unsupported } from "./refusals.ts";
import { raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** SQLite's integers end here; stored numbers have at most 18 digits, so a larger literal is only "more". */
const LARGEST = 2n ** 63n - 1n;

/** Decimals that a literal may have beyond those of the average's field: the sum is scaled up by them. */
const FINEST = 6;

/**
 * Exact, whatever the literal's digits: a column at scale 2 holds no 0.005, so `= 0.005` is never true
 * and `> 0.005` is the same as `> 0.00`.
 */
export function compareNumber(operand: Operand, operator: Comparison, literal: string): Sql {
    const number = numberOf(literal);
    const { dividedBy } = operand;
    if (dividedBy !== undefined) {
        const scale = Math.max(number.scale, operand.scale);
        if (scale - operand.scale > FINEST) throw unsupported(`AVG beside ${literal}, which has so many decimals,`);
        const sum = sql`${operand.sql} * ${power(scale - operand.scale)}`;
        const threshold = sql`${clamp(number.unscaled * power(scale - number.scale))} * ${dividedBy}`;
        return compareSql(sum, operator, threshold, operand.sql);
    }
    if (number.scale <= operand.scale) {
        const bound = clamp(number.unscaled * power(operand.scale - number.scale));
        return compareSql(operand.sql, operator, sql`${bound}`, operand.sql);
    }
    const divisor = power(number.scale - operand.scale);
    const floor = floorDivide(number.unscaled, divisor);
    const isExact = floor * divisor === number.unscaled;
    const bound = sql`${clamp(floor)}`;
    if (isExact) return compareSql(operand.sql, operator, bound, operand.sql);
    if (operator === "=") return raw("0");
    if (operator === "!=") return raw("1");
    return operator === "<" || operator === "<=" ? sql`${operand.sql} <= ${bound}` : sql`${operand.sql} > ${bound}`;
}

/** The literal as a column of that scale stores it; null where it is finer or larger than that. */
export function scaledTo(scale: number, literal: string): bigint | null {
    const number = numberOf(literal);
    const [more, fewer] = [power(Math.max(0, scale - number.scale)), power(Math.max(0, number.scale - scale))];
    const scaled = (number.unscaled * more) / fewer;
    const isHeld = scaled * fewer === number.unscaled * more && scaled === clamp(scaled);
    return isHeld ? scaled : null;
}

function compareSql(left: Sql, operator: Comparison, right: Sql, blank: Sql): Sql {
    if (operator === "!=") return sql`(${blank} IS NULL OR ${left} <> ${right})`;
    return sql`${left} ${raw(operator)} ${right}`;
}

function power(exponent: number): bigint {
    return 10n ** BigInt(exponent);
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
    const quotient = dividend / divisor;
    return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

function clamp(value: bigint): bigint {
    return value > LARGEST ? LARGEST : value < -LARGEST ? -LARGEST : value;
}
