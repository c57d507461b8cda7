import type { Org } from "../../org.ts";
import type { RunningUser } from "../../people/people.ts";
import type { RecordValues } from "../../data/value.ts";

interface Asked {
    readonly org: Org;
    readonly user: RunningUser;
    readonly baseUrl: string;
}

/** The answer of /services/oauth2/userinfo: who holds this token. */
export function userInfo({ org, user, baseUrl }: Asked) {
    const row = userRow(org, user);
    return {
        sub: `${baseUrl}/id/${org.id}/${user.id}`,
        user_id: user.id,
        organization_id: org.id,
        preferred_username: user.username,
        nickname: row["CommunityNickname"] ?? user.username,
        name: user.name,
        email: row["Email"] ?? null,
        email_verified: true,
        given_name: row["FirstName"] ?? null,
        family_name: row["LastName"] ?? null,
        zoneinfo: row["TimeZoneSidKey"] ?? "UTC",
        locale: row["LocaleSidKey"] ?? "en_US",
        language: row["LanguageLocaleKey"] ?? "en_US",
        active: true,
        user_type: "STANDARD",
        is_app_installed: true,
        urls: urlsOf(baseUrl)
    };
}

/** The answer of the identity URL, /id/ORG/USER. */
export function identity({ org, user, baseUrl }: Asked) {
    const row = userRow(org, user);
    return {
        id: `${baseUrl}/id/${org.id}/${user.id}`,
        asserted_user: true,
        user_id: user.id,
        organization_id: org.id,
        username: user.username,
        nick_name: row["CommunityNickname"] ?? user.username,
        display_name: user.name,
        email: row["Email"] ?? null,
        email_verified: true,
        first_name: row["FirstName"] ?? null,
        last_name: row["LastName"] ?? null,
        timezone: row["TimeZoneSidKey"] ?? "UTC",
        locale: row["LocaleSidKey"] ?? "en_US",
        language: row["LanguageLocaleKey"] ?? "en_US",
        active: true,
        user_type: "STANDARD",
        is_app_installed: true,
        urls: urlsOf(baseUrl)
    };
}

function urlsOf(baseUrl: string) {
    return {
        metadata: `${baseUrl}/services/Soap/m/{version}/`,
        rest: `${baseUrl}/services/data/v{version}/`,
        sobjects: `${baseUrl}/services/data/v{version}/sobjects/`,
        query: `${baseUrl}/services/data/v{version}/query/`,
        tooling_rest: `${baseUrl}/services/data/v{version}/tooling/`
    };
}

function userRow({ schema, store }: Org, user: RunningUser): RecordValues {
    const object = schema.object("User");
    return (object === undefined ? undefined : store.read(object, user.id)) ?? {};
}
