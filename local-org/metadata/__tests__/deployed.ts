import { fixedClock, settableClock } from "../../clock.ts";
import { createOrg } from "../../createOrg.ts";
import type { OrgWithControls } from "../../createOrg.ts";
import { compileFormula } from "../../formula/compileFormula.ts";
import type { DeployContext } from "../deployContext.ts";
import { deployPackage } from "../deployPackage.ts";
import type { DeployOptions, DeployReport } from "../deployReport.ts";
import type { PackageFiles } from "../packageFiles.ts";

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Members by type, for package.xml or a destructive manifest. */
export type MemberLists = Readonly<Record<string, readonly string[]>>;

export function newOrg(options: Partial<Parameters<typeof createOrg>[0]> = {}): OrgWithControls {
    return createOrg({ clock: settableClock(fixedClock("2026-01-01")), newSecret: () => "secret", ...options });
}

export function contextOf({ org, deployed, administrator }: OrgWithControls): DeployContext {
    return { org, deployed, compileFormula, user: administrator };
}

export function manifest(members: MemberLists): string {
    const types = Object.entries(members).map(
        ([name, names]) =>
            `<types>${names.map((each) => `<members>${each}</members>`).join("")}<name>${name}</name></types>`
    );
    return `<Package ${namespace}>${types.join("")}<version>66.0</version></Package>`;
}

/** A metadata file: the root element with its namespace around the content. */
export function file(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespace} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n${content}\n</${root}>`;
}

export function packageOf(members: MemberLists, files: Readonly<Record<string, string>>): PackageFiles {
    const all = { "package.xml": manifest(members), ...files };
    return new Map(Object.entries(all).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

export function deploy(
    held: OrgWithControls,
    members: MemberLists,
    files: Readonly<Record<string, string>>,
    options: Partial<DeployOptions> = {}
): DeployReport {
    const whole = { checkOnly: false, rollbackOnError: true, ignoreWarnings: true, ...options };
    return deployPackage(contextOf(held), packageOf(members, files), whole);
}

/** "Type Name: problem" of each failed component. */
export function problemsOf(report: DeployReport): string[] {
    return report.messages
        .filter((message) => message.outcome === "failed")
        .map((message) => `${message.componentType} ${message.fullName}: ${message.problem}`);
}

export const textField = (name: string, more = ""): string =>
    `<fields><fullName>${name}</fullName><label>${name}</label><type>Text</type><length>20</length>${more}</fields>`;

/** A field inside an object's file, of any type. */
export const fieldOf = (name: string, type: string, more = ""): string =>
    `<fields><fullName>${name}</fullName><label>${name.replace("__c", "")}</label><type>${type}</type>${more}</fields>`;

/** PW_Rule__mdt with a level, and one record of it. */
export const ruleType = {
    members: { CustomObject: ["PW_Rule__mdt"], CustomMetadata: ["PW_Rule.Products_Present"] },
    files: {
        "objects/PW_Rule__mdt.object": file(
            "CustomObject",
            `<label>Rule</label><pluralLabel>Rules</pluralLabel>${textField("Level__c")}${fieldOf("From__c", "Number", "<precision>4</precision><scale>1</scale>")}`
        ),
        "customMetadata/PW_Rule.Products_Present.md": file(
            "CustomMetadata",
            `<label>Products</label><protected>false</protected>
             <values><field>Level__c</field><value xsi:type="xsd:string">Observe</value></values>
             <values><field>From__c</field><value xsi:type="xsd:double">7.0</value></values>`
        )
    }
};

export function validationRule(name: string, formula: string, more = ""): string {
    const escaped = formula.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<validationRules><fullName>${name}</fullName><active>true</active><errorConditionFormula>${escaped}</errorConditionFormula><errorMessage>Add a product first.</errorMessage>${more}</validationRules>`;
}
