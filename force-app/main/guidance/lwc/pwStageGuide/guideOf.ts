import type { GraphqlResult } from "lightning/graphql";
import type { Language } from "c/pwPolicy";

/** What a stage is for, in one language. */
export interface Guide {
    readonly goal: string | null;
    readonly exitCriteria: readonly string[];
    /** API names of fields of Opportunity. */
    readonly keyFields: readonly string[];
}

type Node = Readonly<Record<string, { readonly value?: unknown } | undefined>>;

/**
 * The guide that the stage's record for the record type has, else the one for all. Null: nobody wrote one, or it can't
 * be read. A text that is blank in the language is shown in English.
 */
export function guideOf(
    answer: GraphqlResult | undefined,
    recordType: string | null,
    language: Language
): Guide | null {
    const nodes = nodesOf(answer);
    const isOf = (name: string) => (node: Node) => textOf(node, "Record_Type__c")?.toUpperCase() === name.toUpperCase();
    const own = recordType === null ? undefined : nodes.find(isOf(recordType));
    const node = own ?? nodes.find(isOf("*"));
    if (node === undefined) {
        return null;
    }
    const guide = {
        goal: inLanguage(node, "Goal", language),
        exitCriteria: listOf(inLanguage(node, "Exit_Criteria", language), /\r?\n/),
        keyFields: listOf(textOf(node, "Key_Fields__c"), ";").filter((name) => /^[A-Za-z]\w*$/.test(name))
    };
    const isBlank = guide.goal === null && guide.exitCriteria.length + guide.keyFields.length === 0;
    return isBlank ? null : guide;
}

function nodesOf(answer: GraphqlResult | undefined): Node[] {
    const { uiapi } = (answer?.data ?? {}) as {
        uiapi?: { query?: { PW_Stage__mdt?: { edges?: readonly { node: Node }[] } | null } };
    };
    return uiapi?.query?.PW_Stage__mdt?.edges?.map(({ node }) => node) ?? [];
}

function inLanguage(node: Node, field: string, language: Language): string | null {
    const translated = language === "en" ? null : textOf(node, `${field}_${language}__c`);
    return translated ?? textOf(node, `${field}__c`);
}

function textOf(node: Node, field: string): string | null {
    const value = node[field]?.value;
    return typeof value === "string" && value.trim() !== "" ? value : null;
}

function listOf(text: string | null, separator: string | RegExp): string[] {
    return (text ?? "")
        .split(separator)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "");
}
