import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { SoqlContext } from "./context.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** Private in this org: seen by their owner and by those who view all data. No sharing rules, teams or roles yet. */
const OWNED: ReadonlySet<string> = new Set(["Lead", "Opportunity"]);

/** Of several parents, the one that decides. */
const DECIDING_PARENT: Readonly<Record<string, string>> = { OpportunityContactRole: "OpportunityId" };

/** Conditions on the rows of `alias`: what is deleted is not there, what the user may not see is not there either. */
export function visibleRows(
    context: SoqlContext,
    object: ObjectSchema,
    alias: string,
    allRows = false
): readonly Sql[] {
    const conditions: Sql[] = [];
    if (!allRows && object.fields.has("IsDeleted")) {
        conditions.push(sql`${column(context, alias, "IsDeleted")} = 0`);
    }
    if (!context.user.viewsAllData) conditions.push(...sharedRows(context, object, alias));
    return conditions;
}

/** Who owns an opportunity may also read its account, as the platform's implicit sharing has it. */
function accountOfOwn(context: SoqlContext, alias: string): Sql {
    const opportunity = context.schema.object("Opportunity");
    if (opportunity === undefined) return isOwn(context, alias);
    const inner = `${alias}_own`;
    const from = raw(`${context.store.table(opportunity)} AS ${inner}`);
    const ids = sql`SELECT ${column(context, inner, "AccountId")} FROM ${from} WHERE ${isOwn(context, inner)}`;
    return sql`(${isOwn(context, alias)} OR ${column(context, alias, "Id")} IN (${ids}))`;
}

function isOwn(context: SoqlContext, alias: string): Sql {
    return sql`${column(context, alias, "OwnerId")} = ${context.user.id}`;
}

/** A child that goes with its parent (cascade delete) is seen with its parent. */
function sharedRows(context: SoqlContext, object: ObjectSchema, alias: string): readonly Sql[] {
    if (object.name === "Account") return [accountOfOwn(context, alias)];
    if (OWNED.has(object.name)) return [isOwn(context, alias)];
    const decidingParent = DECIDING_PARENT[object.name];
    const conditions: Sql[] = [];
    for (const field of object.fields.values()) {
        if (field.reference?.cascadeDelete !== true || field.name !== (decidingParent ?? field.name)) continue;
        const parents = field.reference.to.flatMap((name) => context.schema.object(name) ?? []);
        const others = parents.filter((parent) => parent.name !== object.name);
        const hidden = others.flatMap((parent) => hiddenIds(context, parent, `${alias}_${parent.keyPrefix}`));
        if (hidden.length === 0) continue;
        const reference = column(context, alias, field.name);
        const isHidden = hidden.map((ids) => sql`${reference} IN (${ids})`);
        conditions.push(sql`NOT coalesce(${join(isHidden, " OR ")}, 0)`);
    }
    return conditions;
}

function hiddenIds(context: SoqlContext, parent: ObjectSchema, alias: string): readonly Sql[] {
    const visible = sharedRows(context, parent, alias);
    if (visible.length === 0) return [];
    const from = raw(`${context.store.table(parent)} AS ${alias}`);
    return [sql`SELECT ${column(context, alias, "Id")} FROM ${from} WHERE NOT coalesce(${join(visible, " AND ")}, 0)`];
}

function column(context: SoqlContext, alias: string, name: string): Sql {
    return raw(`${alias}.${context.store.column(name)}`);
}
