import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { formulaFieldOf } from "./formulaFields.ts";
import { fieldOf } from "./fieldTypes.ts";
import { fieldShape } from "./fieldShape.ts";
import { checkShape, childNamed, requiredText } from "./readElement.ts";
import { rollUpOf } from "./rollUpFields.ts";
import type { XmlElement } from "./xmlElement.ts";

/** Custom fields on standard and custom objects. Describe shows them at once; existing rows get their default. */
export const deployCustomField: DeployComponent = (context, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    const { schema } = context.org;
    const [objectName = "", fieldName = ""] = fullName.split(".");
    const object = schema.object(objectName);
    if (object === undefined) throw new DeployProblem(`${objectName} is not an object of this local org`);
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*__c$/.test(fieldName) || fieldName.length > 43) {
        throw new DeployProblem(
            `${fieldName} can't be deployed: this local org takes custom fields only, named like Name__c`
        );
    }
    checkShape(element, fieldShape, `CustomField ${fullName}`);
    const type = requiredText(element, "type", `CustomField ${fullName}`);
    const existing = schema.field(object, fieldName);
    const field = described(context, object, fieldName, element, type);
    checkChange(existing, field);
    if (existing === undefined) checkRoom(object, field);
    putField(context, object, field, type);
    return existing === undefined ? "created" : "changed";
};

function described(
    context: DeployContext,
    object: ObjectSchema,
    name: string,
    element: XmlElement,
    type: string
): FieldSchema {
    if (type === "Summary") return rollUpOf(context, object, name, element);
    if (childNamed(element, "formula") !== undefined) return formulaFieldOf(context, object, name, element);
    return fieldOf(context, object, name, element);
}

function putField({ org }: DeployContext, object: ObjectSchema, field: FieldSchema, type: string): void {
    org.schema.putField(object.name, field);
    // A detail has no owner of its own: its master's counts.
    if (type === "MasterDetail" && object.fields.has("OwnerId")) org.schema.removeField(object.name, "OwnerId");
}

// Values would have to be converted; numbers of another scale are, by the store.
function checkChange(existing: FieldSchema | undefined, field: FieldSchema): void {
    if (existing === undefined) return;
    if ((existing.computation === null) !== (field.computation === null)) {
        throw new DeployProblem(
            `${field.name} exists and ${existing.computation === null ? "is stored" : "is a formula"}: delete it first`
        );
    }
    if ((existing.autoNumber === null) !== (field.autoNumber === null)) {
        throw new DeployProblem(`${field.name} can't be made an auto number field, or another of one: delete it first`);
    }
    if (existing.type !== field.type || (existing.rollUp === null) !== (field.rollUp === null)) {
        throw new DeployProblem(
            `${field.name} exists with type ${existing.type}; this local org can't change it to ${field.type}: delete it first`
        );
    }
}

const mostRollUps = 25;

function checkRoom(object: ObjectSchema, field: FieldSchema): void {
    if (field.rollUp === null) return;
    const rollUps = [...object.fields.values()].filter((each) => each.rollUp !== null).length;
    if (rollUps >= mostRollUps) {
        throw new DeployProblem(
            `${object.name} has ${mostRollUps} roll-up summary fields already, the platform's limit`
        );
    }
}
