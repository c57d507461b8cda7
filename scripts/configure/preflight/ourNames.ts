import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { WrittenFile } from "../../written/writtenFolder.ts";
import { componentAt, isStandardObject } from "./metadataPlaces.ts";

/** What a component says of itself, in the language of its metadata. Null: nothing. */
export interface Said {
    readonly label: string | null;
    readonly help: string | null;
    readonly description: string | null;
    /** Of a field: "Number", "Summary" … */
    readonly fieldType: string | null;
}

/** A component that deploying makes, with what tells it from another one of that name. */
export interface OurName extends Said {
    /** As the Metadata API names it. */
    readonly type: string;
    readonly name: string;
}

/** Merged with what the org has: nothing is taken there. */
const merged = ["CustomObjectTranslation", "Translations"];

/** What the core's folder and these files of an overlay make in an org. */
export function ourNames(core: string, overlay: readonly WrittenFile[]): OurName[] {
    const paths = readdirSync(core, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("-meta.xml"));
    const files = paths.sort().map((path) => ({
        path: path.split(sep).join("/"),
        content: readFileSync(join(core, path), "utf8")
    }));
    return [...files, ...overlay].flatMap(({ path, content }) => {
        const component = componentAt(path);
        if (component === null || isStandardObject(component) || merged.includes(component.type)) return [];
        return [{ ...component, ...saidIn(content) }];
    });
}

const parser = new XMLParser({ parseTagValue: false });
const elementSchema = z.record(z.string(), z.unknown());

/** What a file of metadata says of its component, leaving out what its parts say of themselves. */
export function saidIn(xml: string): Said {
    return saidOf(rootOf(xml));
}

export function rootOf(xml: string): Readonly<Record<string, unknown>> {
    const parsed = elementSchema.parse(parser.parse(xml));
    const [root] = Object.entries(parsed).flatMap(([name, value]) => (name === "?xml" ? [] : [value]));
    return elementSchema.safeParse(root).data ?? {};
}

/** `element`: as parsed; of repeated elements none counts. */
export function saidOf(element: Readonly<Record<string, unknown>>): Said {
    const text = (name: string): string | null => {
        const value = element[name];
        return typeof value === "string" && value !== "" ? value.replaceAll(/\s+/g, " ").trim() : null;
    };
    return {
        label: text("label") ?? text("masterLabel") ?? text("title") ?? text("name"),
        help: text("inlineHelpText"),
        description: text("description"),
        fieldType: text("type")
    };
}
