import { Decimal } from "decimal.js";
import type { Value } from "../../data/value.ts";
import type { Checked, Expression } from "../expression.ts";
import { expectType, refusePicklist, commonType } from "../types.ts";

/** Null where a side is null, except that a blank text equals a blank text. */
export function equal(left: Value, right: Value, asTexts: boolean): boolean | null {
    if (asTexts) {
        return (left ?? "") === (right ?? "");
    }
    if (left === null || right === null) {
        return null;
    }
    return Decimal.isDecimal(left) && Decimal.isDecimal(right) ? left.eq(right) : left === right;
}

export function compileEquality(left: Expression, right: Expression, operator: "=" | "<>"): Checked {
    const user = `operator '${operator}'`;
    refusePicklist(left);
    commonType(left.type, right, user);
    const asTexts = [left.type, right.type].some((type) => type === "text" || type === "id");
    const negated = operator === "<>";
    return {
        type: "boolean",
        evaluate(run) {
            const result = equal(left.evaluate(run), right.evaluate(run), asTexts);
            return result === null ? null : result !== negated;
        }
    };
}

type Order = "<" | ">" | "<=" | ">=";

const holds: Readonly<Record<Order, (order: number) => boolean>> = {
    "<": (order) => order < 0,
    ">": (order) => order > 0,
    "<=": (order) => order <= 0,
    ">=": (order) => order >= 0
};

/** Numbers and moments have an order, texts have none; null where a side is null. */
export function compileOrder(left: Expression, right: Expression, operator: Order): Checked {
    const user = `operator '${operator}'`;
    expectType(left, ["number", "date", "datetime", "time"], user);
    expectType(right, ["number", "date", "datetime", "time"], user);
    commonType(left.type, right, user);
    const isWanted = holds[operator];
    return {
        type: "boolean",
        evaluate(run) {
            const first = left.evaluate(run);
            const second = right.evaluate(run);
            return first === null || second === null ? null : isWanted(order(first, second));
        }
    };
}

/** Dates and moments are compared as text: their ISO form keeps the order. */
function order(left: Value, right: Value): number {
    if (Decimal.isDecimal(left) && Decimal.isDecimal(right)) {
        return left.cmp(right);
    }
    return String(left) < String(right) ? -1 : Number(left !== right);
}
