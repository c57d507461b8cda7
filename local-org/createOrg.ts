import type { SettableClock } from "./clock.ts";
import { readCsvTables } from "./data/csvTables.ts";
import { loadTables } from "./data/load.ts";
import { openStore } from "./data/openStore.ts";
import { seeded, seedOrg } from "./data/seedOrg.ts";
import type { Store } from "./data/store.ts";
import type { TextTable } from "./data/table.ts";
import type { NullMode } from "./formula/formula.ts";
import { createDeployed } from "./metadata/deployedRegistry.ts";
import type { DeployedRegistry } from "./metadata/deployedRegistry.ts";
import type { Org } from "./org.ts";
import { createFieldSecurity } from "./people/fieldSecurity.ts";
import type { FieldSecurity } from "./people/fieldSecurity.ts";
import type { People, RunningUser } from "./people/people.ts";
import { peopleOfOrg } from "./people/peopleOfOrg.ts";
import { createSessions } from "./people/sessions.ts";
import { createSchema } from "./schema/createSchema.ts";
import type { Schema } from "./schema/schema.ts";

interface OrgOptions {
    readonly clock: SettableClock;
    readonly newSecret: () => string;
    readonly load?: string | Iterable<TextTable>;
    readonly file?: string;
    readonly nullMode?: NullMode;
}

/** An org together with what only its keeper may touch. */
export interface OrgWithControls {
    readonly org: Org;
    readonly deployed: DeployedRegistry;
    readonly clock: SettableClock;
    readonly fieldSecurity: FieldSecurity;
    readonly administrator: RunningUser;
}

/** An org as new, with the given rows restored into it. Throws LoadError, and leaves no store open then. */
export function createOrg({ clock, newSecret, load, file, nullMode = "blankAsBlank" }: OrgOptions): OrgWithControls {
    const schema = createSchema();
    const store = openStore(schema, file);
    try {
        const rows = { schema, store, clock };
        seedOrg(rows);
        if (load !== undefined) loadTables(rows, typeof load === "string" ? readCsvTables(load) : load);
        const id = organizationId(schema, store);
        const deployed = createDeployed();
        const fieldSecurity = createFieldSecurity();
        const sessions = createSessions(id, newSecret);
        const people = peopleOfOrg({ schema, store, deployed, sessions, fieldSecurity });
        const org: Org = { id, schema, store, people, deployed, clock, nullMode };
        return { org, deployed, clock, fieldSecurity, administrator: administratorOf(schema, store, people) };
    } catch (error) {
        store.close();
        throw error;
    }
}

function organizationId(schema: Schema, store: Store): string {
    const object = schema.object("Organization");
    const [row] = object === undefined ? [] : store.readMany(object);
    return typeof row?.["Id"] === "string" ? row["Id"] : seeded.organization;
}

/** The administrator every org starts with; where a load made that one inactive, the first active one. */
function administratorOf(schema: Schema, store: Store, people: People): RunningUser {
    const object = schema.object("User");
    const ids = object === undefined ? [] : store.readMany(object).map((row) => String(row["Id"]));
    const users = [seeded.administrator, ...ids].map((id) => people.user(id));
    const administrator = users.find((user) => user?.isAdministrator === true);
    if (administrator === undefined) throw new Error("The org has no active administrator.");
    return administrator;
}
