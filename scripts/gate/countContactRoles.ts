import { decisionRolesOf, developerName, fieldsRead, type RecordRule } from "c/pwPolicy";
import { assignment, formula, getRecords, loop, variable } from "./flow/elements.ts";
import { listOfNames, namesNothing } from "./flow/listOfNames.ts";
import type { XmlElements } from "./xml.ts";

const role = "For_Each_Contact_Role";

/** What one contact role adds to each count: formulas are read anew at every turn of the loop. */
const counts = {
    contactRoles: "addsContact",
    primaryRoles: "addsPrimary",
    decisionRoles: "addsDecision",
    unnamedRoles: "addsUnnamed"
} as const;

/** Each field of the opportunity with the variable in which a flow has counted it. */
export const countedFields: Readonly<Record<string, keyof typeof counts>> = {
    PW_Contact_Roles__c: "contactRoles",
    PW_Primary_Roles__c: "primaryRoles",
    PW_Decision_Roles__c: "decisionRoles",
    PW_Unnamed_Roles__c: "unnamedRoles"
};

/** The rules for which contact roles are counted. */
export function rulesAboutRoles(rules: readonly RecordRule[]): RecordRule[] {
    return rules.filter((rule) => fieldsRead(rule).some((field) => field in countedFields));
}

export interface ContactRoleCount {
    /** What the id of the opportunity is read from. */
    readonly opportunityId: string;
    /** The element that goes on once all are counted. */
    readonly next: string;
    /** Where to go when the contact roles can't be read; left out: the flow fails. */
    readonly fault?: string | undefined;
}

/** The element that begins the count. */
export const firstOfCount = "Get_Contact_Roles";

/** The elements that count an opportunity's contact roles into the variables of `countedFields`. */
export function countContactRoles(rules: readonly RecordRule[], { opportunityId, next, fault }: ContactRoleCount) {
    return {
        assignments: [countTheRole()],
        formulas: roleFormulas(rules),
        loops: [loop({ name: role }, firstOfCount, "Count_The_Role", next)],
        recordLookups: [getContactRoles(opportunityId, fault)],
        variables: [
            ...Object.keys(counts).map((name) => variable({ name }, "Number", { initial: { number: "0" } })),
            variable({ name: "lastContactId" }, "String")
        ]
    } satisfies Record<string, XmlElements[]>;
}

function getContactRoles(opportunityId: string, fault: string | undefined): XmlElements {
    const description = "Sorted by contact, so that a contact with two roles is counted once.";
    return getRecords(
        { name: firstOfCount, description },
        {
            object: "OpportunityContactRole",
            where: [["OpportunityId", "EqualTo", { from: opportunityId }]],
            fields: ["ContactId", "Role", "IsPrimary"],
            sortedBy: "ContactId"
        },
        role,
        fault ?? null
    );
}

function countTheRole(): XmlElements {
    const added = Object.entries(counts).map(([to, from]) => ({ to, operator: "Add", value: { from } }) as const);
    return assignment(
        { name: "Count_The_Role" },
        [...added, { to: "lastContactId", value: { from: "contactCountedLast" } }],
        role
    );
}

function roleFormulas(rules: readonly RecordRule[]): XmlElements[] {
    const name = `TEXT({!${role}.Role})`;
    const contact = `{!${role}.ContactId}`;
    const isNamed = `NOT(ISBLANK(${name}))`;
    const isAnother = `OR(ISBLANK({!lastContactId}), ${contact} <> {!lastContactId})`;
    const adds = (condition: string) => `IF(${condition}, 1, 0)`;
    return [
        formula({ name: "addsContact" }, "Number", adds(`AND(${isNamed}, NOT(ISBLANK(${contact})), ${isAnother})`)),
        formula({ name: "addsPrimary" }, "Number", adds(`{!${role}.IsPrimary}`)),
        formula(
            { name: "addsDecision" },
            "Number",
            adds(`AND(${isNamed}, CONTAINS({!decisionRoleNames}, ";" & ${name} & ";"))`)
        ),
        formula({ name: "addsUnnamed" }, "Number", adds(`ISBLANK(${name})`)),
        formula({ name: "contactCountedLast" }, "String", `IF(${isNamed}, ${contact}, {!lastContactId})`),
        decisionRoleNames(rules)
    ];
}

/** The rule's record says which roles decide; where it says none, the standard ones do. */
function decisionRoleNames(rules: readonly RecordRule[]): XmlElements {
    const standard = `";${decisionRolesOf(null).join(";")};"`;
    const rule = rules.find(({ id }) => id === "decision-role-named");
    const own =
        rule === undefined ? null : `{!$CustomMetadata.PW_Rule__mdt.${developerName(rule.id)}.Decision_Roles__c}`;
    const expression = own === null ? standard : `IF(${namesNothing(own)}, ${standard}, ${listOfNames(own)})`;
    return formula({ name: "decisionRoleNames" }, "String", expression);
}
