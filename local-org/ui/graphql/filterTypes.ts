import { GraphQLEnumType, GraphQLInputObjectType, GraphQLList } from "graphql";
import type { GraphQLInputFieldConfigMap, GraphQLInputType, GraphQLScalarType } from "graphql";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import { kindOf } from "../../soql/operand.ts";
import type { Kind } from "../../soql/operand.ts";
import type { ReadableSchema } from "./readableSchema.ts";
import { dateScalar, dateTimeScalar, scalarOf } from "./scalars.ts";

/** The input types of `where` and `orderBy`, made when a query first needs them. */
export interface FilterTypes {
    filterOf(object: ObjectSchema): GraphQLInputObjectType;
    orderByOf(object: ObjectSchema): GraphQLInputObjectType;
}

const dateLiterals = new GraphQLEnumType({
    name: "DateLiteral",
    values: Object.fromEntries(
        ["YESTERDAY", "TODAY", "TOMORROW"]
            .concat(
                ["WEEK", "MONTH", "QUARTER", "YEAR"].flatMap((span) => [`LAST_${span}`, `THIS_${span}`, `NEXT_${span}`])
            )
            .map((name) => [name, {}])
    )
});

const dateInput = momentInput("DateInput", dateScalar);
const dateTimeInput = momentInput("DateTimeInput", dateTimeScalar);

function momentInput(name: string, value: GraphQLScalarType): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
        name,
        isOneOf: true,
        fields: { value: { type: value }, literal: { type: dateLiterals } }
    });
}

const comparisons = ["lt", "lte", "gt", "gte"];

/** Operators that take one value, beside `eq` and `ne`, by how a field compares. */
const operators: Readonly<Record<Kind, { readonly one: readonly string[]; readonly many: readonly string[] }>> = {
    id: { one: [], many: ["in", "nin"] },
    boolean: { one: [], many: [] },
    text: { one: ["like", ...comparisons], many: ["in", "nin"] },
    number: { one: comparisons, many: ["in", "nin"] },
    date: { one: comparisons, many: ["in", "nin"] },
    datetime: { one: comparisons, many: ["in", "nin"] },
    multipicklist: { one: [], many: ["includes", "excludes"] }
};

const resultOrder = new GraphQLEnumType({ name: "ResultOrder", values: { ASC: {}, DESC: {} } });
const nullsOrder = new GraphQLEnumType({ name: "NullsOrder", values: { FIRST: {}, LAST: {} } });
const orderByClause = new GraphQLInputObjectType({
    name: "OrderByClause",
    fields: { order: { type: resultOrder }, nulls: { type: nullsOrder } }
});

export function filterTypes(readable: ReadableSchema): FilterTypes {
    const operatorTypes = new Map<string, GraphQLInputObjectType>();
    const filters = new Map<string, GraphQLInputObjectType>();
    const orders = new Map<string, GraphQLInputObjectType>();
    const filterable = (object: ObjectSchema): FieldSchema[] =>
        readable.fields(object).filter((each) => each.filterable);

    const filterOf = (object: ObjectSchema): GraphQLInputObjectType =>
        keptIn(filters, object.name, () => {
            const type: GraphQLInputObjectType = new GraphQLInputObjectType({
                name: `${object.name}_Filter`,
                fields: () => ({
                    and: { type: new GraphQLList(type) },
                    or: { type: new GraphQLList(type) },
                    not: { type },
                    ...inputs(filterable(object), (field) => operatorsOf(field, operatorTypes)),
                    ...Object.fromEntries(
                        readable.parents(object).map((each) => [each.relationshipName, { type: filterOf(each.object) }])
                    )
                })
            });
            return type;
        });

    const orderByOf = (object: ObjectSchema): GraphQLInputObjectType =>
        keptIn(
            orders,
            object.name,
            () =>
                new GraphQLInputObjectType({
                    name: `${object.name}_OrderBy`,
                    fields: () => ({
                        ...inputs(filterable(object), () => orderByClause),
                        ...Object.fromEntries(
                            readable
                                .parents(object)
                                .map((each) => [each.relationshipName, { type: orderByOf(each.object) }])
                        )
                    })
                })
        );

    return { filterOf, orderByOf };
}

function inputs(
    fields: readonly FieldSchema[],
    typeOf: (field: FieldSchema) => GraphQLInputType
): GraphQLInputFieldConfigMap {
    return Object.fromEntries(fields.map((field) => [field.name, { type: typeOf(field) }]));
}

function operatorsOf(field: FieldSchema, known: Map<string, GraphQLInputObjectType>): GraphQLInputObjectType {
    const scalar = scalarOf(field);
    return keptIn(known, scalar.name, () => {
        const { one, many } = operators[kindOf(field)];
        const value = field.type === "date" ? dateInput : field.type === "datetime" ? dateTimeInput : scalar;
        return new GraphQLInputObjectType({
            name: `${scalar.name}Operators`,
            fields: Object.fromEntries([
                ...["eq", "ne", ...one].map((name) => [name, { type: value }]),
                ...many.map((name) => [name, { type: new GraphQLList(value) }])
            ])
        });
    });
}

/** The value under the key; made and kept where there is none. */
export function keptIn<T>(known: Map<string, T>, key: string, make: () => T): T {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
}
