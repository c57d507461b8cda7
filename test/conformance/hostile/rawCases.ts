import { connect } from "node:net";

/** Bytes that are no proper HTTP: what no client library would send. */
export interface RawCase {
    readonly name: string;
    readonly bytes: string;
    /** 0: the server hangs up without a word. */
    readonly status: number;
}

const host = "Host: 127.0.0.1\r\n";

export const rawCases: readonly RawCase[] = [
    { name: "no HTTP", bytes: "\u0000\u0001\u0002\r\n\r\n", status: 400 },
    { name: "a request line alone", bytes: "HELLO\r\n\r\n", status: 400 },
    { name: "no host", bytes: "GET /services/data HTTP/1.1\r\n\r\n", status: 400 },
    {
        name: "two lengths",
        bytes: `POST /services/data HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
        status: 400
    },
    {
        name: "a length and chunks",
        bytes: `POST /services/data HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
        status: 400
    },
    { name: "a length below zero", bytes: `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, status: 400 },
    { name: "a header with a line break in its name", bytes: `GET / HTTP/1.1\r\n${host}X\nY: a\r\n\r\n`, status: 400 },
    {
        name: "a chunk that is none",
        bytes: `POST /services/data HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
        status: 400
    },
    {
        name: "an address of another server",
        bytes: `GET http://evil.example/services/data HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
        status: 421
    }
];

/** The status that comes back, 0 where none does within five seconds or before the server hangs up. */
export function sendRaw(port: number, bytes: string): Promise<{ status: number; answer: string }> {
    return new Promise((resolve) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
        let answer = "";
        const done = (): void => {
            socket.destroy();
            resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), answer });
        };
        socket.setTimeout(5_000, done);
        socket.on("data", (chunk) => {
            answer += chunk.toString("latin1");
            if (answer.includes("\r\n\r\n")) done();
        });
        socket.once("error", done);
        socket.once("close", done);
    });
}
