import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import { keyOf, type Component } from "./component.ts";

/** What we made, and what its file says: an object's is that of all its fields. */
export interface OurComponent extends Component {
    readonly text: string;
}

type NameOf = (match: readonly string[]) => string;

const plain: NameOf = ([, name = ""]) => name;
const inObject: NameOf = ([, object = "", name = ""]) => `${object}.${name}`;

/** Where each type stands in a source folder. What can't be deleted through the API is here too, to be told. */
const places: readonly (readonly [type: string, path: RegExp, name: NameOf])[] = [
    ["CustomField", /objects\/(\w+)\/fields\/(\w+)\.field-meta\.xml$/, inObject],
    ["ValidationRule", /objects\/(\w+)\/validationRules\/(\w+)\.validationRule-meta\.xml$/, inObject],
    ["ListView", /objects\/(\w+)\/listViews\/(\w+)\.listView-meta\.xml$/, inObject],
    ["CompactLayout", /objects\/(\w+)\/compactLayouts\/(\w+)\.compactLayout-meta\.xml$/, inObject],
    ["CustomObject", /objects\/(\w+)\/\w+\.object-meta\.xml$/, plain],
    ["CustomMetadata", /customMetadata\/([^/]+)\.md-meta\.xml$/, plain],
    ["CustomNotificationType", /notificationtypes\/(\w+)\.notiftype-meta\.xml$/, plain],
    ["CustomObjectTranslation", /objectTranslations\/[^/]+\/([^/]+)\.objectTranslation-meta\.xml$/, plain],
    ["CustomObjectTranslation", /objectTranslations\/([^/]+)\/[^/]+\.fieldTranslation-meta\.xml$/, plain],
    ["CustomPermission", /customPermissions\/(\w+)\.customPermission-meta\.xml$/, plain],
    ["CustomTab", /tabs\/(\w+)\.tab-meta\.xml$/, plain],
    ["Dashboard", /dashboards\/((?:\w+\/)?\w+)\.dashboard(?:Folder)?-meta\.xml$/, plain],
    ["FlexiPage", /flexipages\/(\w+)\.flexipage-meta\.xml$/, plain],
    ["Flow", /flows\/(\w+)\.flow-meta\.xml$/, plain],
    ["FlowTest", /flowtests\/(\w+)\.flowtest-meta\.xml$/, plain],
    ["LightningComponentBundle", /lwc\/(\w+)\/\w+\.js-meta\.xml$/, plain],
    ["PathAssistant", /pathAssistants\/(\w+)\.pathAssistant-meta\.xml$/, plain],
    ["PermissionSet", /permissionsets\/(\w+)\.permissionset-meta\.xml$/, plain],
    ["QuickAction", /quickActions\/([\w.]+)\.quickAction-meta\.xml$/, plain],
    ["Report", /reports\/((?:\w+\/)?\w+)\.report(?:Folder)?-meta\.xml$/, plain],
    ["ReportType", /reportTypes\/(\w+)\.reportType-meta\.xml$/, plain],
    ["Translations", /translations\/(\w+)\.translation-meta\.xml$/, plain]
];

/** What may be ours in an org, here or in another version. */
export const ourTypes: readonly string[] = [...new Set(places.map(([type]) => type))];

/** A folder of metadata, and which of its files are ours: all of them, or those named by their path below it. */
export interface OurFolder {
    readonly path: string;
    readonly files: ReadonlySet<string> | "all";
}

/**
 * What our files in these folders make in an org; the first folder that has a component tells it. Throws
 * `CannotStart` for a folder that isn't there, and for a file of which nobody could tell how it is removed.
 */
export function readOurComponents(folders: readonly OurFolder[]): OurComponent[] {
    const found = new Map<string, OurComponent>();
    for (const folder of folders) {
        for (const path of metadataFilesIn(folder)) {
            const component = componentAt(path, join(folder.path, path));
            if (component === null) continue;
            const key = keyOf(component);
            if (!found.has(key)) found.set(key, component);
        }
    }
    const all = [...found.values()];
    const fieldsOf = (object: string): string =>
        all
            .flatMap(({ type, name, text }) => (type === "CustomField" && name.startsWith(`${object}.`) ? [text] : []))
            .join("\n");
    return all.map((each) =>
        each.type === "CustomObject" ? { ...each, text: `${each.text}\n${fieldsOf(each.name)}` } : each
    );
}

function metadataFilesIn({ path: folder, files: ours }: OurFolder): string[] {
    if (!existsSync(folder)) {
        throw new CannotStart(`There is no folder ${folder}: name the one that was deployed with --overlay-dir.`);
    }
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return files
        .map((path) => path.split(sep).join("/"))
        .filter((path) => path.endsWith("-meta.xml") && (ours === "all" || ours.has(path)))
        .sort();
}

/** Null for Salesforce's own objects, of which only what we added to them is ours. */
function componentAt(path: string, file: string): OurComponent | null {
    for (const [type, place, name] of places) {
        const match = place.exec(path);
        if (match === null) continue;
        const component = { type, name: decodeURIComponent(name(match)), text: readFileSync(file, "utf8") };
        return type === "CustomObject" && !/__(c|mdt)$/.test(component.name) ? null : component;
    }
    throw new CannotStart(`${file}: nobody can tell how this is removed, so nothing was changed.`);
}
