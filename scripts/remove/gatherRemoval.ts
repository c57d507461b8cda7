import { join } from "node:path";
import { gatherOrganization } from "../audit/gather/gatherUser.ts";
import type { Artifact } from "../audit/gathered.ts";
import { OrgReader } from "../audit/gather/orgReader.ts";
import { CannotStart } from "../cannotStart.ts";
import { readOverlayFolder } from "../configure/overlayFolder.ts";
import { gatherMade, type NamingConnection } from "../configure/gather/gatherNames.ts";
import { findCollisions, isInstalled } from "../configure/preflight/findCollisions.ts";
import { ourTypes } from "../configure/preflight/metadataPlaces.ts";
import { saidIn } from "../configure/preflight/ourNames.ts";
import type { MetadataConnection } from "../deploys/metadataConnection.ts";
import { keyOf, type Component } from "./component.ts";
import { fullestOverlay } from "./fullestOverlay.ts";
import { gatherBlockers, type Blocker } from "./gatherBlockers.ts";
import { gatherPresent } from "./gatherPresent.ts";
import { readOurComponents, type OurFolder } from "./ourComponents.ts";
import { planRemoval, undeletableTypes, type RemovalPlan } from "./planRemoval.ts";

/** What would be removed from which org, and what stands in the way. */
export interface Removal extends RemovalPlan {
    readonly org: { readonly id: string; readonly name: string };
    readonly blockers: Artifact<readonly Blocker[]>;
}

/** What is asked of a jsforce connection. */
export type RemovalConnection = MetadataConnection & NamingConnection;

/**
 * Compares what our files make with what the org has. All that an overlay can make counts beside the customer's, of
 * which only what configure wrote is ours. What has a name of ours and isn't ours, by the test of configure, is left.
 * `known`: found to be ours by the run that is gone on with, for what tells it may be gone by now. Throws `CannotStart`
 * where nothing is certain to be ours.
 */
export async function gatherRemoval(
    connection: RemovalConnection,
    root: string,
    overlay: string | null,
    known: readonly Component[] = []
): Promise<Removal> {
    const core = { path: join(root, "force-app", "main"), files: "all" } as const;
    const org = await removedOrg(connection);
    const present = await gatherPresent(connection, readOurComponents([core]), ourTypes);
    const folders = overlay === null ? [core] : [core, writtenIn(overlay, root)];
    const ours = readOurComponents(folders, fullestOverlay(present));
    const named = ours.filter(({ type }) => !undeletableTypes.includes(type));
    const names = named.map(({ type, name, text }) => ({ type, name, ...saidIn(text) }));
    const told = { components: present, made: await gatherMade(connection, names, present) };
    const isThere = amongst(present);
    if (known.length === 0 && named.some(isThere) && !isInstalled(names, told)) {
        throw new CannotStart(
            "Neither the stamp (Opportunity.PW_Stage_Stamp__c) nor the rule records (PW_Rule__mdt) of Pipewright are in this org, so nothing there is certain to be Pipewright's and nothing was removed."
        );
    }
    const isKnown = amongst(known);
    const isStranger = amongst(findCollisions(names, told).filter((each) => !isKnown(each)));
    const isNamed = amongst(ours);
    const others = known.filter((each) => !isNamed(each)).map((each) => ({ ...each, text: "" }));
    const plan = planRemoval([...ours.filter((each) => !isStranger(each)), ...others], present);
    const going = plan.steps.flatMap(({ components }) => components);
    return { org, ...plan, blockers: await gatherBlockers(new OrgReader(connection), going, present) };
}

function amongst(components: readonly Component[]): (component: Component) => boolean {
    const keys = new Set(components.map(keyOf));
    return (component) => keys.has(keyOf(component));
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
