import { request } from "node:http";
import type { Agent } from "node:http";

/** A request as it goes over the wire; the path is sent as it is written. */
export interface RawRequest {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string | string[]>>;
    readonly body?: string | Buffer;
    /** Instead of the administrator's; null sends no Authorization at all. */
    readonly token?: string | null;
}

export interface RawAnswer {
    readonly status: number;
    readonly body: string;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const longestWait = 60_000;

/** Sends one request. Rejects where the server hangs up or keeps silent for a minute. */
export function ask(
    { port, token }: { readonly port: number; readonly token: string },
    { method, path, headers = {}, body, token: otherToken }: RawRequest,
    agent?: Agent
): Promise<RawAnswer> {
    const session = otherToken === undefined ? token : otherToken;
    return new Promise((resolve, reject) => {
        const sent = request(
            {
                host: "127.0.0.1",
                port,
                method,
                path,
                headers: {
                    ...(session === null ? {} : { Authorization: `Bearer ${session}` }),
                    ...(body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) }),
                    ...headers
                },
                timeout: longestWait,
                ...(agent === undefined ? {} : { agent })
            },
            (response) => {
                const chunks: Buffer[] = [];
                response.on("data", (chunk: Buffer) => chunks.push(chunk));
                response.once("error", reject);
                response.once("end", () =>
                    resolve({
                        status: response.statusCode ?? 0,
                        body: Buffer.concat(chunks).toString("utf8"),
                        headers: response.headers
                    })
                );
            }
        );
        sent.once("timeout", () => sent.destroy(new Error("no answer within a minute")));
        sent.once("error", reject);
        sent.end(body);
    });
}

/**
 * The platform's code in an answer of any of its APIs: the errorCode of REST, the fault of SOAP, the failed
 * record of a collection, the error of GraphQL. The empty text where there is none.
 */
export function codeOf({ body }: Pick<RawAnswer, "body">): string {
    const fault = /<faultcode>sf:(\w+)</.exec(body)?.[1];
    const json = /"(?:errorCode|statusCode|ErrorType)"\s*:\s*"(\w+)"/.exec(body)?.[1];
    return fault ?? json ?? "";
}

/** Lines of a stack, or a place in our own source: what no client may see. */
export function showsInside({ body }: Pick<RawAnswer, "body">): boolean {
    return /\n\s+at \S+.*:\d+:\d+|\bat (?:async )?[\w.<>]+ \(|local-org\/\S+\.[tj]s|node:internal|SQLITE_|SqliteError/.test(
        body
    );
}
