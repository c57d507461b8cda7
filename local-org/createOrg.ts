import { existsSync } from "node:fs";
import type { SettableClock } from "./clock.ts";
import { readCsvTables } from "./data/csvTables.ts";
import { loadTables } from "./data/load.ts";
import { openStore } from "./data/openStore.ts";
import { readKeptObjects } from "./data/orgFile.ts";
import { seeded, seedOrg } from "./data/seedOrg.ts";
import type { Store } from "./data/store.ts";
import type { TextTable } from "./data/table.ts";
import { compileFormula } from "./formula/compileFormula.ts";
import type { NullMode } from "./formula/formula.ts";
import { componentRows } from "./metadata/componentRows.ts";
import { activateLanguage } from "./metadata/languages.ts";
import { redeployStored } from "./metadata/redeployStored.ts";
import { createDeployed } from "./metadata/deployedRegistry.ts";
import type { DeployedRegistry } from "./metadata/deployedRegistry.ts";
import type { Org } from "./org.ts";
import { createFieldSecurity } from "./people/fieldSecurity.ts";
import type { FieldSecurity } from "./people/fieldSecurity.ts";
import type { People, RunningUser } from "./people/people.ts";
import { peopleOfOrg } from "./people/peopleOfOrg.ts";
import { createSessions } from "./people/sessions.ts";
import { createTransactionLog } from "./save/transactionLog.ts";
import { formulaFieldEvaluator } from "./save/formulaFields.ts";
import { createSchema } from "./schema/createSchema.ts";
import { standardObjects } from "./schema/standard/standardObjects.ts";
import type { Schema } from "./schema/schema.ts";

interface OrgOptions {
    readonly clock: SettableClock;
    readonly newSecret: () => string;
    readonly load?: string | Iterable<TextTable>;
    readonly file?: string;
    readonly nullMode?: NullMode;
    /** As the Organization row says unless given; a new org is a sandbox. */
    readonly plays?: Org["plays"];
    /** Active besides the org's own, English: "zh_TW". What is translated into any other can't be deployed. */
    readonly languages?: readonly string[];
}

/** An org together with what only its keeper may touch. */
export interface OrgWithControls {
    readonly org: Org;
    readonly deployed: DeployedRegistry;
    readonly clock: SettableClock;
    readonly fieldSecurity: FieldSecurity;
    readonly administrator: RunningUser;
}

/**
 * An org as new, with the given rows restored into it; or the org that the file keeps already. Throws LoadError,
 * OrgFileProblem for a file that keeps none, and leaves no store open then.
 */
export function createOrg(options: OrgOptions): OrgWithControls {
    const { clock, newSecret, load, file, nullMode = "blankAsBlank" } = options;
    const isReopened = file !== undefined && existsSync(file);
    const schema = createSchema(isReopened ? readKeptObjects(file) : standardObjects);
    const store = openStore(schema, file, clock);
    try {
        const rows = { schema, store, clock };
        seedOrg(rows);
        if (load !== undefined) loadTables(rows, typeof load === "string" ? readCsvTables(load) : load);
        const id = organizationId(schema, store);
        const kept = componentRows(store);
        const deployed = createDeployed(kept);
        const fieldSecurity = createFieldSecurity();
        const sessions = createSessions(id, newSecret);
        const people = peopleOfOrg({ schema, store, deployed, sessions, fieldSecurity });
        const plays = settlePlay(rows, id, options.plays);
        const transactions = createTransactionLog();
        const org: Org = { id, schema, store, people, deployed, clock, nullMode, plays, transactions };
        const administrator = administratorOf(schema, store, people);
        store.evaluateFormulasWith(formulaFieldEvaluator(org, administrator));
        const context = { org, deployed, compileFormula, user: administrator };
        if (isReopened) redeployStored(context, kept);
        options.languages?.forEach((language) => activateLanguage(deployed, language, clock.now()));
        return { org, deployed, clock, fieldSecurity, administrator };
    } catch (error) {
        store.close();
        throw error;
    }
}

/** What the org plays and what its Organization row tells clients are one. */
function settlePlay({ schema, store }: Pick<Org, "schema" | "store">, id: string, given?: Org["plays"]): Org["plays"] {
    const object = schema.object("Organization");
    if (object === undefined) return given ?? "sandbox";
    if (given !== undefined) store.update(object, id, { IsSandbox: given === "sandbox" });
    return store.read(object, id)?.["IsSandbox"] === false ? "production" : "sandbox";
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
