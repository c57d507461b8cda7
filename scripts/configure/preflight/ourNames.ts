import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { WrittenFile } from "../../written/writtenFolder.ts";

/** A component that deploying makes, with what tells it from another one of that name. */
export interface OurName {
    /** As the Metadata API names it. */
    readonly type: string;
    readonly name: string;
    readonly label: string | null;
    readonly help: string | null;
    /** Of a field: "Number", "Summary" … */
    readonly fieldType: string | null;
}

const places: readonly (readonly [type: string, path: RegExp])[] = [
    ["CustomField", /objects\/(\w+)\/fields\/(\w+)\.field-meta\.xml$/],
    ["ValidationRule", /objects\/(\w+)\/validationRules\/(\w+)\.validationRule-meta\.xml$/],
    ["CustomObject", /objects\/(\w+__(?:c|mdt))\/\w+\.object-meta\.xml$/],
    ["CustomPermission", /customPermissions\/(\w+)\.customPermission-meta\.xml$/],
    ["CustomNotificationType", /notificationtypes\/(\w+)\.notiftype-meta\.xml$/],
    ["FlexiPage", /flexipages\/(\w+)\.flexipage-meta\.xml$/],
    ["Flow", /flows\/(\w+)\.flow-meta\.xml$/],
    ["LightningComponentBundle", /lwc\/(\w+)\/\w+\.js-meta\.xml$/],
    ["PermissionSet", /permissionsets\/(\w+)\.permissionset-meta\.xml$/],
    ["QuickAction", /quickActions\/([\w.]+)\.quickAction-meta\.xml$/]
];

/** What the core's folder and these files of an overlay make in an org. */
export function ourNames(core: string, overlay: readonly WrittenFile[]): OurName[] {
    const paths = readdirSync(core, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("-meta.xml"));
    const files = paths.sort().map((path) => ({
        path: path.split(sep).join("/"),
        content: readFileSync(join(core, path), "utf8")
    }));
    return [...files, ...overlay].flatMap(nameOf);
}

function nameOf({ path, content }: WrittenFile): OurName[] {
    for (const [type, place] of places) {
        const match = place.exec(path);
        if (match !== null) {
            const name = match.slice(1).join(".");
            return [
                {
                    type,
                    name,
                    label: tag(content, "label"),
                    help: tag(content, "inlineHelpText"),
                    fieldType: tag(content, "type")
                }
            ];
        }
    }
    return [];
}

/** The text of the first element of that name. */
function tag(xml: string, name: string): string | null {
    const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
    return text === undefined ? null : plain(text);
}

function plain(text: string): string {
    const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
    return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => entities[name] ?? "");
}
