import { executeSync, GraphQLError, parse, specifiedRules, validate } from "graphql";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { OrgError } from "../../orgError.ts";
import type { Call, Reply } from "../../rest/call.ts";
import { ok } from "../../rest/call.ts";
import { jsonObject } from "../../rest/givenRecord.ts";
import { displayValuesFor } from "../displayValue.ts";
import { checkLimits, longestQuery, mostTokens, objectsAsked } from "./limits.ts";
import { withoutUnreadableOptional } from "./optionalFields.ts";
import { errorOfExecution, errorOfRefusal, errorOfValidation } from "./platformErrors.ts";
import { readableSchema } from "./readableSchema.ts";
import { GraphqlRefusal } from "./refusal.ts";
import { typesForUser } from "./typesForUser.ts";

interface Asked {
    readonly query: string;
    readonly variables: Record<string, unknown>;
    readonly operationName?: string;
}

/** `POST /graphql`. Answers 200 with `errors` beside `data`, as the platform does, also where nothing could be read. */
export function answerGraphql(call: Call): Reply {
    try {
        const asked = askedOf(call);
        const document = parsed(asked.query);
        checkLimits(document);
        return ok(answerTo(call, asked, document));
    } catch (error) {
        if (error instanceof GraphqlRefusal) return ok({ data: null, errors: [errorOfRefusal(error)] });
        throw error;
    }
}

function answerTo(call: Call, { variables, operationName }: Asked, document: DocumentNode): Record<string, unknown> {
    const schema = typesFor(call, document);
    const asked = withoutUnreadableOptional(schema, document);
    const problems = validate(schema, asked, specifiedRules, { maxErrors: 20 });
    if (problems.length > 0) return { data: null, errors: problems.map(errorOfValidation) };
    const result = executeSync({
        schema,
        document: asked,
        variableValues: variables,
        ...(operationName === undefined ? {} : { operationName })
    });
    for (const { originalError } of result.errors ?? []) {
        // A fault of this server must not look like an answer.
        if (
            originalError !== undefined &&
            !(originalError instanceof OrgError || originalError instanceof GraphQLError)
        ) {
            throw originalError;
        }
    }
    return { data: result.data ?? null, errors: (result.errors ?? []).map(errorOfExecution) };
}

function typesFor({ org, user }: Call, document: DocumentNode): GraphQLSchema {
    const readable = readableSchema(org.schema, user);
    return typesForUser({ org, user, readable }, displayValuesFor(org, user), [...new Set(objectsAsked(document))]);
}

function askedOf(call: Call): Asked {
    const { query, variables, operationName } = jsonObject(call.body);
    if (typeof query !== "string" || query.trim() === "") {
        throw new OrgError("INVALID_ARGUMENT", "The body of a GraphQL request needs a query.");
    }
    if (query.length > longestQuery) {
        throw new OrgError("REQUEST_LIMIT_EXCEEDED", `The query is longer than ${longestQuery} characters.`);
    }
    const given = variables ?? {};
    if (typeof given !== "object" || Array.isArray(given)) {
        throw new OrgError("INVALID_ARGUMENT", "variables must be an object.");
    }
    return {
        query,
        variables: given as Record<string, unknown>,
        ...(typeof operationName === "string" ? { operationName } : {})
    };
}

function parsed(query: string): DocumentNode {
    try {
        return parse(query, { maxTokens: mostTokens });
    } catch (error) {
        if (error instanceof GraphQLError)
            throw new GraphqlRefusal("InvalidSyntax", `Invalid syntax: ${error.message}`);
        throw error;
    }
}
