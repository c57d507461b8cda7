import type { Store } from "../data/store.ts";
import type { RecordValues, Value } from "../data/value.ts";
import type { Deployed } from "../metadata/deployed.ts";
import { OrgError } from "../orgError.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { accessOf } from "./access.ts";
import type { FieldSecurity } from "./fieldSecurity.ts";
import type { People, RunningUser } from "./people.ts";
import type { Sessions } from "./sessions.ts";

export const administratorProfile = "System Administrator";

/** The platform's own profile that opens nothing: permission sets grant all its users may do. */
export const minimumAccessProfile = "Minimum Access - Salesforce";

interface Workplace {
    readonly schema: Schema;
    readonly store: Store;
    readonly deployed: Pick<Deployed, "permissionSet">;
    readonly sessions: Sessions;
    readonly fieldSecurity: FieldSecurity;
}

/** The people are the org's User rows; a user's rights are read afresh each time, so a new grant works at once. */
export function peopleOfOrg(workplace: Workplace): People {
    const user = (id: string): RunningUser | undefined => {
        const row = activeUserRow(workplace, id);
        return row === undefined ? undefined : runningUser(workplace, row);
    };
    return {
        user,
        userOfToken: (token) => {
            const userId = workplace.sessions.userIdOf(token);
            return userId === undefined ? undefined : user(userId);
        },
        signIn: (userId) => {
            if (activeUserRow(workplace, userId) === undefined) {
                throw new OrgError("INVALID_LOGIN", `There is no active user ${userId} in this org.`);
            }
            return workplace.sessions.start(userId);
        },
        expire: (token) => {
            workplace.sessions.end(token);
        }
    };
}

function activeUserRow({ schema, store }: Workplace, id: string): RecordValues | undefined {
    const row = store.read(objectNamed(schema, "User"), id);
    return row?.["IsActive"] === false ? undefined : row;
}

function runningUser(workplace: Workplace, row: RecordValues): RunningUser {
    const id = textOf(row["Id"]);
    const profile = rowOf(workplace, "Profile", row["ProfileId"] ?? null);
    const profileName = textOf(profile?.["Name"]);
    const permissionSets = permissionSetsOf(workplace, id);
    const sources = [...permissionSets, ...(profile === undefined ? [] : [profile])];
    const isAdministrator =
        profileName === administratorProfile || sources.some((each) => each["PermissionsModifyAllData"] === true);
    const grants = permissionSets.flatMap((set) => workplace.deployed.permissionSet(textOf(set["Name"])) ?? []);
    const opensStandardObjects = profileName !== minimumAccessProfile;
    const holder = { userId: id, isAdministrator, opensStandardObjects, grants };
    return {
        id,
        username: textOf(row["Username"]),
        name: textOf(row["Name"]),
        profileName,
        language: textOf(row["LanguageLocaleKey"]) || "en_US",
        isAdministrator,
        viewsAllData: isAdministrator || sources.some((each) => each["PermissionsViewAllData"] === true),
        ...accessOf(workplace.schema, workplace.fieldSecurity, holder)
    };
}

/** Permission sets are assigned as rows; what one grants is as deployed, so a row alone grants nothing. */
function permissionSetsOf(workplace: Workplace, userId: string): RecordValues[] {
    const assignments = workplace.store.readMany(objectNamed(workplace.schema, "PermissionSetAssignment"), {
        field: "AssigneeId",
        isOneOf: [userId]
    });
    return assignments
        .map((each) => rowOf(workplace, "PermissionSet", each["PermissionSetId"] ?? null))
        .filter((row) => row !== undefined);
}

function rowOf({ schema, store }: Workplace, objectName: string, id: Value): RecordValues | undefined {
    return typeof id === "string" ? store.read(objectNamed(schema, objectName), id) : undefined;
}

function objectNamed(schema: Schema, name: string): ObjectSchema {
    const object = schema.object(name);
    if (object === undefined) throw new Error(`The org's schema lacks the standard object ${name}.`);
    return object;
}

function textOf(value: Value | undefined): string {
    return typeof value === "string" ? value : "";
}
