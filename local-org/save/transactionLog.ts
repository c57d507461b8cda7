/** What one transaction did, up to now or to its end. Counters restart when a batch is tried again. */
export interface TransactionCounts {
    /** What it began with: `insert Opportunity`, `after commit of insert Opportunity`. */
    readonly request: string;
    queries: number;
    /** Rows that queries read. */
    rows: number;
    /** Data statements of automation; the request's own save is none. */
    statements: number;
    /** Records in those statements. */
    statementRows: number;
    /** Names of the flows that started, in order, once for each batch. */
    flows: string[];
    /** Records that the request, not its automation, saved or deleted. */
    records: number;
    /** Records of the request that were refused. */
    refused: number;
    /** How often the request's records went through the save: again without the refused ones, up to three times. */
    attempts: number;
    outcome: "running" | "committed" | "rolledBack";
    /** Why all of it was rolled back by a limit or a fault; null otherwise. */
    problem: string | null;
}

/** The latest transactions of an org, oldest first, so that a test can ask what they cost. */
export interface TransactionLog {
    open(request: string): TransactionCounts;
    all(): readonly TransactionCounts[];
    clear(): void;
}

const most = 1000;

export function createTransactionLog(): TransactionLog {
    const entries: TransactionCounts[] = [];
    return {
        open(request) {
            const entry: TransactionCounts = { request, ...noCounts(), attempts: 0, outcome: "running", problem: null };
            entries.push(entry);
            if (entries.length > most) entries.shift();
            return entry;
        },
        all: () => entries.map((entry) => ({ ...entry, flows: [...entry.flows] })),
        clear: () => {
            entries.length = 0;
        }
    };
}

/** The counters at the start of a transaction. */
export function noCounts() {
    const flows: string[] = [];
    return { queries: 0, rows: 0, statements: 0, statementRows: 0, flows, records: 0, refused: 0 };
}
