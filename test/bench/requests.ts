import { request } from "node:http";
import { connect } from "node:net";
import type { Server } from "./inChild.ts";

const data = "/services/data/v66.0";

export interface Answered {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly text: string;
    readonly lines: number;
}

/** One request; the body is kept as text only where asked, else its lines are counted as they come. */
export function send(
    { port, token }: Server,
    method: string,
    path: string,
    { body, keepsText = true }: { body?: object; keepsText?: boolean } = {}
): Promise<Answered> {
    return new Promise((resolve, reject) => {
        const content = body === undefined ? undefined : JSON.stringify(body);
        const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
        const sent = request({ host: "127.0.0.1", port, method, path: data + path, headers }, (response) => {
            const chunks: Buffer[] = [];
            let lines = 0;
            response.on("data", (chunk: Buffer) => {
                if (keepsText) chunks.push(chunk);
                else for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
            });
            response.once("error", reject);
            response.once("end", () =>
                resolve({
                    status: response.statusCode ?? 0,
                    headers: response.headers,
                    text: Buffer.concat(chunks).toString(),
                    lines
                })
            );
        });
        sent.once("error", reject);
        sent.end(content);
    });
}

/** Throws where the answer is none of 2xx: a bench of refusals would be fast. */
export async function sendWell(...asked: Parameters<typeof send>): Promise<Answered> {
    const answered = await send(...asked);
    if (answered.status < 300) return answered;
    throw new Error(`${asked[1]} ${asked[2]}: ${answered.status} ${answered.text.slice(0, 300)}`);
}

const atOnce = 4;

/**
 * Requests a second that the server answers to four connections without a pause, through bare sockets: an HTTP
 * library on our side would cost more than the server and make every server look alike.
 */
export function rateOf({ port, token }: Server, pathOf: (number: number) => string, seconds: number): Promise<number> {
    let answered = 0;
    const started = performance.now();
    const lane = (first: number): Promise<void> =>
        new Promise((resolve, reject) => {
            let number = first;
            let received = "";
            const socket = connect(port, "127.0.0.1");
            const ask = (): void => {
                number += atOnce;
                socket.write(
                    `GET ${data}${pathOf(number)} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n\r\n`
                );
            };
            socket.once("connect", ask);
            socket.once("error", reject);
            socket.on("data", (chunk) => {
                received += chunk.toString("latin1");
                const end = received.indexOf("\r\n\r\n");
                const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? Number.NaN);
                if (end < 0 || received.length < end + 4 + length) return;
                if (!received.startsWith("HTTP/1.1 200")) return void reject(new Error(received.slice(0, 300)));
                answered += 1;
                received = "";
                if (performance.now() - started < seconds * 1000) return void ask();
                socket.end();
                resolve();
            });
        });
    return Promise.all(Array.from({ length: atOnce }, (_, first) => lane(first))).then(
        () => answered / ((performance.now() - started) / 1000)
    );
}
