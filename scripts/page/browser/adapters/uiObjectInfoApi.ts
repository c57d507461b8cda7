/** Stands in for `lightning/uiObjectInfoApi`: the wire `getObjectInfo` asks the org's UI API. */
import { ask, Refused } from "../org.ts";
import { Wire } from "./wire.ts";

interface ObjectInfoConfig {
    readonly objectApiName?: string | undefined;
}

interface ObjectInfoResult {
    readonly data?: unknown;
    readonly error?: unknown;
}

const connected = new Set<Wire<ObjectInfoConfig, ObjectInfoResult>>();

export class getObjectInfo extends Wire<ObjectInfoConfig, ObjectInfoResult> {
    constructor(emit: (result: ObjectInfoResult) => void) {
        super(emit, readObjectInfo, connected);
        emit({ data: undefined, error: undefined });
    }
}

function readObjectInfo({ objectApiName }: ObjectInfoConfig): Promise<ObjectInfoResult> | null {
    if (objectApiName === undefined) {
        return null;
    }
    return ask("GET", `/ui-api/object-info/${objectApiName}`).then(
        (data) => ({ data, error: undefined }),
        (error: unknown) => {
            if (!(error instanceof Refused)) {
                throw error;
            }
            return { data: undefined, error: { ok: false, status: error.status, body: error.body } };
        }
    );
}
