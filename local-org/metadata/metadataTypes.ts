/**
 * What this org does with each metadata type. The README's lists, `describeMetadata` and the deploy
 * itself read this one table, so they cannot disagree.
 */
export interface MetadataType {
    readonly name: string;
    /** `enforced`: the org acts on it. `stored`: kept for retrieve, with a warning at deploy. */
    readonly support: "enforced" | "stored";
    /** Null: lives inside the file of `parent`. */
    readonly directory: string | null;
    /** Null: a folder of files, as a Lightning web component. */
    readonly suffix: string | null;
    readonly parent?: string;
    /** The tag inside the parent's file. */
    readonly tag?: string;
    readonly inFolder?: true;
}

/** In the order in which a package is deployed: what others refer to comes first. */
export const metadataTypes: readonly MetadataType[] = [
    { name: "CustomLabels", support: "enforced", directory: "labels", suffix: "labels" },
    { name: "CustomLabel", support: "enforced", directory: null, suffix: null, parent: "CustomLabels", tag: "labels" },
    { name: "CustomPermission", support: "enforced", directory: "customPermissions", suffix: "customPermission" },
    { name: "CustomNotificationType", support: "enforced", directory: "notificationtypes", suffix: "notiftype" },
    { name: "StandardValueSet", support: "enforced", directory: "standardValueSets", suffix: "standardValueSet" },
    { name: "CustomObject", support: "enforced", directory: "objects", suffix: "object" },
    { name: "CustomField", support: "enforced", directory: null, suffix: null, parent: "CustomObject", tag: "fields" },
    {
        name: "BusinessProcess",
        support: "enforced",
        directory: null,
        suffix: null,
        parent: "CustomObject",
        tag: "businessProcesses"
    },
    {
        name: "RecordType",
        support: "enforced",
        directory: null,
        suffix: null,
        parent: "CustomObject",
        tag: "recordTypes"
    },
    { name: "CustomMetadata", support: "enforced", directory: "customMetadata", suffix: "md" },
    {
        name: "ValidationRule",
        support: "enforced",
        directory: null,
        suffix: null,
        parent: "CustomObject",
        tag: "validationRules"
    },
    { name: "Flow", support: "enforced", directory: "flows", suffix: "flow" },
    { name: "FlowDefinition", support: "enforced", directory: "flowDefinitions", suffix: "flowDefinition" },
    { name: "FlowTest", support: "enforced", directory: "flowtests", suffix: "flowtest" },
    { name: "PermissionSet", support: "enforced", directory: "permissionsets", suffix: "permissionset" },
    {
        name: "CompactLayout",
        support: "stored",
        directory: null,
        suffix: null,
        parent: "CustomObject",
        tag: "compactLayouts"
    },
    { name: "FieldSet", support: "stored", directory: null, suffix: null, parent: "CustomObject", tag: "fieldSets" },
    { name: "ListView", support: "stored", directory: null, suffix: null, parent: "CustomObject", tag: "listViews" },
    { name: "WebLink", support: "stored", directory: null, suffix: null, parent: "CustomObject", tag: "webLinks" },
    { name: "CustomApplication", support: "stored", directory: "applications", suffix: "app" },
    { name: "CustomTab", support: "stored", directory: "tabs", suffix: "tab" },
    { name: "Dashboard", support: "stored", directory: "dashboards", suffix: "dashboard", inFolder: true },
    { name: "FlexiPage", support: "stored", directory: "flexipages", suffix: "flexipage" },
    { name: "Layout", support: "stored", directory: "layouts", suffix: "layout" },
    { name: "LightningComponentBundle", support: "stored", directory: "lwc", suffix: null },
    { name: "LightningMessageChannel", support: "stored", directory: "messageChannels", suffix: "messageChannel" },
    { name: "PathAssistant", support: "stored", directory: "pathAssistants", suffix: "pathAssistant" },
    { name: "QuickAction", support: "stored", directory: "quickActions", suffix: "quickAction" },
    {
        name: "CustomObjectTranslation",
        support: "enforced",
        directory: "objectTranslations",
        suffix: "objectTranslation"
    },
    { name: "Report", support: "stored", directory: "reports", suffix: "report", inFolder: true },
    { name: "ReportType", support: "stored", directory: "reportTypes", suffix: "reportType" },
    {
        name: "StandardValueSetTranslation",
        support: "stored",
        directory: "standardValueSetTranslations",
        suffix: "standardValueSetTranslation"
    },
    { name: "Translations", support: "stored", directory: "translations", suffix: "translation" }
];

export function metadataType(name: string): MetadataType | undefined {
    return metadataTypes.find((type) => type.name === name);
}

/** Throws for a name that the table lacks: a fault of this org. */
export function metadataTypeNamed(name: string): MetadataType {
    const type = metadataType(name);
    if (type === undefined) throw new Error(`${name} is missing from the table of metadata types.`);
    return type;
}

export function refusal(typeName: string): string {
    return `${typeName} is not supported by this local org; remove it from the deploy`;
}
