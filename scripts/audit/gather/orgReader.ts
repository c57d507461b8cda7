import { Decimal } from "decimal.js";
import { z } from "zod";
import { explainFailure, OrgRefusal } from "./refusal.ts";

/** What the audit asks of a jsforce connection. Bodies come as text, so that no number passes through a float. */
export interface OrgConnection {
    readonly instanceUrl: string;
    request(url: string, options: { responseType: string }): PromiseLike<unknown>;
}

const pageSchema = z.object({
    records: z.array(z.unknown()),
    nextRecordsUrl: z.string().optional(),
    done: z.boolean()
});

/** Reads one org, counting its API calls. Throws `CannotStart` for a dead session or line, `OrgRefusal` otherwise. */
export class OrgReader {
    readonly url: string;
    readonly #connection: OrgConnection;
    #apiCalls = 0;

    constructor(connection: OrgConnection) {
        this.#connection = connection;
        this.url = connection.instanceUrl.replace(/\/+$/, "");
    }

    get apiCalls(): number {
        return this.#apiCalls;
    }

    /** A path below /services/data/vNN.0, or one that begins with /services. */
    async get(path: string): Promise<unknown> {
        this.#apiCalls += 1;
        let body: unknown;
        try {
            body = await this.#connection.request(path, { responseType: "text/plain" });
        } catch (error) {
            throw explainFailure(error, this.url);
        }
        return parseExactly(String(body));
    }

    /** All rows, page by page. */
    async query(soql: string): Promise<unknown[]> {
        const records: unknown[] = [];
        let path: string | undefined = `/query?q=${encodeURIComponent(soql)}`;
        while (path !== undefined) {
            const page: z.infer<typeof pageSchema> = pageSchema.parse(await this.get(path));
            records.push(...page.records);
            path = page.done ? undefined : page.nextRecordsUrl;
        }
        return records;
    }
}

/** Numbers become decimal text ("1.0E7" is "10000000"). */
function parseExactly(body: string): unknown {
    try {
        return JSON.parse(body, (_key, value: unknown, context?: { source: string }) =>
            typeof value === "number" ? new Decimal(context?.source ?? value).toFixed() : value
        );
    } catch (error) {
        if (error instanceof SyntaxError) {
            throw new OrgRefusal("NOT_JSON", `the answer is not JSON: ${body.slice(0, 80)}`);
        }
        throw error;
    }
}
