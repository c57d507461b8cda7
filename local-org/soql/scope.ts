import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { calendarOf } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import type { SoqlContext } from "./context.ts";
import { readableField, readableObject } from "./context.ts";
import { nameColumn, nameField, NAME_OBJECT } from "./polymorphic.ts";
import type { Target } from "./polymorphic.ts";
import { malformed, unknownParent } from "./refusals.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** An object in the FROM clause: the queried one, or a parent reached by references. */
export interface Source {
    readonly object: ObjectSchema;
    readonly alias: string;
    /** The references that lead here; empty for the queried object. */
    readonly references: readonly FieldSchema[];
    /** The source whose reference leads here. */
    readonly child?: Source;
    /** The objects that a polymorphic reference may lead to; `object` is then the platform's Name. */
    readonly targets?: readonly Target[];
}

/** A field on its way: `Account.Owner.Name`. */
export interface Column {
    readonly source: Source;
    readonly field: FieldSchema;
    readonly sql: Sql;
}

interface ScopeOptions {
    /** How the query calls its object, `FROM Account a`. */
    readonly alias?: string | undefined;
    /** Tells a scope's tables from those of the query around it. */
    readonly sqlName?: string;
    /** queryAll: rows of the recycle bin too. */
    readonly allRows?: boolean;
}

/** As the platform has it ("Understanding Relationship Query Limitations"). */
const MOST_STEPS = 5;
const MOST_PARENTS = 55;

/** What field paths mean in one query, and the joins they need. */
export class Scope {
    readonly context: SoqlContext;
    readonly root: Source;
    readonly allRows: boolean;
    private readonly prefixes: ReadonlySet<string>;
    private readonly joined = new Map<string, { source: Source; sql: Sql }>();
    private readonly name: string;
    private tables = 0;
    private knownCalendar: Calendar | undefined;

    constructor(context: SoqlContext, object: ObjectSchema, options: ScopeOptions = {}) {
        const { alias = object.name, sqlName = "t", allRows = false } = options;
        this.name = sqlName;
        this.context = context;
        this.allRows = allRows;
        this.root = { object, alias: sqlName, references: [] };
        this.prefixes = new Set([object.name, alias].map((each) => each.toLowerCase()));
    }

    /** Throws INVALID_FIELD for an unknown or unreadable name anywhere on the path. */
    resolve(path: string): Column {
        const names = path.split(".");
        const fieldName = names.pop() ?? "";
        if (names.length > 0 && this.prefixes.has((names[0] ?? "").toLowerCase())) names.shift();
        if (names.length > MOST_STEPS) throw malformed(`Relationship depth exceeded: ${path}`);
        const source = names.reduce((from, name) => this.parent(from, name), this.root);
        const isName = source.targets !== undefined;
        const field = isName ? nameField(fieldName) : readableField(this.context, source.object, fieldName);
        return { source, field, sql: this.column(source, field.name) };
    }

    /** Of a field whose readability has no part in it: an Id, an owner, the deletion flag. */
    column(source: Source, fieldName: string): Sql {
        if (source.targets !== undefined) return nameColumn(this.context, source.targets, fieldName);
        return raw(this.context.store.columnOf(source.object, fieldName, source.alias));
    }

    from(): Sql {
        const root = raw(`${this.table(this.root.object)} AS ${this.root.alias}`);
        return join([root, ...[...this.joined.values()].map((each) => each.sql)], " ");
    }

    /** The org's calendar as of this query. */
    calendar(): Calendar {
        this.knownCalendar ??= calendarOf(this.context);
        return this.knownCalendar;
    }

    private table(object: ObjectSchema): string {
        const { store } = this.context;
        return this.allRows ? store.tableWithDeleted(object) : store.table(object);
    }

    private parent(from: Source, relationshipName: string): Source {
        const reference =
            from.targets === undefined
                ? this.context.schema.parentRelationship(from.object, relationshipName)
                : undefined;
        if (reference === undefined || !this.context.user.canReadField(from.object.name, reference.name)) {
            throw unknownParent(relationshipName);
        }
        const key = `${from.alias}.${reference.name}`;
        const known = this.joined.get(key);
        if (known !== undefined) return known.source;
        const alias = `${this.name}_${this.joined.size + 1}`;
        const references = [...from.references, reference];
        const [only, ...others] = reference.reference?.to ?? [];
        const source: Source =
            only !== undefined && others.length === 0
                ? { object: readableObject(this.context, only), alias, references, child: from }
                : { object: NAME_OBJECT, alias, references, child: from, targets: this.targets(reference, alias) };
        const on = this.column(from, reference.name);
        const tables = source.targets ?? [source];
        this.tables += tables.length;
        if (this.tables > MOST_PARENTS) {
            throw malformed(`No more than ${MOST_PARENTS} child-to-parent relationships can be specified in a query`);
        }
        this.joined.set(key, {
            source,
            sql: join(
                tables.map((each) => this.leftJoin(each, on)),
                " "
            )
        });
        return source;
    }

    private leftJoin({ object, alias }: Target, reference: Sql): Sql {
        const id = raw(`${alias}.${this.context.store.column("Id")}`);
        return sql`LEFT JOIN ${raw(`${this.table(object)} AS ${alias}`)} ON ${id} = ${reference}`;
    }

    /** Objects that the user may not read are not there. */
    private targets(reference: FieldSchema, alias: string): readonly Target[] {
        const { schema, user } = this.context;
        const objects = (reference.reference?.to ?? []).flatMap((name) => schema.object(name) ?? []);
        return objects
            .filter((object) => user.canReadObject(object.name))
            .map((object, index) => ({ object, alias: `${alias}_${index + 1}` }));
    }
}
