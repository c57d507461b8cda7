import { DeployProblem } from "../metadata/deployProblem.ts";

/** Whether conditions hold together, given whether each (from 0) holds. Asks only for those it needs. */
export type ConditionLogic = (holds: (index: number) => boolean) => boolean;

/** Reads `and`, `or`, or a text such as `1 AND (2 OR NOT 3)`. Throws DeployProblem for any other text. */
export function parseConditionLogic(text: string, count: number, what: string): ConditionLogic {
    const all = Array.from({ length: count }, (_, index) => index);
    if (/^and$/i.test(text)) return (holds) => all.every(holds);
    if (/^or$/i.test(text)) return (holds) => all.some(holds);
    const tokens = text.match(/\d+|\(|\)|[A-Za-z]+|\S/g) ?? [];
    const reader = { tokens, at: 0, count, what: `${what}: condition logic "${text}"` };
    const logic = readOr(reader);
    if (reader.at < tokens.length) throw new DeployProblem(`${reader.what} has an unexpected "${tokens[reader.at]}"`);
    return logic;
}

interface Reader {
    readonly tokens: readonly string[];
    at: number;
    readonly count: number;
    readonly what: string;
}

function readOr(reader: Reader): ConditionLogic {
    let left = readAnd(reader);
    while (takes(reader, "or")) {
        const [one, other] = [left, readAnd(reader)];
        left = (holds) => one(holds) || other(holds);
    }
    return left;
}

function readAnd(reader: Reader): ConditionLogic {
    let left = readOne(reader);
    while (takes(reader, "and")) {
        const [one, other] = [left, readOne(reader)];
        left = (holds) => one(holds) && other(holds);
    }
    return left;
}

function readOne(reader: Reader): ConditionLogic {
    if (takes(reader, "not")) {
        const inner = readOne(reader);
        return (holds) => !inner(holds);
    }
    if (takes(reader, "(")) {
        const inner = readOr(reader);
        if (!takes(reader, ")")) throw new DeployProblem(`${reader.what} lacks a closing bracket`);
        return inner;
    }
    const token = reader.tokens[reader.at];
    const number = Number(token);
    if (token === undefined || !Number.isInteger(number) || number < 1 || number > reader.count) {
        throw new DeployProblem(
            `${reader.what} names "${token ?? "nothing"}"; there are conditions 1 to ${reader.count}`
        );
    }
    reader.at += 1;
    return (holds) => holds(number - 1);
}

function takes(reader: Reader, token: string): boolean {
    if (reader.tokens[reader.at]?.toLowerCase() !== token) return false;
    reader.at += 1;
    return true;
}
