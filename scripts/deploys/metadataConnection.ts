import type { OrgConnection } from "../audit/gather/orgReader.ts";

/** What is asked of a jsforce connection that lists, deploys and deletes; answers are checked where they are read. */
export interface MetadataConnection extends OrgConnection {
    readonly metadata: {
        list(queries: { type: string; folder?: string }[]): PromiseLike<unknown>;
        deploy(zip: Buffer, options: { rollbackOnError: boolean; singlePackage: boolean }): PromiseLike<unknown>;
        checkDeployStatus(id: string, includeDetails: boolean): PromiseLike<unknown>;
    };
    requestDelete(url: string): PromiseLike<unknown>;
}
