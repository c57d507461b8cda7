import { setTimeout } from "node:timers/promises";
import JSZip from "jszip";
import { z } from "zod";
import type { OrgConnection } from "../../audit/gather/orgReader.ts";
import { explainFailure } from "../../audit/gather/refusal.ts";
import { nameKey } from "../preflight/findCollisions.ts";
import { rootOf, saidOf, type Said } from "../preflight/ourNames.ts";
import type { ListedName } from "./listNames.ts";

/** What is asked of a jsforce connection; answers are checked here. */
export interface RetrievingConnection extends OrgConnection {
    readonly metadata: {
        retrieve(request: object): PromiseLike<unknown>;
        checkRetrieveStatus(id: string): PromiseLike<unknown>;
    };
}

/** What a component in the org says, untranslated and whoever asks. `text`: all of it. */
export interface MadeComponent extends Said {
    readonly text: string;
}

const apiVersion = "66.0";
const startedSchema = z.object({ id: z.string() });
const isTrue = z.union([z.boolean(), z.string()]).transform((value) => String(value) === "true");
const fileSchema = z.object({ type: z.string(), fullName: z.string(), fileName: z.string() });
const resultSchema = z.object({
    done: isTrue,
    zipFile: z.string().nullish(),
    fileProperties: z.union([fileSchema, z.array(fileSchema)]).nullish()
});

/** As parts of an object are named in its file. */
const partTags: readonly (readonly [type: string, tag: string])[] = [
    ["CustomField", "fields"],
    ["ValidationRule", "validationRules"]
];
const partSchema = z.record(z.string(), z.unknown());

/**
 * What these components say in the org, by `nameKey`; what the org doesn't hand out is left out. Throws as `OrgReader`
 * does.
 */
export async function readMade(
    connection: RetrievingConnection,
    components: readonly ListedName[]
): Promise<Map<string, MadeComponent>> {
    const asked = new Set(components.map(nameKey));
    const made = new Map<string, MadeComponent>();
    if (asked.size === 0) return made;
    const keep = (type: string, name: string, element: Readonly<Record<string, unknown>>): void => {
        const key = nameKey({ type, name });
        if (asked.has(key)) made.set(key, { ...saidOf(element), text: JSON.stringify(element) });
    };
    const { zip, files } = await retrieve(connection, components);
    for (const { type, fullName, fileName } of files) {
        const file = zip.file(fileName);
        const isSource = /(^|\/)lwc\//.test(fileName) && !fileName.endsWith("-meta.xml");
        if (file === null || isSource) continue;
        const root = rootOf(await file.async("string"));
        keep(type.replace(/^(Report|Dashboard)Folder$/, "$1"), fullName, root);
        if (!fileName.endsWith(".object")) continue;
        const object = /([^/]+)\.object$/.exec(fileName)?.[1] ?? "";
        for (const [part, tag] of partTags) {
            for (const each of z.array(partSchema).parse([root[tag] ?? []].flat())) {
                keep(part, `${object}.${String(each["fullName"])}`, each);
            }
        }
    }
    return made;
}

async function retrieve(
    connection: RetrievingConnection,
    components: readonly ListedName[]
): Promise<{ zip: JSZip; files: z.infer<typeof fileSchema>[] }> {
    const types = [...new Set(components.map(({ type }) => type))].map((type) => ({
        name: type,
        members: components.filter((each) => each.type === type).map(({ name }) => name)
    }));
    try {
        const unpackaged = { types, version: apiVersion };
        const started = await connection.metadata.retrieve({ apiVersion, singlePackage: true, unpackaged });
        const { id } = startedSchema.parse(started);
        // Short at first, as for a deploy; the org counts each question as a call.
        for (let wait = 50; ; wait = Math.min(wait * 2, 5_000)) {
            const { done, zipFile, fileProperties } = resultSchema.parse(
                await connection.metadata.checkRetrieveStatus(id)
            );
            if (done) {
                return {
                    zip: await JSZip.loadAsync(zipFile ?? "", { base64: true }),
                    files: [fileProperties ?? []].flat()
                };
            }
            await setTimeout(wait);
        }
    } catch (error) {
        throw error instanceof z.ZodError ? error : explainFailure(error, connection.instanceUrl);
    }
}
