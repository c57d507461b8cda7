import { hiddenHistory } from "../people/historyAccess.ts";
import { seesAllRecords, sharingOf } from "../people/recordAccess.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { SoqlContext } from "./context.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

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
    const hidden = hiddenHistory(context.schema, context.user, object).map((name) => sql`${name}`);
    if (hidden.length > 0) conditions.push(sql`${column(context, alias, "Field")} NOT IN (${join(hidden, ", ")})`);
    if (!context.user.viewsAllData) conditions.push(...sharedRows(context, object, alias));
    return conditions;
}

/** The rules of `people/recordAccess.ts` as conditions; none where the user sees every row. */
function sharedRows(context: SoqlContext, object: ObjectSchema, alias: string): readonly Sql[] {
    if (seesAllRecords(context.user, object.name)) return [];
    const sharing = sharingOf(object);
    switch (sharing.kind) {
        case "public":
            return [];
        case "owner":
            return [join([isOwn(context, alias), ...seenThroughOthers(context, object, alias)], " OR ")].map(
                (condition) => sql`(${condition})`
            );
        case "parent":
            return withParent(context, object, sharing.field, alias);
    }
}

function isOwn(context: SoqlContext, alias: string): Sql {
    return sql`${column(context, alias, "OwnerId")} = ${context.user.id}`;
}

function seenThroughOthers(context: SoqlContext, object: ObjectSchema, alias: string): readonly Sql[] {
    if (object.name === "Account") return accountOfOwn(context, alias);
    const account = context.schema.object("Account");
    if (object.name !== "Contact" || account === undefined) return [];
    const inner = `${alias}_of`;
    const visible = sharedRows(context, account, inner);
    const from = raw(`${context.store.table(account)} AS ${inner}`);
    const where = visible.length === 0 ? sql`` : sql` WHERE ${join(visible, " AND ")}`;
    const accounts = sql`SELECT ${column(context, inner, "Id")} FROM ${from}${where}`;
    return [sql`${column(context, alias, "AccountId")} IN (${accounts})`];
}

/** Who owns an opportunity may also read its account, as the platform's implicit sharing has it. */
function accountOfOwn(context: SoqlContext, alias: string): readonly Sql[] {
    const opportunity = context.schema.object("Opportunity");
    if (opportunity === undefined) return [];
    const inner = `${alias}_own`;
    const from = raw(`${context.store.table(opportunity)} AS ${inner}`);
    const conditions = [isOwn(context, inner), sql`${column(context, inner, "IsDeleted")} = 0`];
    const own = sql`SELECT ${column(context, inner, "AccountId")} FROM ${from} WHERE ${join(conditions, " AND ")}`;
    return [sql`${column(context, alias, "Id")} IN (${own})`];
}

/** A child that goes with its parent is seen with its parent. */
function withParent(context: SoqlContext, object: ObjectSchema, field: FieldSchema, alias: string): readonly Sql[] {
    const parents = (field.reference?.to ?? []).flatMap((name) => context.schema.object(name) ?? []);
    const others = parents.filter((parent) => parent.name !== object.name);
    const hidden = others.flatMap((parent) => hiddenIds(context, parent, `${alias}_${parent.keyPrefix}`));
    if (hidden.length === 0) return [];
    const reference = column(context, alias, field.name);
    const isHidden = hidden.map((ids) => sql`${reference} IN (${ids})`);
    return [sql`NOT coalesce(${join(isHidden, " OR ")}, 0)`];
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
