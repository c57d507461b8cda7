import { CannotStart } from "../../cannotStart.ts";
import type { WrittenFile } from "../../written/writtenFolder.ts";
import { gatherNames, type NamingConnection } from "../gather/gatherNames.ts";
import { countSlots, type Slots } from "./countSlots.ts";
import { findCollisions } from "./findCollisions.ts";
import { ourNames } from "./ourNames.ts";

/**
 * How much is left of what the org has only so many of, for the core's folder with this overlay. Throws `CannotStart`
 * where something else has a name of ours, which a deploy would overwrite.
 */
export async function runPreflight(
    connection: NamingConnection,
    core: string,
    overlay: readonly WrittenFile[]
): Promise<Slots[]> {
    const ours = ourNames(core, overlay);
    const present = await gatherNames(connection, ours);
    const collisions = findCollisions(ours, present);
    if (collisions.length > 0) {
        const named = collisions.map(({ type, name }) => `${type} ${name}`).join(", ");
        throw new CannotStart(
            `The org has something of its own by a name of Pipewright's, which a deploy would overwrite: ${named}. Rename it. Nothing was written.`
        );
    }
    return countSlots(ours, present);
}
