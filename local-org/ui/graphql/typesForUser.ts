import {
    GraphQLBoolean,
    GraphQLID,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString
} from "graphql";
import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from "graphql";
import type { RecordValues, Value } from "../../data/value.ts";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import type { DisplayValue } from "../displayValue.ts";
import { plainValue } from "../recordRepresentation.ts";
import { connectionOf } from "./connection.ts";
import type { Connection, ConnectionArguments, Viewer } from "./connection.ts";
import { filterTypes, keptIn } from "./filterTypes.ts";
import type { FilterTypes } from "./filterTypes.ts";
import type { Parent } from "./readableSchema.ts";
import { scalarOf } from "./scalars.ts";

interface Making {
    readonly viewer: Viewer;
    readonly displayValue: DisplayValue;
    readonly filters: FilterTypes;
    readonly nodes: Map<string, GraphQLObjectType>;
    readonly values: Map<string, GraphQLObjectType>;
}

interface FieldValue {
    readonly field: FieldSchema;
    readonly value: Value;
}

/**
 * The part of the org's GraphQL schema that a query on these objects needs: the whole one has thousands of
 * types, and is another for every user.
 */
export function typesForUser(
    viewer: Viewer,
    displayValue: DisplayValue,
    objectNames: readonly string[]
): GraphQLSchema {
    const filters = filterTypes(viewer.readable);
    const making: Making = { viewer, displayValue, filters, nodes: new Map(), values: new Map() };
    const objects = objectNames.flatMap((name) => viewer.readable.object(name) ?? []);
    const connections = Object.fromEntries(objects.map((object) => [object.name, connectionField(making, object)]));
    const query = new GraphQLObjectType({
        name: "RecordQuery",
        // A type needs a field: without an object there is nothing but a name that nobody asks for.
        fields: objects.length === 0 ? { _empty: { type: GraphQLBoolean } } : connections
    });
    const uiapi = new GraphQLObjectType({
        name: "UIAPI",
        fields: { query: { type: new GraphQLNonNull(query), resolve: () => ({}) } }
    });
    const fields = { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } };
    return new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields }) });
}

type ConnectionField = GraphQLFieldConfig<unknown, unknown, ConnectionArguments>;

function connectionField(making: Making, object: ObjectSchema): ConnectionField {
    const edge = new GraphQLObjectType({
        name: `${object.name}Edge`,
        fields: { node: { type: nodeType(making, object) }, cursor: { type: new GraphQLNonNull(GraphQLString) } }
    });
    const type = new GraphQLObjectType<Connection>({
        name: `${object.name}Connection`,
        fields: {
            edges: { type: new GraphQLList(edge) },
            pageInfo: { type: new GraphQLNonNull(pageInfo) },
            totalCount: { type: new GraphQLNonNull(GraphQLInt), resolve: (connection) => connection.totalCount() }
        }
    });
    return {
        type,
        args: {
            first: { type: GraphQLInt },
            after: { type: GraphQLString },
            where: { type: making.filters.filterOf(object) },
            orderBy: { type: making.filters.orderByOf(object) }
        },
        resolve: (_, asked) => connectionOf(making.viewer, object, asked)
    };
}

const pageInfo = new GraphQLObjectType({
    name: "PageInfo",
    fields: {
        startCursor: { type: GraphQLString },
        endCursor: { type: GraphQLString },
        hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) }
    }
});

type NodeFields = GraphQLFieldConfigMap<RecordValues, unknown>;

function nodeType(making: Making, object: ObjectSchema): GraphQLObjectType {
    const { readable } = making.viewer;
    return keptIn(
        making.nodes,
        object.name,
        () =>
            new GraphQLObjectType<RecordValues>({
                name: object.name,
                fields: (): NodeFields => ({
                    ...Object.fromEntries(
                        readable.fields(object).map((field) => [field.name, valueField(making, field)])
                    ),
                    ...Object.fromEntries(
                        readable.parents(object).map((parent) => [parent.relationshipName, parentField(making, parent)])
                    ),
                    Id: { type: new GraphQLNonNull(GraphQLID), resolve: (row) => row["Id"] },
                    ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name }
                })
            })
    );
}

function valueField(making: Making, field: FieldSchema): GraphQLFieldConfig<RecordValues, unknown> {
    return {
        type: valueType(making, field),
        resolve: (row): FieldValue => ({ field, value: row[field.name] ?? null })
    };
}

/** `{ value displayValue }`, and the label of a choice. */
function valueType({ values, displayValue }: Making, field: FieldSchema): GraphQLObjectType {
    const scalar = scalarOf(field);
    return keptIn(values, scalar.name, () => {
        const shown = (source: FieldValue): string | null => displayValue(source.field, source.value);
        return new GraphQLObjectType<FieldValue>({
            name: `${scalar.name}Value`,
            fields: {
                value: { type: scalar, resolve: (source) => plainValue(source.value) },
                displayValue: { type: GraphQLString, resolve: shown },
                ...(field.type === "picklist" ? { label: { type: GraphQLString, resolve: shown } } : {})
            }
        });
    });
}

function parentField(making: Making, { reference, object }: Parent): GraphQLFieldConfig<RecordValues, unknown> {
    return {
        type: nodeType(making, object),
        resolve: (row) => {
            const id = row[reference.name];
            return typeof id === "string" ? (making.viewer.org.store.read(object, id) ?? null) : null;
        }
    };
}
