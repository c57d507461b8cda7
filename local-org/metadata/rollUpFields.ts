import { rollUpSql } from "../data/rollUps.ts";
import { field } from "../schema/fields.ts";
import type { FieldSchema, ObjectSchema, RollUp } from "../schema/objectSchema.ts";
import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { summaryFilterShape } from "./fieldShape.ts";
import { commonOptions } from "./fieldTypes.ts";
import { checkShape, childrenNamed, requiredText, textOf } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

const operations: readonly RollUp["operation"][] = ["count", "sum", "min", "max"];

// The standard relationships of this org's objects over which the platform lets one roll up.
const rollUpRelationships: ReadonlySet<string> = new Set([
    "OpportunityLineItem.OpportunityId",
    "Opportunity.AccountId"
]);

/** A roll-up summary field: read-only on the parent, of the type of what it summarizes. */
export function rollUpOf(context: DeployContext, object: ObjectSchema, name: string, element: XmlElement): FieldSchema {
    const what = `CustomField ${object.name}.${name}`;
    const [childName = "", referenceName = ""] = requiredText(element, "summaryForeignKey", what).split(".");
    const child = context.org.schema.object(childName);
    const reference = child === undefined ? undefined : context.org.schema.field(child, referenceName);
    if (child === undefined || reference?.reference?.to.includes(object.name) !== true || !rollsUp(child, reference)) {
        throw new DeployProblem(
            `${what}: ${childName}.${referenceName} is not a master-detail relationship to ${object.name}`,
            element.line
        );
    }
    const operation = operations.find((each) => each === textOf(element, "summaryOperation"));
    if (operation === undefined) {
        throw new DeployProblem(`${what}: summaryOperation must be one of ${operations.join(", ")}`, element.line);
    }
    const summarized = summarizedField(context, child, operation, element, what);
    const rollUpField = field(name, summarized?.type ?? "double", {
        ...commonOptions(element, what),
        precision: summarized?.precision ?? 18,
        scale: summarized?.scale ?? 0,
        createable: false,
        updateable: false,
        nillable: true,
        rollUp: {
            childObject: child.name,
            childReference: reference.name,
            operation,
            summarizedField: summarized?.name ?? null,
            filters: childrenNamed(element, "summaryFilterItems").map((item) => filterOf(context, child, item, what))
        }
    });
    // The store knows which filters it can compute; it throws for the others.
    rollUpSql(context.org.schema, object, rollUpField);
    return rollUpField;
}

function rollsUp(child: ObjectSchema, reference: FieldSchema): boolean {
    return reference.custom
        ? reference.reference?.cascadeDelete === true && !reference.nillable
        : rollUpRelationships.has(`${child.name}.${reference.name}`);
}

function summarizedField(
    { org }: DeployContext,
    child: ObjectSchema,
    operation: RollUp["operation"],
    element: XmlElement,
    what: string
): FieldSchema | null {
    if (operation === "count") return null;
    const path = requiredText(element, "summarizedField", what);
    const summarized = fieldOfChild(org.schema, child, path);
    const numbers = ["int", "double", "currency", "percent"];
    const allowed = operation === "sum" ? numbers : [...numbers, "date", "datetime"];
    if (summarized === undefined || !allowed.includes(summarized.type)) {
        throw new DeployProblem(`${what}: ${path} can't be summarized with ${operation}`, element.line);
    }
    return summarized;
}

function filterOf(
    { org }: DeployContext,
    child: ObjectSchema,
    item: XmlElement,
    what: string
): RollUp["filters"][number] {
    checkShape(item, summaryFilterShape, `${what}, summaryFilterItems`);
    const path = requiredText(item, "field", what);
    const operation = requiredText(item, "operation", what);
    const filtered = fieldOfChild(org.schema, child, path);
    if (filtered === undefined || !filtered.filterable)
        throw new DeployProblem(`${what}: ${path} can't be filtered by`, item.line);
    return { field: filtered.name, operation, value: textOf(item, "value") ?? "" };
}

function fieldOfChild(
    schema: DeployContext["org"]["schema"],
    child: ObjectSchema,
    path: string
): FieldSchema | undefined {
    const [objectName = "", fieldName = "", ...rest] = path.split(".");
    return rest.length === 0 && objectName === child.name ? schema.field(child, fieldName) : undefined;
}
