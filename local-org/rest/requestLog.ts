export interface LoggedRequest {
    readonly method: string;
    readonly path: string;
    readonly status: number;
    readonly username: string | null;
}

/** What was asked of the server, for tests that count API calls. Holds no bodies and no tokens. */
export interface RequestLog {
    add(request: LoggedRequest): void;
    all(): readonly LoggedRequest[];
    clear(): void;
    /** Requests since the start, `clear` or not: the org's API usage. */
    total(): number;
}

const kept = 10_000;

export function createRequestLog(): RequestLog {
    let requests: LoggedRequest[] = [];
    let total = 0;
    return {
        add: (request) => {
            total += 1;
            requests.push(request);
            if (requests.length > kept) requests = requests.slice(-kept / 2);
        },
        all: () => requests,
        clear: () => {
            requests = [];
        },
        total: () => total
    };
}
