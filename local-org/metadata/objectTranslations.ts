import type { ObjectTranslation } from "./deployed.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { checkLanguage, translated } from "./languages.ts";
import { checkShape, childrenNamed, requiredText, textOf } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import { longestMessage } from "./validationRules.ts";
import type { XmlElement } from "./xmlElement.ts";

export const objectTranslationShape: ElementShape = {
    enforced: ["validationRules"],
    kept: [
        "fullName",
        "caseValues",
        "fields",
        "fieldSets",
        "gender",
        "layouts",
        "nameFieldLabel",
        "quickActions",
        "recordTypes",
        "sharingReasons",
        "standardFields",
        "startsWith",
        "webLinks",
        "workflowTasks"
    ]
};

/** The messages of an object's rules in one language. Everything else that can be translated is kept. */
export const deployObjectTranslation: DeployComponent = (context, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    const { org, deployed } = context;
    const [objectName, language] = translated(fullName);
    const object = org.schema.object(objectName);
    if (object === undefined) throw new DeployProblem(`In field: fullName - no CustomObject named ${objectName} found`);
    checkLanguage(deployed, language);
    checkShape(element, objectTranslationShape, `CustomObjectTranslation ${fullName}`);
    const stranger = element.children.find((entry) => translatesNothing(context, object.name, entry));
    if (stranger !== undefined) throw new DeployProblem(nothingNamed(object.name, stranger), stranger.line);
    const before = deployed.translation(object.name, language);
    const messages = new Map([...(before?.messages ?? []), ...messagesOf(fullName, element)]);
    deployed.putTranslation({ object: object.name, language, messages });
    return before === undefined ? "created" : "changed";
};

function messagesOf(fullName: string, element: XmlElement): ObjectTranslation["messages"] {
    const what = `CustomObjectTranslation ${fullName}`;
    return new Map(
        childrenNamed(element, "validationRules").flatMap((entry) => {
            const name = requiredText(entry, "name", what);
            const message = textOf(entry, "errorMessage");
            if (message === undefined) return [];
            if (message.length <= longestMessage) return [[name.toLowerCase(), message] as const];
            const length = `${message.length} characters; ${longestMessage} is the most`;
            throw new DeployProblem(`${what}: the error message of ${name} has ${length}`, entry.line);
        })
    );
}

const targets: Readonly<Record<string, string>> = {
    fields: "CustomField",
    validationRules: "ValidationRule",
    quickActions: "QuickAction",
    recordTypes: "RecordType"
};

/** Whether an entry of a translation speaks of a field, rule, action or record type that isn't there. */
export function translatesNothing({ org, deployed }: DeployContext, objectName: string, entry: XmlElement): boolean {
    const name = textOf(entry, "name") ?? "";
    const object = org.schema.object(objectName);
    if (object === undefined) return true;
    switch (entry.name) {
        case "fields":
            return org.schema.field(object, name) === undefined;
        case "recordTypes":
            return object.recordTypes?.some(({ developerName }) => developerName === name) !== true;
        case "validationRules":
        case "quickActions":
            return deployed.files(targets[entry.name] ?? "", `${objectName}.${name}`).length === 0;
        default:
            return false;
    }
}

function nothingNamed(objectName: string, entry: XmlElement): string {
    const name = `${objectName}.${textOf(entry, "name") ?? ""}`;
    return `In field: name - no ${targets[entry.name] ?? entry.name} named ${name} found`;
}
