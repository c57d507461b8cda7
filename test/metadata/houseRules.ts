/** What we ask of our own metadata beyond what an org would: words for people, the prefix, lengths. */
import type { MetadataFile } from "./metadataFiles.ts";

/** Types a person meets in Setup; each says there what it is for. */
const described = new Set([
    "object",
    "field",
    "validationRule",
    "flow",
    "permissionset",
    "customPermission",
    "reportType",
    "report",
    "dashboard",
    "flexipage",
    "flowtest",
    "js"
]);

export function problemsWithWords(file: MetadataFile): string[] {
    if (file.suffix === "object" && isStandard(file.name)) return [];
    const problems: string[] = [];
    if (described.has(file.suffix) && valueOf(file.xml, "description") === "") problems.push("has no description");
    if (file.suffix === "field" && valueOf(file.xml, "inlineHelpText") === "") problems.push("has no inlineHelpText");
    return problems;
}

/** Named by a language or by the object they speak of, so they can't carry the prefix. */
const namedByOthers = new Set(["translation", "objectTranslation", "fieldTranslation"]);

/** Names without the prefix exist in customers' orgs, and a deploy would overwrite theirs. */
export function problemsWithPrefix(file: MetadataFile): string[] {
    if (namedByOthers.has(file.suffix)) return [];
    if (file.suffix === "object" && isStandard(file.name)) return [];
    if (file.suffix === "field" && file.object?.startsWith("PW_")) return [];
    const prefix = file.suffix === "js" ? "pw" : "PW_";
    // An action on an object is named after both: Opportunity.PW_Log_Decision.
    const name = file.suffix === "quickAction" ? (file.name.split(".").at(-1) ?? "") : file.name;
    return name.startsWith(prefix) ? [] : [`does not begin with ${prefix}`];
}

/** Characters that Setup takes, by file suffix and element. */
const longest: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    field: { label: 40, inlineHelpText: 510, description: 1000 },
    object: { label: 40, pluralLabel: 40, description: 1000 },
    validationRule: { errorMessage: 255, description: 255 },
    permissionset: { label: 80, description: 255 },
    customPermission: { label: 80, description: 255 },
    flow: { label: 255 },
    report: { name: 40, description: 255 },
    reportType: { label: 50, description: 255 },
    dashboard: { title: 80, description: 255 },
    md: { label: 40 }
};

export function problemsWithLength(file: MetadataFile): string[] {
    const problems = Object.entries(longest[file.suffix] ?? {})
        .map(([element, most]) => ({ element, most, length: [...valueOf(file.xml, element)].length }))
        .filter(({ length, most }) => length > most)
        .map(({ element, length, most }) => `has a ${element} of ${length} characters; ${most} are allowed`);
    const developerName = (file.name.split(".").at(-1) ?? "").replace(/__(c|mdt|e|b)$/, "");
    if (developerName.length > 40 && file.suffix !== "js") problems.push("has a name of more than 40 characters");
    return problems;
}

function isStandard(objectName: string): boolean {
    return !objectName.includes("__");
}

/** The text of the first element of that name that is a child of the root; references resolved. */
function valueOf(xml: string, element: string): string {
    const text = new RegExp(`^ {4}<${element}>([^<]*)</${element}>`, "m").exec(xml)?.[1] ?? "";
    const references: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
    return text.replaceAll(/&(\w+);/g, (whole, name: string) => references[name] ?? whole).trim();
}
