import type { OrgWithControls } from "./createOrg.ts";
import { schemaCheckpoint } from "./metadata/schemaCheckpoint.ts";

/** An org as it was at one moment: rows, users, schema and what is deployed. Sessions and the clock go on. */
export interface OrgSnapshot {
    restore(): void;
    /** Frees the disk it takes; closing the org does so too. */
    discard(): void;
}

/** Not within a transaction. It can be restored any number of times. */
export function snapshotOrg({ org, deployed }: Pick<OrgWithControls, "org" | "deployed">): OrgSnapshot {
    const rows = org.store.snapshot();
    const restoreSchema = schemaCheckpoint(org.schema);
    const restoreDeployed = deployed.checkpoint();
    return {
        restore() {
            // First the tables, so that those of the schema that comes back stand there already.
            rows.restore();
            restoreSchema();
            restoreDeployed();
        },
        discard: () => {
            rows.discard();
        }
    };
}
