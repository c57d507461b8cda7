import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { SoqlContext } from "./context.ts";
import { readableField, readableObject } from "./context.ts";
import { malformed, unknownParent, unsupported } from "./refusals.ts";
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
}

/** A field on its way: `Account.Owner.Name`. */
export interface Column {
    readonly source: Source;
    readonly field: FieldSchema;
    readonly sql: Sql;
}

/** As the platform has it. */
const MOST_STEPS = 5;

/** What field paths mean in one query, and the joins they need. */
export class Scope {
    readonly context: SoqlContext;
    readonly root: Source;
    private readonly prefixes: ReadonlySet<string>;
    private readonly joined = new Map<string, { source: Source; sql: Sql }>();
    private readonly name: string;

    /** `sqlName` tells a scope's tables from those of the query around it. */
    constructor(context: SoqlContext, object: ObjectSchema, alias: string | undefined, sqlName = "t") {
        this.name = sqlName;
        this.context = context;
        this.root = { object, alias: this.name, references: [] };
        this.prefixes = new Set([object.name, alias ?? object.name].map((each) => each.toLowerCase()));
    }

    /** Throws INVALID_FIELD for an unknown or unreadable name anywhere on the path. */
    resolve(path: string): Column {
        const names = path.split(".");
        const fieldName = names.pop() ?? "";
        if (names.length > 0 && this.prefixes.has((names[0] ?? "").toLowerCase())) names.shift();
        if (names.length > MOST_STEPS) throw malformed(`Relationship depth exceeded: ${path}`);
        const source = names.reduce((from, name) => this.parent(from, name), this.root);
        const field = readableField(this.context, source.object, fieldName);
        return { source, field, sql: this.column(source, field.name) };
    }

    /** Of a field whose readability has no part in it: an Id, an owner, the deletion flag. */
    column(source: Source, fieldName: string): Sql {
        return raw(`${source.alias}.${this.context.store.column(fieldName)}`);
    }

    from(): Sql {
        const root = raw(`${this.context.store.table(this.root.object)} AS ${this.root.alias}`);
        return join([root, ...[...this.joined.values()].map((each) => each.sql)], " ");
    }

    private parent(from: Source, relationshipName: string): Source {
        const reference = this.context.schema.parentRelationship(from.object, relationshipName);
        if (reference === undefined || !this.context.user.canReadField(from.object.name, reference.name)) {
            throw unknownParent(relationshipName);
        }
        const key = `${from.alias}.${reference.name}`;
        const known = this.joined.get(key);
        if (known !== undefined) return known.source;
        const source = {
            object: this.parentObject(reference, relationshipName),
            alias: `${this.name}_${this.joined.size + 1}`,
            references: [...from.references, reference],
            child: from
        };
        const table = raw(`${this.context.store.table(source.object)} AS ${source.alias}`);
        const on = sql`${this.column(source, "Id")} = ${this.column(from, reference.name)}`;
        this.joined.set(key, { source, sql: sql`LEFT JOIN ${table} ON ${on}` });
        return source;
    }

    private parentObject(reference: FieldSchema, relationshipName: string): ObjectSchema {
        const [only, ...others] = reference.reference?.to ?? [];
        if (only === undefined || others.length > 0) {
            throw unsupported(`The polymorphic relationship '${relationshipName}'`);
        }
        return readableObject(this.context, only);
    }
}
