/** Records that say what can't be: each leaves its rule open, and every other rule as it is. */
import { developerName } from "c/pwPolicy";
import type { SourceFiles } from "./repositoryPackage.ts";
import { ruleRecords, type RuleSetting } from "./ruleRecords.ts";

export interface BadRecord {
    readonly name: string;
    /** What is deployed in place of what the org has. */
    readonly files: (source: SourceFiles) => SourceFiles;
    /** The message that refuses a bare opportunity all the same; null where the rule is open. */
    readonly refusedWith: RegExp | null;
    /** What the bare opportunity has besides. */
    readonly has?: "discountedLine" | "freeLine" | "contactRole";
}

/** Blocks a bare opportunity from Proposal on, but for what is said. */
const rule = (ruleId: string, name: string, wrong: Partial<RuleSetting>, more: Partial<BadRecord> = {}): BadRecord => ({
    name: `${ruleId}: ${name}`,
    files: () => ruleRecords({ [ruleId]: { level: "Block", fromPosition: 7, minimum: 1, tolerance: 0.5, ...wrong } }),
    refusedWith: null,
    ...more
});
const fieldOf = (field: string, content: string | number | null): Partial<RuleSetting> => ({
    others: { [field]: content }
});

const products = "products-present";
const roles = "contact-roles-present";
const discount = "discount-logged";
const discounted = { has: "discountedLine" } as const;

const rulesAlone: readonly BadRecord[] = [
    ...["Blok", "block", "BLOCK", "Blocked", "封鎖"].map((level) => rule(products, `level ${level}`, { level })),
    rule(products, "no position to begin from", { others: { From_Position__c: null } }),
    ...[0, -1, 99].map((from) => rule(products, `begins from position ${from}`, { fromPosition: from })),
    rule(roles, "no minimum", { others: { Minimum__c: null } }),
    ...[0, -2].map((minimum) => rule(roles, `minimum ${minimum}`, { minimum })),
    rule(discount, "no minimum", { others: { Minimum__c: null } }, discounted),
    ...[0, -10].map((minimum) => rule(discount, `minimum ${minimum}`, { minimum }, discounted)),
    rule(discount, "no tolerance", { others: { Tolerance__c: null } }, discounted),
    rule(discount, "tolerance -0.5", { tolerance: -0.5 }, discounted),
    rule(products, "a record type that isn't there", fieldOf("Record_Types__c", "Nowhere")),
    rule(products, "a negative amount to begin from", fieldOf("Minimum_Amount__c", -1)),
    rule(
        roles,
        "a larger minimum for a record type that isn't there",
        { others: { Larger_Minimum__c: 5, Larger_Record_Types__c: "Nowhere" } },
        { has: "contactRole" }
    ),
    rule(
        "decision-role-named",
        "a role that isn't there beside one that is",
        fieldOf("Decision_Roles__c", "Emperor;Evaluator"),
        { has: "contactRole" }
    ),
    rule(
        "decision-role-named",
        "roles with blanks between them",
        fieldOf("Decision_Roles__c", " Decision Maker ;  Evaluator ; "),
        { has: "contactRole" }
    ),
    rule(
        "decision-role-named",
        "semicolons alone, which name the standard roles",
        fieldOf("Decision_Roles__c", " ; ; "),
        {
            has: "contactRole",
            refusedWith: /Nobody who decides is named/
        }
    ),
    rule(
        "products-priced",
        "families with blanks between them",
        fieldOf("Exempt_Families__c", "Services ;  Hardware ; "),
        {
            has: "freeLine"
        }
    ),
    rule("products-priced", "other families", fieldOf("Exempt_Families__c", "Services; Software"), {
        has: "freeLine",
        refusedWith: /has no price/
    }),
    rule(products, "a family that isn't there", fieldOf("Exempt_Families__c", "Nothing"), {
        refusedWith: /at least one product/
    }),
    rule("decision-role-named", "no role that is there", fieldOf("Decision_Roles__c", "Emperor"), {
        has: "contactRole",
        refusedWith: /Nobody who decides is named/
    })
];

const second = (name: string, first: string, other: string, refusedWith: RegExp | null): BadRecord => ({
    name,
    refusedWith,
    files: () => {
        const record = (level: string) => ruleRecords({ [products]: { level, fromPosition: 7 } });
        const twin = [...record(other)].map(
            ([path, text]) => [path.replace(developerName(products), "Products_Present_Copy"), text] as const
        );
        return new Map([...record(first), ...twin]);
    }
});

const stagePath = "customMetadata/PW_Stage.All_Proposal_Price_Quote.md-meta.xml";

/** The record of Proposal with one value replaced, where every rule but the sound one is off. */
const stage = (name: string, instead: RegExp, stands: string): BadRecord => ({
    name: `the stage's record: ${name}`,
    refusedWith: null,
    files: (source) => {
        const text = source.get(stagePath);
        const wrong = text?.replace(instead, stands);
        if (wrong === undefined || wrong === text) throw new Error(`${name} can't be written.`);
        return new Map([...ruleRecords({ [products]: { level: "Block", fromPosition: 7 } }), [stagePath, wrong]]);
    }
});

export const badRecords: readonly BadRecord[] = [
    ...rulesAlone,
    second("two records for one rule, Off under its name and Block under another", "Off", "Block", null),
    second(
        "two records for one rule, Block under its name and Off under another",
        "Block",
        "Off",
        /at least one product/
    ),
    stage("a kind misspelt", />open</, ">opened<"),
    stage("a negative position", />7[.]0</, ">-7.0<"),
    stage("a record type that isn't there", />\*</, ">Nowhere<"),
    stage("a stage that isn't there", />Proposal\/Price Quote<\/value>/, ">Proposal</value>")
];

/** Whether the sound rule must still refuse: it can't where the stage itself is not known. */
export const leavesSoundRule = ({ name }: BadRecord): boolean => !name.startsWith("the stage's record");
