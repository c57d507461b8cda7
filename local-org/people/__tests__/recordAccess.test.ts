import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { savingOrg } from "../../save/__tests__/savingOrg.ts";
import type { SavingOrg } from "../../save/__tests__/savingOrg.ts";
import type { ObjectPermission } from "../../metadata/deployed.ts";
import { seeded } from "../../data/seedOrg.ts";
import { executeSoql } from "../../soql/executeSoql.ts";
import { seesRecord } from "../recordAccess.ts";
import type { RunningUser } from "../people.ts";

const deal = { StageName: "Prospecting", CloseDate: "2026-09-30" };
const crud = { read: true, create: true, edit: true, delete: true };

describe("whose records a user sees and changes", () => {
    let org: SavingOrg;
    let users: ReadonlyMap<string, string>;
    const ids = new Map<string, string>();

    const user = (name: string): RunningUser => {
        const found = org.org.people.user(users.get(name) ?? "");
        if (found === undefined) throw new Error(`There is no user ${name}.`);
        return found;
    };
    const addUser = (name: string, permission: ObjectPermission | null): string => {
        const id = org.insert("User", {
            ...{
                Username: `${name}@example.com`,
                LastName: name,
                Email: `${name}@example.com`,
                Alias: name.slice(0, 8)
            },
            ...{ CommunityNickname: name, ProfileId: seeded.standardUserProfile, TimeZoneSidKey: "UTC" },
            ...{ LocaleSidKey: "en_US", EmailEncodingKey: "UTF-8", LanguageLocaleKey: "en_US" }
        });
        if (permission === null) return id;
        org.deployed.putPermissionSet({
            ...{ name, label: name, customPermissions: new Set<string>(), customMetadataTypes: new Set<string>() },
            ...{ fieldPermissions: new Map(), objectPermissions: new Map([["Opportunity", permission]]) }
        });
        const set = org.org.store.newId(org.object("PermissionSet"));
        org.org.store.insert(org.object("PermissionSet"), { Id: set, Name: name, Label: name });
        org.insert("PermissionSetAssignment", { AssigneeId: id, PermissionSetId: set });
        return id;
    };

    before(() => {
        org = savingOrg();
        users = new Map([
            ["owner", addUser("owner", null)],
            ["other", addUser("other", null)],
            ["viewer", addUser("viewer", { ...crud, viewAll: true })],
            ["modifier", addUser("modifier", { ...crud, viewAll: true, modifyAll: true })]
        ]);
        const owner = { OwnerId: users.get("owner") ?? "" };
        const account = org.insert("Account", { Name: "Acme" });
        const ownAccount = org.insert("Account", { Name: "Own", ...owner });
        const contact = org.insert("Contact", { LastName: "Lin", AccountId: account });
        const opportunity = org.insert("Opportunity", { ...deal, Name: "Own", AccountId: account, ...owner });
        const foreign = org.insert("Opportunity", { ...deal, Name: "Foreign" });
        ids.set("own", opportunity).set("foreign", foreign).set("account", account).set("contact", contact);
        org.insert("OpportunityContactRole", { OpportunityId: opportunity, ContactId: contact });
        org.insert("OpportunityContactRole", { OpportunityId: foreign, ContactId: contact });
        org.insert("Contact", { LastName: "Chen", ...owner });
        org.insert("Contact", { LastName: "Wu", AccountId: ownAccount });
        org.insert("Lead", { LastName: "Ho", Company: "Acme" });
        org.insert("Lead", { LastName: "Hu", Company: "Acme", ...owner });
        org.insert("Product2", { Name: "Plan" });
        const post = org.insert("FeedItem", { ParentId: foreign, Body: "Hello" });
        org.insert("FeedComment", { FeedItemId: post, CommentBody: "Why?" });
        org.insert("FeedItem", { ParentId: opportunity, Body: "Mine" });
    });

    const seen: [object: string, Readonly<Record<string, number>>][] = [
        ["Account", { owner: 2, other: 0, viewer: 0, modifier: 0 }],
        ["Contact", { owner: 3, other: 0, viewer: 0, modifier: 0 }],
        ["Lead", { owner: 1, other: 0, viewer: 0, modifier: 0 }],
        ["Opportunity", { owner: 1, other: 0, viewer: 2, modifier: 2 }],
        ["OpportunityContactRole", { owner: 1, other: 0, viewer: 2, modifier: 2 }],
        ["OpportunityHistory", { owner: 1, other: 0, viewer: 2, modifier: 2 }],
        ["FeedItem", { owner: 1, other: 0, viewer: 2, modifier: 2 }],
        ["FeedComment", { owner: 0, other: 0, viewer: 1, modifier: 1 }],
        ["Product2", { owner: 1, other: 1, viewer: 1, modifier: 1 }]
    ];
    for (const [objectName, counts] of seen) {
        it(`${objectName}: so many by query, and the same ones by Id`, () => {
            const { schema, store, clock } = org.org;
            const object = org.object(objectName);
            for (const [name, count] of Object.entries(counts)) {
                const context = { schema, store, clock, user: user(name) };
                const queried = [...executeSoql(context, `SELECT Id FROM ${objectName} ORDER BY Id`).records];
                const read = store.readMany(object).filter((row) => seesRecord(org.org, user(name), object, row));

                assert.equal(queried.length, count, name);
                assert.deepEqual(
                    queried.map((record) => record["Id"]),
                    read.map((row) => row["Id"]),
                    name
                );
            }
        });
    }

    it("OpportunityFieldHistory: no row about a field that is hidden from the user, by query and by Id", () => {
        const own = savingOrg();
        for (const name of ["NextStep", "Amount", "AccountId"]) {
            const field = own.object("Opportunity").fields.get(name);
            if (field !== undefined) own.org.schema.putField("Opportunity", { ...field, trackHistory: true });
        }
        const [AccountId, id] = [
            own.insert("Account", { Name: "Acme" }),
            own.insert("Opportunity", { ...deal, Name: "A" })
        ];
        own.save("update", "Opportunity", [{ Id: id, NextStep: "Call", Amount: 5, AccountId }]);
        for (const name of ["Amount", "AccountId"]) {
            own.fieldSecurity.set(own.administrator.id, "Opportunity", name, false);
        }
        const { schema, store, clock } = own.org;
        const context = { schema, store, clock, user: own.administrator };
        const query = "SELECT Field FROM OpportunityFieldHistory ORDER BY Field";
        const inOne = "SELECT (SELECT Field FROM Histories) FROM Opportunity";

        const queried = [...executeSoql(context, query).records].map(({ Field }) => Field);
        const [within] = executeSoql(context, inOne).records;
        const history = own.object("OpportunityFieldHistory");
        const read = store.readMany(history).filter((row) => seesRecord(own.org, own.administrator, history, row));

        assert.deepEqual(queried, ["created", "NextStep"]);
        assert.equal(Object(within?.["Histories"]).totalSize, 2);
        assert.deepEqual(read.map(({ Field }) => Field).sort(), ["NextStep", "created"]);
    });

    const refusal = (outcomes: ReturnType<SavingOrg["save"]>): string => outcomes[0]?.errors[0]?.statusCode ?? "ok";
    const noAccess = "INSUFFICIENT_ACCESS_OR_READONLY";
    const noReference = "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY";
    type Change = readonly [
        name: string,
        by: string,
        operation: "insert" | "update",
        object: string,
        record: () => object,
        code: string
    ];
    const changes: readonly Change[] = [
        ["his own opportunity", "owner", "update", "Opportunity", () => ({ Id: ids.get("own"), NextStep: "x" }), "ok"],
        ["another's", "owner", "update", "Opportunity", () => ({ Id: ids.get("foreign"), NextStep: "x" }), noAccess],
        [
            "one that he only views",
            "viewer",
            "update",
            "Opportunity",
            () => ({ Id: ids.get("foreign"), NextStep: "x" }),
            noAccess
        ],
        [
            "one of all that he may modify",
            "modifier",
            "update",
            "Opportunity",
            () => ({ Id: ids.get("foreign"), NextStep: "x" }),
            "ok"
        ],
        [
            "the account of his opportunity",
            "owner",
            "update",
            "Account",
            () => ({ Id: ids.get("account"), Phone: "1" }),
            noAccess
        ],
        [
            "a role on his own opportunity",
            "owner",
            "insert",
            "OpportunityContactRole",
            () => ({ OpportunityId: ids.get("own"), ContactId: ids.get("contact") }),
            "ok"
        ],
        [
            "a role on one that he only views",
            "viewer",
            "insert",
            "OpportunityContactRole",
            () => ({ OpportunityId: ids.get("foreign"), ContactId: ids.get("contact") }),
            noReference
        ],
        [
            "an opportunity of an account unseen",
            "other",
            "insert",
            "Opportunity",
            () => ({ ...deal, Name: "x", AccountId: ids.get("account") }),
            noReference
        ],
        [
            "a post on an opportunity that he views",
            "viewer",
            "insert",
            "FeedItem",
            () => ({ ParentId: ids.get("foreign"), Body: "x" }),
            "ok"
        ],
        [
            "a post on one that he doesn't see",
            "other",
            "insert",
            "FeedItem",
            () => ({ ParentId: ids.get("foreign"), Body: "x" }),
            noReference
        ]
    ];
    for (const [name, by, operation, object, record, code] of changes) {
        it(`${by} ${operation}s ${name}: ${code}`, () => {
            const values = record() as Record<string, string>;

            assert.equal(refusal(org.save(operation, object, [values], { user: user(by) })), code);
        });
    }

    it("lets nobody but its author change a post, and its parent's modifier delete it", () => {
        const [post] = org.rows("FeedItem").filter((row) => row["Body"] === "Hello");
        const change = { Id: post?.["Id"] ?? "", Body: "Changed" };

        assert.equal(refusal(org.save("update", "FeedItem", [change], { user: user("modifier") })), noAccess);
        assert.equal(refusal(org.save("delete", "FeedItem", [{ Id: change.Id }], { user: user("viewer") })), noAccess);
        assert.equal(refusal(org.save("delete", "FeedItem", [{ Id: change.Id }], { user: user("modifier") })), "ok");
    });
});
