import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { RowsOfOrg } from "./scope.ts";
import { seeded } from "./seedOrg.ts";
import type { RecordValues } from "./value.ts";

/** Fills what a restored row was not given: Id, who and when, owner, default values of fields. */
export function fillDefaults(
    org: RowsOfOrg,
    object: ObjectSchema,
    values: RecordValues,
    given: ReadonlyMap<string, number>
): void {
    const now = org.clock.now();
    fill(object, values, {
        CreatedDate: now,
        CreatedById: seeded.administrator,
        LastModifiedDate: now,
        LastModifiedById: seeded.administrator,
        SystemModstamp: now,
        OwnerId: seeded.administrator
    });
    if (object.name === "User") {
        fill(object, values, userDefaults(values));
    }
    for (const field of object.fields.values()) {
        values[field.name] ??= field.defaultValue;
    }
    values["Id"] ??= freeId(org, object, given);
}

function fill(object: ObjectSchema, values: RecordValues, defaults: RecordValues): void {
    for (const [name, value] of Object.entries(defaults)) {
        if (object.fields.has(name)) {
            values[name] ??= value;
        }
    }
}

function userDefaults(values: RecordValues): RecordValues {
    const username = String(values["Username"] ?? "");
    const nickname = username.split("@")[0] ?? "";
    return {
        Email: username,
        Alias: nickname.slice(0, 8),
        CommunityNickname: nickname.slice(0, 40),
        IsActive: true,
        UserType: "Standard",
        ProfileId: seeded.standardUserProfile,
        TimeZoneSidKey: "UTC",
        LocaleSidKey: "en_US",
        LanguageLocaleKey: "en_US",
        EmailEncodingKey: "UTF-8"
    };
}

function freeId(org: RowsOfOrg, object: ObjectSchema, given: ReadonlyMap<string, number>): string {
    let id = org.store.newId(object);
    while (given.has(id)) {
        id = org.store.newId(object);
    }
    return id;
}
