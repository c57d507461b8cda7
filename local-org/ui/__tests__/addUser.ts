import { ask, create } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";

/** A signed-in user without any permission beyond the Standard User profile. */
export async function addUser(connected: Connected, alias: string): Promise<{ token: string; username: string }> {
    const { connection } = connected;
    const profiles = await connection.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const username = `${alias}@ui.example`;
    await create(connection, "User", {
        ...{ Username: username, Email: username, LastName: alias, Alias: alias, CommunityNickname: alias },
        ...{ TimeZoneSidKey: "UTC", LocaleSidKey: "en_US", LanguageLocaleKey: "en_US", EmailEncodingKey: "UTF-8" },
        ...{ ProfileId: profiles.records[0]?.Id, IsActive: true }
    });
    const { body } = await ask(connected, "POST", "/local-org/sessions", { body: { username } });
    return { token: (body as { token: string }).token, username };
}
