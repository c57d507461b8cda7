import type { Dice } from "./dice.ts";
import { literalOf, objects, spelled } from "./objects.ts";

type FuzzObject = (typeof objects)[number];

/** A query that is right more often than not: each part is there by chance. */
export function anySoql(dice: Dice): string {
    const object = dice.pick(objects);
    return dice.chance(0.25) ? groupQuery(dice, object) : recordQuery(dice, object);
}

function recordQuery(dice: Dice, object: FuzzObject): string {
    const children = dice.chance(0.2) ? object.children : [];
    const selected = [
        ...dice.pick([["Id"], ["Id", "Name"], ["COUNT()"], ["FIELDS(STANDARD)"], []]),
        ...dice.many(4, () => fieldOf(dice, object)),
        ...children.map((child) => `(SELECT Id FROM ${child}${dice.chance(0.3) ? " ORDER BY Id LIMIT 2" : ""})`)
    ];
    return `SELECT ${selected.join(", ")} FROM ${spelled(dice, object.name)}${tail(dice, object)}`;
}

function groupQuery(dice: Dice, object: FuzzObject): string {
    const groups = [fieldOf(dice, object), ...dice.many(1, () => fieldOf(dice, object))];
    const figure = (): string =>
        `${dice.pick(["COUNT", "SUM", "AVG", "MIN", "MAX", "COUNT_DISTINCT"])}(${fieldOf(dice, object)})`;
    const having = dice.chance(0.3) ? ` HAVING ${figure()} ${dice.pick([">", "=", "<="])} 1` : "";
    const by = dice.pick([groups.join(", "), `ROLLUP(${groups.join(", ")})`, `CALENDAR_YEAR(${groups[0] ?? "Id"})`]);
    const where = dice.chance(0.4) ? ` WHERE ${condition(dice, object, 1)}` : "";
    return `SELECT ${[...groups, figure()].join(", ")} FROM ${object.name}${where} GROUP BY ${by}${having}${dice.chance(0.2) ? " LIMIT 5" : ""}`;
}

function tail(dice: Dice, object: FuzzObject): string {
    return [
        dice.chance(0.7) ? ` WHERE ${condition(dice, object, 0)}` : "",
        dice.chance(0.3)
            ? ` ORDER BY ${fieldOf(dice, object)} ${dice.pick(["ASC", "DESC", "DESC NULLS LAST", ""])}`
            : "",
        dice.chance(0.4) ? ` LIMIT ${dice.pick(["1", "0", "2000", "50001", "-1", "x"])}` : "",
        dice.chance(0.1) ? ` OFFSET ${dice.pick(["1", "2000", "2001", "-5"])}` : "",
        dice.chance(0.05)
            ? dice.pick([" FOR VIEW", " ALL ROWS", " FOR UPDATE", " WITH SECURITY_ENFORCED", " USING SCOPE mine"])
            : ""
    ].join("");
}

function condition(dice: Dice, object: FuzzObject, depth: number): string {
    const inner = (): string => condition(dice, object, depth + 1);
    return dice.weigh<() => string>([
        [8, () => comparison(dice, object)],
        [depth > 3 ? 0 : 2, () => `(${inner()} AND ${inner()})`],
        [depth > 3 ? 0 : 2, () => `(${inner()} OR ${inner()})`],
        [depth > 3 ? 0 : 1, () => `(NOT ${inner()})`],
        [
            1,
            () => `Id ${dice.pick(["IN", "NOT IN"])} (SELECT OpportunityId FROM OpportunityLineItem WHERE Quantity > 1)`
        ],
        [1, () => `${"(".repeat(60)}${comparison(dice, object)}${")".repeat(dice.pick([60, 59]))}`]
    ])();
}

function comparison(dice: Dice, object: FuzzObject): string {
    const [field, kind] = dice.pick(Object.entries(object.fields));
    const left = dice.chance(0.15) ? fieldOf(dice, object) : spelled(dice, field);
    return dice.weigh<() => string>([
        [6, () => `${left} ${dice.pick(["=", "!=", "<", ">", "<=", ">=", "<>"])} ${literalOf(dice, kind)}`],
        [2, () => `${left} ${dice.pick(["LIKE", "NOT LIKE"])} ${dice.pick(["'%e%'", "'_cme'", "'\\\\_%'", "''"])}`],
        [
            2,
            () =>
                `${left} ${dice.pick(["IN", "NOT IN"])} (${[literalOf(dice, kind), ...dice.many(3, () => literalOf(dice, kind))].join(", ")})`
        ],
        [1, () => `${left} ${dice.pick(["INCLUDES", "EXCLUDES"])} ('a;b', 'c')`],
        [
            1,
            () => `${dice.pick(["CALENDAR_YEAR", "FISCAL_QUARTER", "DAY_ONLY", "toLabel", "DISTANCE"])}(${left}) = 2026`
        ]
    ])();
}

function fieldOf(dice: Dice, object: FuzzObject): string {
    return dice.chance(0.8) ? spelled(dice, dice.pick(Object.keys(object.fields))) : dice.pick([...object.paths, "Id"]);
}
