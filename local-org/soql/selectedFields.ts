import type { FieldFunctionExpression, FieldType, Subquery } from "@jetstreamapp/soql-parser-js";
import { nameOf, pathOf } from "./functions.ts";
import { fieldsOf } from "./parse.ts";
import { invalidField, malformed, unsupported } from "./refusals.ts";
import type { Column, Scope } from "./scope.ts";
import type { QueryBase } from "@jetstreamapp/soql-parser-js";

/** One thing that an ungrouped SELECT asks for. */
export type Selected =
    | { readonly kind: "field"; readonly column: Column; readonly key: string; readonly asLabel: boolean }
    | { readonly kind: "children"; readonly subquery: Subquery };

export function selectedFields(scope: Scope, query: QueryBase): readonly Selected[] {
    const selected = fieldsOf(query).flatMap((field) => selectedBy(scope, query, field));
    const keys = new Set<string>();
    for (const each of selected) {
        const key = each.kind === "field" ? keyOf(each) : each.subquery.relationshipName.toLowerCase();
        if (keys.has(key)) throw invalidField(`duplicate field selected: ${key}`);
        keys.add(key);
    }
    return selected;
}

function keyOf(selected: Selected & { kind: "field" }): string {
    return [selected.column.source.alias, selected.key.toLowerCase()].join(".").replace(/^t\./, "");
}

function selectedBy(scope: Scope, query: QueryBase, field: FieldType): readonly Selected[] {
    switch (field.type) {
        case "Field":
        case "FieldRelationship": {
            const path = field.type === "Field" ? field.field : [...field.relationships, field.field].join(".");
            if ("alias" in field && field.alias !== undefined) {
                throw malformed("only aggregate expressions use field aliasing");
            }
            return [plain(scope, path)];
        }
        case "FieldFunctionExpression":
            return selectedByFunction(scope, query, field);
        case "FieldSubquery":
            return [{ kind: "children", subquery: field.subquery }];
        case "FieldTypeof":
            throw unsupported("TYPEOF");
    }
}

function plain(scope: Scope, path: string): Selected {
    const column = scope.resolve(path);
    return { kind: "field", column, key: column.field.name, asLabel: false };
}

function selectedByFunction(scope: Scope, query: QueryBase, call: FieldFunctionExpression): readonly Selected[] {
    if (nameOf(call) === "FIELDS") return allFields(scope, query, call);
    if (nameOf(call) !== "TOLABEL") throw unsupported(`${nameOf(call)}() of ungrouped rows`);
    const column = scope.resolve(pathOf(call));
    return [{ kind: "field", column, key: call.alias ?? column.field.name, asLabel: true }];
}

/** FIELDS(ALL | STANDARD | CUSTOM): what the user may read. */
function allFields(scope: Scope, query: QueryBase, call: FieldFunctionExpression): readonly Selected[] {
    const group = pathOf(call).toUpperCase();
    if (group !== "ALL" && group !== "STANDARD" && group !== "CUSTOM")
        throw malformed(`Unknown FIELDS() group: ${group}`);
    if (group !== "STANDARD" && (query.limit === undefined || query.limit > 200)) {
        throw malformed("The SOQL FIELDS function must have a LIMIT of at most 200");
    }
    const { object } = scope.root;
    return [...object.fields.values()]
        .filter((field) => group === "ALL" || field.custom === (group === "CUSTOM"))
        .filter((field) => scope.context.user.canReadField(object.name, field.name))
        .map((field) => plain(scope, field.name));
}
