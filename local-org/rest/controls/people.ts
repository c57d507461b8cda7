import { OrgError } from "../../orgError.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent } from "../call.ts";
import { isJsonObject, jsonObject } from "../givenRecord.ts";

/** Who is signed in, and what one user may see of a field. */
export const peopleControls: readonly Route[] = [
    { method: "POST", path: "/sessions", answer: signIn },
    { method: "DELETE", path: "/sessions", answer: expire },
    { method: "PUT", path: "/field-security", answer: setFieldSecurity }
];

function signIn(call: Call): Reply {
    const body = jsonObject(call.body);
    const userId = typeof body["id"] === "string" ? body["id"] : idOfUser(call, body["username"]);
    return { status: 201, body: { token: call.org.people.signIn(userId), userId } };
}

function expire(call: Call): Reply {
    const token = isJsonObject(call.body) ? call.body["token"] : undefined;
    call.org.people.expire(typeof token === "string" ? token : call.token);
    return noContent;
}

function setFieldSecurity(call: Call): Reply {
    const { username, field, readable, editable = readable } = jsonObject(call.body);
    const userId = idOfUser(call, username);
    const [objectName = "", fieldName = ""] = String(field).split(".");
    const object = call.org.schema.object(objectName);
    const schema = object === undefined ? undefined : call.org.schema.field(object, fieldName);
    if (object === undefined || schema === undefined) {
        throw new OrgError("INVALID_FIELD", `This org has no field ${String(field)}; write it as Object.Field.`);
    }
    if (typeof readable !== "boolean" || typeof editable !== "boolean") {
        throw new OrgError("INVALID_ARGUMENT", "readable and editable must be true or false.");
    }
    call.services.fieldSecurity.set(userId, object.name, schema.name, readable, editable);
    return noContent;
}

function idOfUser(call: Call, username: unknown): string {
    const users = call.org.schema.object("User");
    const [row] =
        users === undefined || typeof username !== "string"
            ? []
            : call.org.store.readMany(users, { field: "Username", isOneOf: [username] });
    if (typeof row?.["Id"] === "string") return row["Id"];
    throw new OrgError("NOT_FOUND", `There is no user ${String(username)} in this org.`);
}
