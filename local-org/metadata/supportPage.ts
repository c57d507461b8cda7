import {
    actionInputs,
    collectionProcessorTypes,
    conditionShape,
    decisionRuleShape,
    elementShapes
} from "../flow/elementShapes.ts";
import {
    assignmentOperators,
    calledStartShape,
    comparisonOperators,
    flowShape,
    resourceShapes,
    scheduledPathShape,
    scheduledStartShape,
    scheduleShape,
    startShape
} from "../flow/flowShapes.ts";
import { assertionShape, flowTestShape, testPointShape } from "../tooling/flowTestShapes.ts";
import { customLabelShape } from "./customLabels.ts";
import { customMetadataShape } from "./customMetadataRecords.ts";
import { customNotificationTypeShape } from "./customNotificationTypes.ts";
import { customObjectShape } from "./customObjects.ts";
import { customPermissionShape } from "./customPermissions.ts";
import { fieldShape, fieldTypeNames } from "./fieldShape.ts";
import { metadataTypes } from "./metadataTypes.ts";
import { objectAccessShape } from "./objectPermissions.ts";
import { objectTranslationShape } from "./objectTranslations.ts";
import { permissionSetShape } from "./permissionSets.ts";
import type { ElementShape } from "./readElement.ts";
import { businessProcessShape, recordTypeShape } from "./recordTypes.ts";
import { standardValueSetShape, standardValueShape } from "./standardValueSets.ts";
import { userPermissionNames } from "./userPermissions.ts";
import { validationRuleShape } from "./validationRules.ts";

export const supportStart =
    "<!-- Written by local-org/metadata/writeSupportPage.ts from the tables that the deploy reads. Change those, not this part. -->";
export const supportEnd = "<!-- End of the written part. -->";

const shapes: readonly (readonly [string, ElementShape])[] = [
    ["CustomObject", customObjectShape],
    ["CustomField", fieldShape],
    ["StandardValueSet", standardValueSetShape],
    ["StandardValueSet standardValue", standardValueShape],
    ["BusinessProcess", businessProcessShape],
    ["RecordType", recordTypeShape],
    ["CustomMetadata", customMetadataShape],
    ["ValidationRule", validationRuleShape],
    ["Flow", flowShape],
    ["Flow start", startShape],
    ["Flow start of a flow that others call", calledStartShape],
    ["Flow start of a flow that runs by the clock", scheduledStartShape],
    ["Flow schedule", scheduleShape],
    ["Flow scheduledPaths", scheduledPathShape],
    ...Object.entries({ ...elementShapes, ...resourceShapes }).map(([name, shape]) => [`Flow ${name}`, shape] as const),
    ["Flow decisions rules", decisionRuleShape],
    ["Flow condition", conditionShape],
    ["FlowTest", flowTestShape],
    ["FlowTest testPoints", testPointShape],
    ["FlowTest assertions", assertionShape],
    ["PermissionSet", permissionSetShape],
    ["PermissionSet objectPermissions", objectAccessShape],
    ["CustomPermission", customPermissionShape],
    ["CustomLabel", customLabelShape],
    ["CustomObjectTranslation", objectTranslationShape],
    ["CustomNotificationType", customNotificationTypeShape]
];

/** The README's lists of what is enforced, stored and refused, made from the tables that the deploy itself reads. */
export function supportPage(): string {
    return [
        supportStart,
        "",
        "### Enforced",
        "",
        `${listed("enforced")}.`,
        "",
        "### Stored only",
        "",
        "Kept for list and retrieve, with a warning in the deploy result; the org does not act on them:",
        "",
        `${listed("stored")}.`,
        "",
        "### Refused",
        "",
        "Every other metadata type, by name, and every element of an enforced type that is not listed here:",
        "",
        ...shapes.map(([name, shape]) => line(name, shape)),
        "",
        `Field types: ${fieldTypeNames.join(", ")}.`,
        "",
        `User permissions of permission sets: ${userPermissionNames.honoured.join(", ")}; without effect, for everybody has them here: ${userPermissionNames.everybodys.join(", ")}.`,
        "",
        `Operators of conditions and filters: ${comparisonOperators.join(", ")}.`,
        "",
        `Operators of assignments: ${assignmentOperators.join(", ")}.`,
        "",
        `Collection processors: ${collectionProcessorTypes.join(", ")}.`,
        "",
        ...Object.entries(actionInputs).flatMap(([type, inputs]) => [`Inputs of ${type}: ${inputs.join(", ")}.`, ""]),
        supportEnd
    ].join("\n");
}

function listed(support: "enforced" | "stored"): string {
    return metadataTypes
        .filter((type) => type.support === support)
        .map((type) => type.name)
        .join(", ");
}

function line(name: string, { enforced, kept, onlyAs = {} }: ElementShape): string {
    const limited = Object.entries(onlyAs).map(
        ([element, values]) => `${element} (${values.length === 0 ? "never" : values.join(", ")})`
    );
    const parts = [
        `enforced ${enforced.join(", ")}`,
        ...(kept.length === 0 ? [] : [`kept without effect ${kept.join(", ")}`]),
        ...(limited.length === 0 ? [] : [`only with these values ${limited.join(", ")}`])
    ];
    return `- **${name}**: ${parts.join("; ")}`;
}
