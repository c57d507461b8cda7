import { developerName } from "c/pwPolicy";
import { file } from "../../../local-org/metadata/__tests__/deployed.ts";
import type { SourceFiles } from "./repositoryPackage.ts";

/** What is written into one rule's record; what is left out stays as the org has it. Also what no rule allows. */
export interface RuleSetting {
    readonly level: string;
    readonly fromPosition?: number;
    readonly minimum?: number;
    readonly tolerance?: number;
    /** "YYYY-MM-DD". */
    readonly createdFrom?: string;
    /** Fields by their own names; null makes one blank. */
    readonly others?: Readonly<Record<string, string | number | null>>;
}

/** Files that set the records of these rules, by rule id: one deploy, as an admin's save in Setup. */
export function ruleRecords(settings: Readonly<Record<string, RuleSetting>>): SourceFiles {
    return new Map(
        Object.entries(settings).map(([ruleId, setting]) => [
            `customMetadata/PW_Rule.${developerName(ruleId)}.md-meta.xml`,
            file("CustomMetadata", `<label>${ruleId}</label><protected>false</protected>${valuesOf(setting)}`)
        ])
    );
}

function valuesOf({ level, fromPosition, minimum, tolerance, createdFrom, others = {} }: RuleSetting): string {
    const known = [
        value("Level__c", "string", level),
        value("From_Position__c", "double", fromPosition),
        value("Minimum__c", "double", minimum),
        value("Tolerance__c", "double", tolerance),
        value("Created_From__c", "date", createdFrom)
    ];
    const more = Object.entries(others).map(([field, content]) =>
        content === null
            ? `<values><field>${field}</field><value xsi:nil="true"/></values>`
            : value(field, typeof content === "number" ? "double" : "string", content)
    );
    return [...known, ...more].join("");
}

function value(field: string, type: string, content: string | number | undefined): string {
    if (content === undefined) return "";
    return `<values><field>${field}</field><value xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:${type}">${content}</value></values>`;
}
