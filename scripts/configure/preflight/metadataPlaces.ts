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

/** Of all that we deploy, here or in another version. */
export const ourTypes: readonly string[] = [...new Set(places.map(([type]) => type))];

/** What the file at this path of a source folder makes; null where no type of ours stands there. */
export function componentAt(path: string): { readonly type: string; readonly name: string } | null {
    for (const [type, place, name] of places) {
        const match = place.exec(path);
        if (match !== null) return { type, name: decodeURIComponent(name(match)) };
    }
    return null;
}

/** Salesforce's own objects have a file too, for what we add to them. */
export function isStandardObject({ type, name }: { readonly type: string; readonly name: string }): boolean {
    return type === "CustomObject" && !/__(c|mdt)$/.test(name);
}
