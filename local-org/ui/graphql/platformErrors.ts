import { Kind } from "graphql";
import type { ASTNode, GraphQLError } from "graphql";
import type { GraphqlRefusal } from "./refusal.ts";

/** An error as it stands beside `data`. */
export interface PlatformError {
    readonly message: string;
    readonly locations: readonly { readonly line: number; readonly column: number }[];
    readonly paths: readonly (string | number)[];
    readonly extensions: { readonly ErrorType: string };
}

export function errorOfRefusal({ errorType, message }: GraphqlRefusal): PlatformError {
    return { message, locations: [], paths: [], extensions: { ErrorType: errorType } };
}

/** graphql-js's words, but for a field that is unknown or unreadable: there clients look for the platform's own. */
export function errorOfValidation(error: GraphQLError): PlatformError {
    return {
        message: undefinedField(error) ?? error.message,
        locations: error.locations ?? [],
        paths: [],
        extensions: { ErrorType: "ValidationError" }
    };
}

export function errorOfExecution(error: GraphQLError): PlatformError {
    return {
        message: error.message,
        locations: error.locations ?? [],
        paths: error.path ?? [],
        // A variable of the wrong type is told before anything is read, so it has no path.
        extensions: { ErrorType: error.path === undefined ? "ValidationError" : "DataFetchingException" }
    };
}

/** The way to the field isn't in the error, which holds the field's node alone. */
function undefinedField({ message, nodes }: GraphQLError): string | undefined {
    const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
    if (field === undefined || type === undefined || !isField(nodes?.[0])) return undefined;
    return `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined`;
}

function isField(node: ASTNode | undefined): boolean {
    return node?.kind === Kind.FIELD;
}
