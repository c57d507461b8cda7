import { join } from "node:path";
import { gatherOrganization } from "../audit/gather/gatherUser.ts";
import type { Artifact } from "../audit/gathered.ts";
import { OrgReader } from "../audit/gather/orgReader.ts";
import { CannotStart } from "../cannotStart.ts";
import { readOverlayFolder } from "../configure/overlayFolder.ts";
import type { MetadataConnection } from "../deploys/metadataConnection.ts";
import { gatherBlockers, type Blocker } from "./gatherBlockers.ts";
import { gatherPresent } from "./gatherPresent.ts";
import { ourTypes, readOurComponents, type OurFolder } from "./ourComponents.ts";
import { planRemoval, type RemovalPlan } from "./planRemoval.ts";

/** What would be removed from which org, and what stands in the way. */
export interface Removal extends RemovalPlan {
    readonly org: { readonly id: string; readonly name: string };
    readonly blockers: Artifact<readonly Blocker[]>;
}

/**
 * Compares what our files make with what the org has. Our own overlay counts beside the customer's, of which only what
 * configure wrote is ours: both may have been deployed.
 */
export async function gatherRemoval(
    connection: MetadataConnection,
    root: string,
    overlay: string | null
): Promise<Removal> {
    const own = ["main", "overlay"].map((part) => ({ path: join(root, "force-app", part), files: "all" }) as const);
    const ours = readOurComponents([...own, ...(overlay === null ? [] : [writtenIn(overlay, root)])]);
    const org = await removedOrg(connection);
    const present = await gatherPresent(connection, ours, ourTypes);
    const plan = planRemoval(ours, present);
    const going = plan.steps.flatMap(({ components }) => components);
    return { org, ...plan, blockers: await gatherBlockers(new OrgReader(connection), going, present) };
}

function writtenIn(overlay: string, root: string): OurFolder {
    const { files } = readOverlayFolder(overlay, root);
    return { path: overlay, files: new Set(files.keys()) };
}

/** Throws `CannotStart` where the org can't be told from another. */
export async function removedOrg(connection: MetadataConnection): Promise<Removal["org"]> {
    const org = await gatherOrganization(new OrgReader(connection));
    if ("unreadable" in org) {
        throw new CannotStart(`Stopped, for the organization could not be read (${org.unreadable}).`);
    }
    return { id: org.value.id, name: org.value.name };
}
