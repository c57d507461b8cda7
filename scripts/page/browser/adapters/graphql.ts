/** Stands in for `lightning/graphql`: the wire `graphql` asks the org's GraphQL API. */
import { ask, Refused } from "../org.ts";
import { Wire } from "./wire.ts";

interface GraphqlDocument {
    readonly kind: "Document";
    readonly text: string;
}

interface GraphqlConfig {
    readonly query?: GraphqlDocument | undefined;
    readonly variables?: Readonly<Record<string, unknown>>;
}

interface GraphqlResult {
    readonly data?: unknown;
    readonly errors?: readonly unknown[] | undefined;
    readonly refresh: () => Promise<void>;
}

const connected = new Set<Wire<GraphqlConfig, GraphqlResult>>();

export class graphql extends Wire<GraphqlConfig, GraphqlResult> {
    constructor(emit: (result: GraphqlResult) => void) {
        const refresh = (): Promise<void> => this.ask();
        super(emit, (config) => readQuery(config, refresh), connected);
    }
}

export function gql(texts: TemplateStringsArray): GraphqlDocument {
    return { kind: "Document", text: texts.join("") };
}

function readQuery(
    { query, variables = {} }: GraphqlConfig,
    refresh: () => Promise<void>
): Promise<GraphqlResult> | null {
    if (query === undefined) {
        return null;
    }
    return ask("POST", "/graphql", { query: query.text, variables }).then(
        (answer) => {
            const { data, errors } = answer as { data: unknown; errors: readonly unknown[] };
            return { data: data ?? undefined, errors: errors.length === 0 ? undefined : errors, refresh };
        },
        (error: unknown) => {
            if (!(error instanceof Refused)) {
                throw error;
            }
            return { data: undefined, errors: [{ message: error.message }], refresh };
        }
    );
}
