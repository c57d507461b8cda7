import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, create } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { data, deal, paths } from "./restrictedPaths.ts";
import type { AsUser } from "./restrictedPaths.ts";
import { addRestrictedUsers, restrictions } from "./restrictedUsers.ts";
import type { RestrictedUser, Restriction } from "./restrictedUsers.ts";

type Expected = Readonly<Partial<Record<Restriction, string>>> & { readonly nothing: string };

const noField = "INVALID_FIELD";
const closedField = "INVALID_FIELD_FOR_INSERT_UPDATE";
const noAccess = "INSUFFICIENT_ACCESS_OR_READONLY";
const readsField = { nothing: "ok", fieldRead: noField };
const createsField = { ...readsField, fieldEdit: closedField, create: noAccess };
const editsField = { ...readsField, fieldEdit: closedField, edit: noAccess };
/** A permission set can't grant Delete without Edit. */
const deletes = { nothing: "ok", edit: noAccess, delete: noAccess };
const queries = { ...readsField, object: "INVALID_TYPE" };
const bulk = { fieldRead: "InvalidBatch", object: "INVALIDENTITY" };
const inPath = { object: "NOT_FOUND" };

/** Where a restriction isn't named, what happens is as without one. */
const expected: Readonly<Record<string, Expected>> = {
    "REST read": { nothing: "shown", fieldRead: "hidden", ...inPath },
    "REST read of the field": { ...readsField, ...inPath },
    "REST create": { nothing: "ok", create: noAccess, ...inPath },
    "REST create with the field": { ...createsField, ...inPath },
    "REST update": { nothing: "ok", edit: noAccess, ...inPath },
    "REST update of the field": { ...editsField, ...inPath },
    "REST delete": { ...deletes, ...inPath },
    "upsert of the field": { ...editsField, ...inPath },
    "collections create": { ...createsField, object: "INVALID_TYPE" },
    "collections update": { ...editsField, object: "INVALID_TYPE" },
    "collections delete": { ...deletes, object: noAccess },
    "collections read": { nothing: "shown", fieldRead: noField, ...inPath },
    "composite update": { ...editsField, ...inPath },
    "SOQL select": queries,
    "SOQL filter": queries,
    "SOQL order": queries,
    "SOQL group": queries,
    "SOQL of a child's parent": queries,
    "SOQL semi-join": queries,
    describe: {
        nothing: "create+edit+delete; field create+edit",
        fieldRead: "create+edit+delete; field hidden",
        fieldEdit: "create+edit+delete; field read",
        create: "edit+delete; field edit",
        edit: "create; field create",
        delete: "create+edit; field create+edit",
        ...inPath
    },
    "list of objects": { nothing: "shown", object: "hidden" },
    "UI API record": { ...readsField, ...inPath },
    "UI API optional field": { nothing: "shown", fieldRead: "hidden", ...inPath },
    GraphQL: { nothing: "ok", fieldRead: "NextStep", object: "Opportunity" },
    "bulk query": { nothing: "ok", fieldRead: "API_ERROR", object: "API_ERROR" },
    "bulk insert": { ...createsField, ...bulk },
    "bulk update": { ...editsField, ...bulk },
    "bulk delete": { ...deletes, object: "INVALIDENTITY" },
    "Chatter post": { nothing: "ok", ...inPath },
    "Chatter feed": { nothing: "ok", ...inPath },
    "runs of tests": { nothing: "INSUFFICIENT_ACCESS" },
    "metadata by SOAP": { nothing: "sf:INSUFFICIENT_ACCESS" }
};

describe("what is withheld from a user is withheld in every API", () => {
    let connected: Connected;
    let users: ReadonlyMap<Restriction, RestrictedUser>;
    before(async () => {
        connected = await connect();
        users = await addRestrictedUsers(connected);
    });
    after(() => connected.localOrg.close());

    const asUser = (restriction: Restriction): AsUser => {
        const user = users.get(restriction);
        if (user === undefined) throw new Error(`There is no user for ${restriction}.`);
        return {
            ...user,
            ask: (method, path, body) =>
                ask(connected, method, data + path, { token: user.token, ...(body === undefined ? {} : { body }) })
        };
    };

    for (const [name, path] of Object.entries(paths)) {
        it(name, async () => {
            const outcomes: [Restriction, string][] = [];
            for (const restriction of restrictions) {
                const user = asUser(restriction);
                const id = await create(connected.connection, "Opportunity", {
                    ...deal,
                    NextStep: "Call",
                    OwnerId: user.id
                });
                outcomes.push([restriction, await path(user, id)]);
            }

            const { [name]: wanted } = expected;
            assert.deepEqual(
                Object.fromEntries(outcomes),
                Object.fromEntries(restrictions.map((each) => [each, wanted?.[each] ?? wanted?.nothing]))
            );
        });
    }
});
