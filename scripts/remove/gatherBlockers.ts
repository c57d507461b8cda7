import { z } from "zod";
import type { OrgReader } from "../audit/gather/orgReader.ts";
import type { Artifact } from "../audit/gathered.ts";
import { attempt, OrgRefusal } from "../audit/gather/refusal.ts";
import { queryTooling } from "../check/gather/setUpReader.ts";
import { keyOf, objectOf, type Component } from "./component.ts";
import type { PresentComponent } from "./gatherPresent.ts";

/** Something of theirs that names something of ours, which the org will not delete while it does. */
export interface Blocker {
    readonly type: string;
    readonly name: string;
    readonly uses: Component;
}

const rowSchema = z.object({
    MetadataComponentId: z.string(),
    MetadataComponentName: z.string(),
    MetadataComponentType: z.string(),
    RefMetadataComponentId: z.string()
});

/** The documented limits: no operator but = with OR, and 2,000 rows an answer. */
const idsAtOnce = 20;
const mostRows = 2_000;

/**
 * What of the org's own depends on what is to go, as far as the Tooling API tells: reports it leaves out. Unreadable
 * where this org doesn't answer such questions.
 */
export async function gatherBlockers(
    reader: OrgReader,
    ours: readonly Component[],
    present: readonly PresentComponent[]
): Promise<Artifact<readonly Blocker[]>> {
    const wanted = new Set(ours.map(keyOf));
    const removed = present.filter((each) => wanted.has(keyOf(each)));
    const withId = removed.filter(({ id }) => id !== "");
    if (withId.length === 0 && removed.length > 0) return { unreadable: "this org lists its components without Ids" };
    const ids = new Map(withId.map((each) => [each.id.slice(0, 15), each]));
    return attempt(async () => {
        const blockers: Blocker[] = [];
        for (let start = 0; start < withId.length; start += idsAtOnce) {
            const asked = withId.slice(start, start + idsAtOnce).map(({ id }) => `RefMetadataComponentId = '${id}'`);
            const soql = `SELECT ${Object.keys(rowSchema.shape).join(", ")} FROM MetadataComponentDependency WHERE ${asked.join(" OR ")}`;
            const rows = z.array(rowSchema).parse(await queryTooling(reader, soql));
            if (rows.length >= mostRows) throw new OrgRefusal("TOO_MANY_ROWS", "the org tells only 2,000 at once");
            blockers.push(...rows.flatMap((row) => blockerOf(row, ids)));
        }
        return blockers;
    });
}

function blockerOf(row: z.infer<typeof rowSchema>, ids: ReadonlyMap<string, PresentComponent>): Blocker[] {
    const uses = ids.get(row.RefMetadataComponentId.slice(0, 15));
    const isOurs = ids.has(row.MetadataComponentId.slice(0, 15));
    if (uses === undefined || isOurs) return [];
    const { MetadataComponentType: type, MetadataComponentName: name } = row;
    // The layout of an object of ours goes with the object.
    const object = objectOf(uses) ?? uses.name;
    if (type === "Layout" && name.startsWith(object) && /__(c|mdt)$/.test(object)) return [];
    return [{ type, name, uses: { type: uses.type, name: uses.name } }];
}
