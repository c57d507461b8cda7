/** Stands in for `lightning/uiRecordApi`: the wire `getRecord` asks the org's UI API. */
import { ask, Refused } from "../org.ts";
import { Wire } from "./wire.ts";

interface RecordConfig {
    readonly recordId?: string | undefined;
    readonly fields?: string | readonly string[];
    readonly optionalFields?: string | readonly string[];
}

interface RecordResult {
    readonly data?: unknown;
    readonly error?: unknown;
}

const connected = new Set<Wire<RecordConfig, RecordResult>>();

export class getRecord extends Wire<RecordConfig, RecordResult> {
    constructor(emit: (result: RecordResult) => void) {
        super(emit, readRecord, connected);
        emit({ data: undefined, error: undefined });
    }
}

/** Settles once every wire on these records has fresh data; rejects when the org can't be reached. */
export async function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void> {
    const ids = new Set(records.map(({ recordId }) => recordId));
    const meant = [...connected].filter((wire) => wire.asksFor(({ recordId = "" }) => ids.has(recordId)));
    await Promise.all(meant.map((wire) => wire.ask()));
}

function readRecord({ recordId, fields = [], optionalFields = [] }: RecordConfig): Promise<RecordResult> | null {
    if (recordId === undefined) {
        return null;
    }
    const search = new URLSearchParams({
        fields: [fields].flat().join(),
        optionalFields: [optionalFields].flat().join()
    });
    return ask("GET", `/ui-api/records/${recordId}?${search}`).then(
        (data) => ({ data, error: undefined }),
        (error: unknown) => ({ data: undefined, error: errorOf(error) })
    );
}

/** In the shape in which components get errors: status, and the first error as the body. */
function errorOf(error: unknown): unknown {
    if (!(error instanceof Refused)) {
        throw error;
    }
    const body: unknown = Array.isArray(error.body) ? error.body[0] : error.body;
    return { ok: false, status: error.status, statusText: "Bad Request", body };
}
