import type { GraphqlResult } from "lightning/graphql";
import type { ContactRole, RuleException } from "c/pwPolicy";
import { decimalText } from "./decimalText.ts";

/** What the user may not read, or what did not come: never the same as an empty list. */
export type Part<Row> = readonly Row[] | "unreadable";

export interface StageRecord {
    readonly stage: string;
    /** "*": every record type. */
    readonly recordType: string;
    /** Decimal text. */
    readonly position: string | null;
    readonly kind: string | null;
}

/** Numbers are decimal text; null is not set. */
export interface RuleRecord {
    readonly developerName: string;
    readonly level: string | null;
    readonly fromPosition: string | null;
    readonly minimum: string | null;
    readonly tolerance: string | null;
    /** ";"-separated developer names. */
    readonly recordTypes: string | null;
    readonly minimumAmount: string | null;
    readonly largerMinimum: string | null;
    readonly largerFromPosition: string | null;
    readonly largerFromAmount: string | null;
    readonly largerRecordTypes: string | null;
    /** API name of the org's own field that is read in place of ours. */
    readonly field: string | null;
    /** "YYYY-MM-DD"; older opportunities are never blocked. */
    readonly createdFrom: string | null;
    /** ";"-separated API names of contact roles. */
    readonly decisionRoles: string | null;
}

export interface Answer {
    readonly roles: Part<ContactRole>;
    readonly exceptions: Part<RuleException>;
    readonly stages: Part<StageRecord>;
    readonly rules: Part<RuleRecord>;
}

const rolesObject = "OpportunityContactRole";
const exceptionsObject = "PW_Exception__c";
const stagesObject = "PW_Stage__mdt";
const rulesObject = "PW_Rule__mdt";

/** Reads the parts apart, because one may be missing while the others came. */
export function readAnswer(result: GraphqlResult): Answer {
    return {
        roles: readPart(result, rolesObject, ["ContactId", "Role", "IsPrimary"], (value) => ({
            contactId: textOf(value("ContactId")),
            role: textOf(value("Role")),
            isPrimary: value("IsPrimary") === true
        })),
        exceptions: readPart(result, exceptionsObject, ["Rule__c", "Status__c", "Expires_On__c"], (value) => ({
            ruleId: textOf(value("Rule__c")) ?? "",
            status: textOf(value("Status__c")),
            expiresOn: textOf(value("Expires_On__c")),
            approver: textOf(value("Approver__r.Name"))
        })),
        stages: readPart(result, stagesObject, ["Stage__c", "Record_Type__c", "Position__c", "Kind__c"], (value) => ({
            stage: textOf(value("Stage__c")) ?? "",
            recordType: textOf(value("Record_Type__c")) ?? "",
            position: decimalText(value("Position__c")),
            kind: textOf(value("Kind__c"))
        })),
        rules: readPart(
            result,
            rulesObject,
            [
                "DeveloperName",
                "Level__c",
                "From_Position__c",
                "Minimum__c",
                "Tolerance__c",
                "Record_Types__c",
                "Minimum_Amount__c",
                "Larger_Minimum__c",
                "Larger_From_Position__c",
                "Larger_From_Amount__c",
                "Larger_Record_Types__c",
                "Field__c",
                "Created_From__c",
                "Decision_Roles__c"
            ],
            (value) => ({
                developerName: textOf(value("DeveloperName")) ?? "",
                level: textOf(value("Level__c")),
                fromPosition: decimalText(value("From_Position__c")),
                minimum: decimalText(value("Minimum__c")),
                tolerance: decimalText(value("Tolerance__c")),
                recordTypes: textOf(value("Record_Types__c")),
                minimumAmount: decimalText(value("Minimum_Amount__c")),
                largerMinimum: decimalText(value("Larger_Minimum__c")),
                largerFromPosition: decimalText(value("Larger_From_Position__c")),
                largerFromAmount: decimalText(value("Larger_From_Amount__c")),
                largerRecordTypes: textOf(value("Larger_Record_Types__c")),
                field: textOf(value("Field__c")),
                createdFrom: textOf(value("Created_From__c")),
                decisionRoles: textOf(value("Decision_Roles__c"))
            })
        )
    };
}

/** The fields of the org's own that rule records name in place of ours; a name that is none could spoil the request. */
export function ownFieldsIn({ rules }: Answer): string[] {
    const fields = rules === "unreadable" ? [] : rules.map(({ field }) => field ?? "");
    return fields.filter((field) => /^[A-Za-z]\w*$/.test(field));
}

/** Nothing came, because of these parts alone: the rest is worth asking for without them. Null: not so. */
export function partRefused({ data, errors = [] }: GraphqlResult): "exceptions" | "roles" | null {
    const spared = [exceptionsObject, rolesObject];
    const isForThem = errors.every((error) => spared.some((part) => names(error, part)));
    if (isObject(data) || errors.length === 0 || !isForThem) {
        return null;
    }
    return errors.some((error) => names(error, exceptionsObject)) ? "exceptions" : "roles";
}

/** Nothing came, and no error says that it is a matter of access: the request itself failed. */
export function isFailure({ data, errors = [] }: GraphqlResult): boolean {
    const parts = [rolesObject, exceptionsObject, stagesObject, rulesObject];
    return !isObject(data) && !errors.some((error) => parts.some((part) => names(error, part)));
}

function readPart<Row>(
    { data, errors = [] }: GraphqlResult,
    object: string,
    fields: readonly string[],
    rowOf: (value: (field: string) => unknown) => Row
): Part<Row> {
    const edges = inside(data, "uiapi", "query", object, "edges");
    if (!Array.isArray(edges) || errors.some((error) => names(error, object))) {
        return "unreadable";
    }
    const nodes = edges.map((edge) => inside(edge, "node"));
    const isWhole = nodes.every((node) => fields.every((field) => isObject(inside(node, field))));
    return isWhole ? nodes.map((node) => rowOf((field) => inside(node, ...field.split("."), "value"))) : "unreadable";
}

function names(error: NonNullable<GraphqlResult["errors"]>[number], object: string): boolean {
    return [error.message, ...(error.path ?? []), ...(error.paths ?? [])].some((text) => String(text).includes(object));
}

function inside(value: unknown, ...keys: readonly string[]): unknown {
    return keys.reduce<unknown>((object, key) => (isObject(object) ? object[key] : undefined), value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string | null {
    return value === null || value === undefined || value === "" ? null : String(value);
}
