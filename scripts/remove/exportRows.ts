import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { gatherSeesAll, gatherUser } from "../audit/gather/gatherUser.ts";
import type { OrgReader } from "../audit/gather/orgReader.ts";
import { attempt } from "../audit/gather/refusal.ts";
import { CannotStart } from "../cannotStart.ts";
import { csvText } from "../files/csvText.ts";
import { writeWhole } from "../files/wholeFile.ts";
import { isCustomObject, objectOf, type Component } from "./component.ts";

/** Rows of one object in a file of the run folder. */
export interface Exported {
    readonly object: string;
    readonly rows: number;
    readonly path: string;
}

interface DescribedField {
    readonly name: string;
    readonly type: string;
    readonly calculated: boolean;
    readonly filterable: boolean;
}

const describeSchema = z.object({
    fields: z.array(z.object({ name: z.string(), type: z.string(), calculated: z.boolean(), filterable: z.boolean() }))
});
const rowSchema = z.record(z.string(), z.unknown());
const countSchema = z.object({ totalSize: z.union([z.string(), z.number()]).transform(Number) });

/** Kept with every row, where the object has them. */
const ownFields = [
    ...["Id", "DeveloperName", "Name", "OwnerId", "SetupOwnerId", "CurrencyIsoCode"],
    ...["CreatedById", "CreatedDate", "LastModifiedById", "LastModifiedDate"]
];

/**
 * Writes what these fields and objects hold as one CSV file an object: every row and field of objects of ours, those
 * too that others added, and of Salesforce's the rows with a value of ours. Throws `CannotStart` where anything of it
 * can't be read whole: what is not exported would be lost.
 */
export async function exportRows(
    reader: OrgReader,
    components: readonly Component[],
    folder: string
): Promise<Exported[]> {
    const fields = components.filter(({ type }) => type === "CustomField");
    const names = [...new Set(components.flatMap(tableOf))].sort();
    if (names.length === 0) return [];
    const { user } = await gatherUser(reader);
    const seesAll = await gatherSeesAll(reader, user);
    if (!("value" in seesAll && seesAll.value)) {
        refuse("this user may not see every record; sign in as one with View All Data");
    }
    mkdirSync(folder, { recursive: true });
    const exported: Exported[] = [];
    for (const object of names) {
        const ours = fields.filter((field) => objectOf(field) === object).map(({ name }) => name.split(".")[1] ?? "");
        exported.push(await exportObject(reader, object, ours, folder));
    }
    return exported;
}

/** Where its values are kept: records of settings in the settings' own type. */
function tableOf(component: Component): string[] {
    const { type, name } = component;
    if (type === "CustomObject") return [name];
    if (type === "CustomMetadata") return [`${name.split(".")[0] ?? ""}__mdt`];
    return type === "CustomField" ? [objectOf(component) ?? ""] : [];
}

async function exportObject(
    reader: OrgReader,
    object: string,
    ours: readonly string[],
    folder: string
): Promise<Exported> {
    const read = async <T>(ask: () => Promise<T>): Promise<T> => {
        const answer = await attempt(ask);
        return "value" in answer ? answer.value : refuse(`${object} could not be read (${answer.unreadable})`);
    };
    const described = await read(async () => describeSchema.parse(await reader.get(`/sobjects/${object}/describe`)));
    const known = new Map(described.fields.map((field) => [field.name, field]));
    const hidden = ours.filter((name) => !known.has(name));
    if (hidden.length > 0) {
        refuse(
            `this user may not read ${hidden.join(", ")} of ${object}; assign PW_Admin ("npx sf org assign permset --name PW_Admin")`
        );
    }
    const whole = isCustomObject(object);
    const more = whole ? described.fields.map(({ name }) => name) : ours;
    const columns = [...new Set([...ownFields.filter((name) => known.has(name)), ...more])];
    const where = whole ? "" : whereAny(ours.flatMap((name) => known.get(name) ?? []));
    const count = (): Promise<number> =>
        read(
            async () =>
                countSchema.parse(await reader.get(queryPath(`SELECT COUNT() FROM ${object}${where}`))).totalSize
        );
    const before = await count();
    const rows = await read(async () =>
        z.array(rowSchema).parse(await reader.query(`SELECT ${columns.join(", ")} FROM ${object}${where}`))
    );
    const after = await count();
    if (rows.length !== before || rows.length !== after) {
        refuse(`${object} changed meanwhile (${before}, ${rows.length} and ${after} rows); repeat when nobody works`);
    }
    const path = join(folder, `${object}.csv`);
    writeWhole(path, csvText([columns, ...rows.map((row) => columns.map((name) => cellOf(row[name])))]));
    return { object, rows: rows.length, path };
}

/** Rows that hold a value which nothing computes; a check box is never blank, so it must be ticked. */
function whereAny(fields: readonly DescribedField[]): string {
    const stored = fields.filter(({ calculated, filterable }) => !calculated && filterable);
    const holds = stored.map(({ name, type }) => (type === "boolean" ? `${name} = true` : `${name} != null`));
    return holds.length === 0 ? " WHERE Id = null" : ` WHERE ${holds.join(" OR ")}`;
}

function queryPath(soql: string): string {
    return `/query?q=${encodeURIComponent(soql)}`;
}

function cellOf(value: unknown): string | boolean | null {
    if (typeof value === "string" || typeof value === "boolean") return value;
    return value == null ? null : JSON.stringify(value);
}

function refuse(reason: string): never {
    throw new CannotStart(`The export is not complete, so nothing more is removed: ${reason}.`);
}
