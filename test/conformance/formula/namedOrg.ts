import { Decimal } from "decimal.js";
import { fixedClock, settableClock } from "../../../local-org/clock.ts";
import { createOrg } from "../../../local-org/createOrg.ts";
import type { OrgWithControls } from "../../../local-org/createOrg.ts";
import { seeded } from "../../../local-org/data/seedOrg.ts";
import { table } from "../../../local-org/data/__tests__/org.ts";
import { compileFormula } from "../../../local-org/formula/compileFormula.ts";
import { deploy, file, problemsOf, textField, validationRule } from "../../../local-org/metadata/__tests__/deployed.ts";
import type { RunningUser } from "../../../local-org/people/people.ts";
import { formulaNames, formulaScope } from "../../../local-org/save/formulaScope.ts";

const rep = "005000000000101AAA";
const [group, account, deal] = ["001000000000101AAA", "001000000000102AAA", "006000000000101AAA"];
const [process, recordType] = ["019000000000101AAA", "012000000000101AAA"];
const [set, setting] = ["0PS000000000101AAA", "a00000000000101AAA"];

const tables = [
    table("BusinessProcess", "Id,Name,TableEnumOrId,IsActive", `${process},Renewals,Opportunity,true`),
    table("BusinessProcessStage", "BusinessProcessId,StageName", `${process},Prospecting`, `${process},Closed Won`),
    table(
        "RecordType",
        "Id,Name,DeveloperName,SobjectType,BusinessProcessId,IsActive",
        `${recordType},Renewal deals,Renewal,Opportunity,${process},true`
    ),
    table(
        "User",
        "Id,Username,LastName,Email,Alias,ProfileId,TimeZoneSidKey,LocaleSidKey,EmailEncodingKey,LanguageLocaleKey,IsActive",
        `${rep},rep@example.com,Lin,rep@example.com,rep,${seeded.standardUserProfile},UTC,en_US,UTF-8,en_US,true`
    ),
    table("Account", "Id,Name,ParentId,OwnerId", `${group},Acme Group,,${rep}`, `${account},Acme,${group},${rep}`),
    table(
        "Opportunity",
        "Id,Name,StageName,CloseDate,AccountId,OwnerId,RecordTypeId,Probability",
        `${deal},竹北 renewal,Prospecting,2026-09-30,${account},${rep},${recordType},10`
    )
];

const ruleRecord = (level: string, from: string): string =>
    file(
        "CustomMetadata",
        `<label>Rule</label><protected>false</protected>
         <values><field>Level__c</field><value xsi:type="xsd:string">${level}</value></values>
         ${from === "" ? "" : `<values><field>From__c</field><value xsi:type="xsd:double">${from}</value></values>`}`
    );

const numberField =
    "<fields><fullName>From__c</fullName><label>From</label><type>Number</type><precision>4</precision><scale>1</scale></fields>";
const checkboxField =
    "<fields><fullName>Off__c</fullName><label>Off</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>";

/** An org with one deal, whose owner is a rep and holds a custom permission, beside the administrator. */
export interface NamedOrg {
    answer(formula: string, as: "rep" | "administrator"): string | boolean | null;
    /** What a check-only deploy of a rule with this formula says; null when it would succeed. */
    problemOfRule(formula: string): string | null;
    close(): void;
}

export function openNamedOrg(): NamedOrg {
    const held = createOrg({ clock: settableClock(fixedClock("2026-06-30")), newSecret: () => "secret", load: tables });
    deployNames(held);
    insertRows(held);
    const user = (id: string): RunningUser => {
        const found = held.org.people.user(id);
        if (found === undefined) throw new Error(`There is no user ${id}.`);
        return found;
    };
    const users = { rep: user(rep), administrator: held.administrator };
    return {
        answer: (formula, as) => {
            const opportunity = objectNamed(held, "Opportunity");
            const values = held.org.store.read(opportunity, deal) ?? {};
            const compiled = compileFormula(formula, formulaNames(held.org, opportunity));
            const scope = formulaScope(held.org, opportunity, { values, prior: values }, users[as]);
            const value = compiled.evaluate(scope, "blankAsBlank");
            return Decimal.isDecimal(value) ? value.toFixed() : value;
        },
        problemOfRule: (formula) => {
            const files = {
                "objects/Opportunity.object": file("CustomObject", validationRule("Tried", formula))
            };
            const members = { ValidationRule: ["Opportunity.Tried"] };
            return problemsOf(deploy(held, members, files, { checkOnly: true }))[0] ?? null;
        },
        close: () => held.org.store.close()
    };
}

function deployNames(held: OrgWithControls): void {
    const members = {
        CustomLabel: ["Greeting"],
        CustomPermission: ["Pass_The_Gate"],
        PermissionSet: ["Pass"],
        CustomObject: ["Rule__mdt", "Setting__c"],
        CustomMetadata: ["Rule.First", "Rule.Second"]
    };
    const report = deploy(held, members, {
        "labels/CustomLabels.labels": file(
            "CustomLabels",
            "<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>你好</value></labels>"
        ),
        "customPermissions/Pass_The_Gate.customPermission": file("CustomPermission", "<label>Pass</label>"),
        "permissionsets/Pass.permissionset": file(
            "PermissionSet",
            "<label>Pass</label><customPermissions><enabled>true</enabled><name>Pass_The_Gate</name></customPermissions>"
        ),
        "objects/Rule__mdt.object": file(
            "CustomObject",
            `<label>Rule</label><pluralLabel>Rules</pluralLabel>${textField("Level__c")}${numberField}`
        ),
        "objects/Setting__c.object": file(
            "CustomObject",
            `<label>Setting</label><customSettingsType>Hierarchy</customSettingsType>${textField("Note__c")}${checkboxField}`
        ),
        "customMetadata/Rule.First.md": ruleRecord("Block", "2.5"),
        "customMetadata/Rule.Second.md": ruleRecord("Warn", "")
    });
    const problems = problemsOf(report);
    if (problems.length > 0) throw new Error(problems.join("\n"));
}

function insertRows(held: OrgWithControls): void {
    const { org } = held;
    const insert = (name: string, values: Record<string, string | boolean>): void =>
        org.store.insert(objectNamed(held, name), values);
    const [granted] = org.store.readMany(objectNamed(held, "PermissionSet"), { field: "Name", isOneOf: ["Pass"] });
    insert("PermissionSetAssignment", { Id: set, AssigneeId: rep, PermissionSetId: String(granted?.["Id"]) });
    const settings = [
        { SetupOwnerId: org.id, Off__c: true, Note__c: "of the org" },
        { SetupOwnerId: rep, Off__c: false, Note__c: "of the rep" }
    ];
    const prefix = objectNamed(held, "Setting__c").keyPrefix;
    settings.forEach((values, place) =>
        insert("Setting__c", { Id: `${prefix}${setting.slice(3, 14)}${place}AAA`, ...values })
    );
}

function objectNamed({ org }: OrgWithControls, name: string) {
    const object = org.schema.object(name);
    if (object === undefined) throw new Error(`There is no object ${name}.`);
    return object;
}
