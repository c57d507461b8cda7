import type { Expression, ExpressionType } from "./expression.ts";
import { Problem } from "./problem.ts";

const words: Readonly<Record<ExpressionType, string>> = {
    text: "Text",
    number: "Number",
    boolean: "Boolean",
    date: "Date",
    datetime: "DateTime",
    picklist: "Picklist",
    id: "Text",
    time: "Time",
    null: "Null"
};

/** Throws Problem unless the part has one of the types; NULL fits all. */
export function expectType(part: Expression, allowed: readonly ExpressionType[], user: string): void {
    if (part.type === "null" || allowed.includes(part.type) || (part.type === "id" && allowed.includes("text"))) {
        return;
    }
    refusePicklist(part);
    const expected = allowed.map((type) => words[type]).join(", ");
    throw new Problem(
        `Incorrect parameter type for ${user}. Expected ${expected}, received ${words[part.type]}.`,
        part.at
    );
}

/** A picklist is no text: only ISPICKVAL, CASE, TEXT and a few others read it. */
export function refusePicklist(part: Expression): void {
    if (part.type === "picklist") {
        const name = part.field ? `Field ${part.field.join(".")}` : "This";
        throw new Problem(
            `${name} is a picklist field. Picklist fields are only supported in certain functions.`,
            part.at
        );
    }
}

/** The type that holds both, as the branches of IF need it. Throws Problem where there is none. */
export function commonType(first: ExpressionType, part: Expression, user: string): ExpressionType {
    refusePicklist(part);
    if (first === "null") {
        return part.type;
    }
    if (part.type === "null" || part.type === first) {
        return first;
    }
    expectType(part, [first === "id" ? "text" : first], user);
    return "text";
}
