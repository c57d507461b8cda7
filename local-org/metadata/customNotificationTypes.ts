import type { RecordValues } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, checkShape, requiredText, textOf } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";

export const customNotificationTypeShape: ElementShape = {
    enforced: ["customNotifTypeName", "masterLabel", "desktop", "mobile", "description"],
    kept: [],
    onlyAs: { slack: ["false"] }
};

/** Makes the row that Get Records finds, and whose Id an action names. */
export const deployCustomNotificationType: DeployComponent = (context, { fullName, element }) => {
    const what = `CustomNotificationType ${fullName}`;
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, customNotificationTypeShape, what);
    const values = {
        DeveloperName: fullName,
        CustomNotifTypeName: requiredText(element, "customNotifTypeName", what),
        MasterLabel: requiredText(element, "masterLabel", what),
        Description: textOf(element, "description") ?? null,
        Desktop: booleanOf(element, "desktop", false),
        Mobile: booleanOf(element, "mobile", false),
        Language: "en_US"
    };
    const object = objectOf(context);
    const id = idNamed(context, object, fullName);
    if (id === undefined) insert(context, object, values);
    else context.org.store.update(object, id, values);
    return id === undefined ? "created" : "changed";
};

/** Removes the row that Get Records found. */
export function removeCustomNotificationType(context: DeployContext, fullName: string): void {
    const object = objectOf(context);
    const id = idNamed(context, object, fullName);
    if (id !== undefined) context.org.store.remove(object, id);
}

function insert({ org, user }: DeployContext, object: ObjectSchema, values: RecordValues): void {
    const now = org.clock.now();
    org.store.insert(object, {
        Id: org.store.newId(object),
        ...values,
        ...{ CreatedById: user.id, LastModifiedById: user.id },
        ...{ CreatedDate: now, LastModifiedDate: now, SystemModstamp: now }
    });
}

function idNamed({ org }: DeployContext, object: ObjectSchema, name: string): string | undefined {
    const [row] = org.store.readMany(object, { field: "DeveloperName", isOneOf: [name] });
    return row === undefined ? undefined : String(row["Id"]);
}

function objectOf({ org }: DeployContext): ObjectSchema {
    const object = org.schema.object("CustomNotificationType");
    if (object === undefined)
        throw new DeployProblem("this org's file is older than custom notification types here; start a new one");
    return object;
}
