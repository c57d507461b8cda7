import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fixedClock } from "../clock.ts";
import { seeded } from "../data/seedOrg.ts";
import { startLocalOrg } from "../startLocalOrg.ts";

/** What a started org calls its administrator, and what its own data and sign-in say. */
async function started() {
    const localOrg = await startLocalOrg({ clock: fixedClock("2026-06-30") });
    const headers = { Authorization: `Bearer ${localOrg.token}` };
    const userInfo = await (await fetch(`${localOrg.url}/services/oauth2/userinfo`, { headers })).json();
    await localOrg.close();
    const { preferred_username: username, user_id: userId, organization_id: organizationId } = Object(userInfo);
    return { port: new URL(localOrg.url).port, told: localOrg.adminUsername, username, userId, organizationId };
}

describe("the administrator of a local org", () => {
    it("is named after the port, and by nothing else differs from that of another", async () => {
        const [one, other] = [await started(), await started()];

        for (const { port, told, username } of [one, other]) {
            assert.deepEqual([told, username], [`admin@${port}.pipewright.local`, told]);
        }
        assert.deepEqual([one.userId, one.organizationId], [seeded.administrator, seeded.organization]);
        assert.deepEqual([other.userId, other.organizationId], [one.userId, one.organizationId]);
    });
});
