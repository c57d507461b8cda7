import { Kind, visit } from "graphql";
import type { DocumentNode, FieldNode } from "graphql";
import { GraphqlRefusal } from "./refusal.ts";

export const longestQuery = 50_000;
export const mostTokens = 5000;

/** Deeper than uiapi, query, an object, its node and five parents need. */
const deepest = 14;
/** As the platform documents it. */
const mostObjects = 10;

/** Refuses by name what this org leaves out, and what is too deep or too wide to answer. */
export function checkLimits(document: DocumentNode): void {
    let depth = 0;
    visit(document, {
        OperationDefinition: ({ operation }) => {
            if (operation !== "query") {
                throw new GraphqlRefusal(
                    "OperationNotSupported",
                    `The local org answers no GraphQL ${operation}, only queries.`
                );
            }
        },
        FragmentSpread: () => {
            // A fragment is reached from places of any depth, so the depth of a document would not be known.
            throw new GraphqlRefusal(
                "OperationNotSupported",
                "The local org's GraphQL has no fragments; write the fields out."
            );
        },
        Field: {
            enter: (node) => {
                depth += 1;
                if (depth > deepest)
                    throw new GraphqlRefusal("ExecutionAborted", `The query is deeper than ${deepest} fields.`);
                refuseByName(node);
            },
            leave: () => {
                depth -= 1;
            }
        }
    });
    if (objectsAsked(document).length > mostObjects) {
        throw new GraphqlRefusal("ExecutionAborted", `A query may ask for ${mostObjects} lists of records at most.`);
    }
}

const leftOut: ReadonlySet<string> = new Set(["aggregate", "objectInfos", "relatedListByName", "__schema", "__type"]);

function refuseByName({ name }: FieldNode): void {
    if (leftOut.has(name.value)) {
        throw new GraphqlRefusal("OperationNotSupported", `The local org's GraphQL has no ${name.value}.`);
    }
}

/** The names under `uiapi { query { … } }`, one for each time they stand there. */
export function objectsAsked(document: DocumentNode): string[] {
    const operations = document.definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));
    const under = (nodes: readonly { selectionSet?: FieldNode["selectionSet"] }[]): FieldNode[] =>
        nodes.flatMap(({ selectionSet }) =>
            (selectionSet?.selections ?? []).flatMap((each) => (each.kind === Kind.FIELD ? [each] : []))
        );
    const named = (name: string, nodes: FieldNode[]): FieldNode[] => nodes.filter((node) => node.name.value === name);
    return under(named("query", under(named("uiapi", under(operations))))).map((node) => node.name.value);
}
