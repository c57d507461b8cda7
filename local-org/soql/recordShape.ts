import type { FieldSchema } from "../schema/objectSchema.ts";
import { jsonValue, recordAttributes } from "./json.ts";
import type { JsonChildren, JsonRecord, Row } from "./json.ts";
import { kindOf } from "./operand.ts";
import type { Column, Scope, Source } from "./scope.ts";
import type { Projection } from "./statement.ts";

type Part = (row: Row, id: string) => unknown;

/** How the columns of a row become one record with its parents nested inside. */
export class RecordShape {
    readonly idAlias: string;
    private readonly scope: Scope;
    private readonly source: Source;
    private readonly projection: Projection;
    private readonly apiVersion: string;
    private readonly parts = new Map<string, Part>();
    private readonly parents = new Map<string, RecordShape>();

    constructor(scope: Scope, source: Source, projection: Projection, apiVersion: string) {
        this.scope = scope;
        this.source = source;
        this.projection = projection;
        this.apiVersion = apiVersion;
        this.idAlias = projection.add(scope.column(source, "Id"));
    }

    addField(column: Column, key: string, asLabel: boolean): void {
        const holder = this.holderOf(column.source);
        const alias = this.projection.add(column.sql);
        const { field } = column;
        const kind = kindOf(field);
        holder.parts.set(key, (row) => {
            const value = jsonValue(row[alias] ?? null, kind, field.scale);
            return asLabel ? labelOf(field, value) : value;
        });
    }

    /** `childrenOf` is asked once the rows' children have been read. */
    addChildren(key: string, childrenOf: (id: string) => JsonChildren | null): void {
        this.parts.set(key, (_, id) => childrenOf(id));
    }

    /** Null for a parent that is not there. */
    read(row: Row): JsonRecord | null {
        const id = row[this.idAlias];
        if (typeof id !== "string") return null;
        const record: JsonRecord = { attributes: this.attributesOf(id) };
        for (const [key, part] of this.parts) record[key] = part(row, id);
        return record;
    }

    /** A polymorphic parent is of type Name, and its url leads to the record itself. */
    private attributesOf(id: string): JsonRecord["attributes"] {
        const { object, targets } = this.source;
        if (targets === undefined) return recordAttributes(object.name, id, this.apiVersion);
        const real = this.scope.context.schema.objectOfId(id) ?? object;
        return { ...recordAttributes(real.name, id, this.apiVersion), type: object.name };
    }

    private holderOf(source: Source): RecordShape {
        const [reference] = source.references.slice(-1);
        if (reference === undefined || source.child === undefined) return this;
        const child = this.holderOf(source.child);
        const key = reference.reference?.relationshipName ?? reference.name;
        const known = child.parents.get(key);
        if (known !== undefined) return known;
        const parent = new RecordShape(this.scope, source, this.projection, this.apiVersion);
        child.parents.set(key, parent);
        child.parts.set(key, (row) => parent.read(row));
        return parent;
    }
}

/** The label of each choice; a value that is no choice of the picklist is its own label. */
function labelOf(field: FieldSchema, value: unknown): unknown {
    if (typeof value !== "string") return value;
    const label = (choice: string): string =>
        field.picklistValues.find((each) => each.value === choice)?.label ?? choice;
    return field.type === "multipicklist" ? value.split(";").map(label).join(";") : label(value);
}
