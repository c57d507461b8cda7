import assert from "node:assert/strict";
import type { Connection, SaveResult } from "jsforce";
import { ids } from "../hostile/smallData.ts";
import type { Case } from "../runCases.ts";

const deal = { Name: "竹北 renewal", StageName: "Prospecting", CloseDate: "2026-09-30" };

/** The code of the error that the work has to end with. */
export async function errorOf(work: () => PromiseLike<unknown>): Promise<string> {
    try {
        await work();
        return "no error";
    } catch (error) {
        const { errorCode, name } = error as { errorCode?: string; name?: string };
        return errorCode ?? name ?? String(error);
    }
}

function idOf(result: SaveResult): string {
    assert.equal(result.success, true, JSON.stringify(result.errors));
    return result.id ?? "";
}

export function restCases(connection: Connection): Case[] {
    return [...aboutTheOrg(connection), ...records(connection), ...collections(connection), ...requests(connection)];
}

function aboutTheOrg(connection: Connection): Case[] {
    return [
        {
            name: "identity: who is signed in",
            run: async () => assert.match((await connection.identity()).username, /^admin@/)
        },
        {
            name: "limits: what is left of the day's requests",
            run: async () => assert.ok(((await connection.limits())["DailyApiRequests"]?.Max ?? 0) > 1000)
        },
        {
            name: "describeGlobal: every object by name",
            run: async () => {
                const { sobjects } = await connection.describeGlobal();
                assert.equal(sobjects.find(({ name }) => name === "Opportunity")?.keyPrefix, "006");
            }
        },
        {
            name: "describe: fields, picklist values and children",
            run: async () => {
                const { fields, childRelationships } = await connection.sobject("Opportunity").describe();
                const stage = fields.find(({ name }) => name === "StageName");
                assert.ok(stage?.picklistValues?.some(({ value }) => value === "Closed Won"));
                assert.ok(
                    childRelationships.some(({ relationshipName }) => relationshipName === "OpportunityLineItems")
                );
            }
        },
        {
            name: "tooling: a query that finds nothing",
            run: async () =>
                assert.equal((await connection.tooling.query("SELECT Id FROM ApexTestRunResult")).totalSize, 0)
        }
    ];
}

function records(connection: Connection): Case[] {
    const opportunities = connection.sobject("Opportunity");
    let id = "";
    return [
        {
            name: "create, and retrieve with what the org has set",
            run: async () => {
                id = idOf(await opportunities.create(deal));
                const found = await opportunities.retrieve(id);
                assert.deepEqual([found["Name"], found["Probability"], found["IsClosed"]], [deal.Name, 10, false]);
            }
        },
        {
            name: "update, and the stage brings its probability",
            run: async () => {
                idOf(await opportunities.update({ Id: id, StageName: "Negotiation/Review" }));
                assert.equal((await opportunities.retrieve(id))["Probability"], 90);
            }
        },
        {
            name: "update: refused by the deployed rule, with its message and field",
            run: async () => {
                const work = () => opportunities.update({ Id: id, StageName: "Closed Won" });
                assert.equal(await errorOf(work), "FIELD_CUSTOM_VALIDATION_EXCEPTION");
            }
        },
        {
            name: "create: an unknown field is refused by name",
            run: async () =>
                assert.equal(await errorOf(() => opportunities.create({ ...deal, Nope: 1 })), "INVALID_FIELD")
        },
        {
            name: "upsert by an external id: created, then changed",
            run: async () => {
                const accounts = connection.sobject("Account");
                const [first, second] = [
                    await accounts.upsert({ Number__c: "A-1", Name: "First" }, "Number__c"),
                    await accounts.upsert({ Number__c: "A-1", Name: "Second" }, "Number__c")
                ];
                const { records: found } = await connection.query("SELECT Name FROM Account WHERE Number__c = 'A-1'");
                assert.deepEqual([first.success, second.success], [true, true]);
                assert.deepEqual(
                    found.map((record) => record["Name"]),
                    ["Second"]
                );
            }
        },
        {
            name: "find: conditions, order and limit as jsforce writes them",
            run: async () => {
                const found = await opportunities
                    .find({ Probability: { $gte: 0 }, StageName: { $like: "%o%" } } as object, ["Id", "Name"])
                    .sort({ Name: 1 })
                    .limit(5)
                    .execute();
                assert.ok(found.length > 0);
            }
        },
        {
            name: "query: a parent's field and children in one record",
            run: async () => {
                const soql = `SELECT Name, Account.Name, (SELECT Quantity, Product2.Name FROM OpportunityLineItems) FROM Opportunity WHERE Id = '${ids.opportunity}'`;
                const [found] = (await connection.query(soql)).records as unknown as [
                    { Account: { Name: string }; OpportunityLineItems: { records: { Product2: { Name: string } }[] } }
                ];
                assert.deepEqual(
                    [found.Account.Name, found.OpportunityLineItems.records[0]?.Product2.Name],
                    ["Acme", "Crane"]
                );
            }
        },
        {
            name: "delete, and retrieve finds nothing",
            run: async () => {
                idOf(await opportunities.destroy(id));
                assert.equal(await errorOf(() => opportunities.retrieve(id)), "ENTITY_IS_DELETED");
            }
        },
        {
            name: "queryAll (scanAll): the deleted record is shown as deleted",
            run: async () => {
                const soql = `SELECT IsDeleted FROM Opportunity WHERE Id = '${id}'`;
                const { records: found } = await connection.query(soql, { scanAll: true });
                assert.deepEqual(
                    found.map((record) => record["IsDeleted"]),
                    [true]
                );
            }
        }
    ];
}

function collections(connection: Connection): Case[] {
    const contacts = connection.sobject("Contact");
    const made: string[] = [];
    return [
        {
            name: "collections: 450 records created in one call of jsforce",
            run: async () => {
                const rows = Array.from({ length: 450 }, (_, place) => ({
                    LastName: `Person ${place}`,
                    AccountId: ids.account
                }));
                const results = await contacts.create(rows, { allowRecursive: true });
                made.push(...results.map(idOf));
                assert.equal(new Set(made).size, 450);
            }
        },
        {
            name: "collections: retrieve and update many",
            run: async () => {
                const some = made.slice(0, 3);
                const results = await contacts.update(some.map((Id) => ({ Id, FirstName: "Mei" })));
                results.forEach(idOf);
                const found = await contacts.retrieve(some);
                assert.deepEqual(
                    found.map((record) => record["FirstName"]),
                    ["Mei", "Mei", "Mei"]
                );
            }
        },
        {
            name: "collections: allOrNone undoes all, its absence only the wrong one",
            run: async () => {
                const rows = [{ LastName: "Right" }, { FirstName: "Wrong" }];
                const undone = await contacts.create(rows, { allOrNone: true });
                const kept = await contacts.create(rows);
                assert.deepEqual(
                    [undone, kept].map((results) => results.map(({ success }) => success)),
                    [
                        [false, false],
                        [true, false]
                    ]
                );
            }
        },
        {
            name: "collections: delete many",
            run: async () => {
                const results = await contacts.destroy(made.slice(400), { allowRecursive: true });
                assert.equal(results.filter(({ success }) => success).length, 50);
            }
        }
    ];
}

function requests(connection: Connection): Case[] {
    return [
        {
            name: "composite: a later request names an earlier one's record",
            run: async () => {
                const base = "/services/data/v66.0";
                const body = {
                    allOrNone: true,
                    compositeRequest: [
                        {
                            method: "POST",
                            url: `${base}/sobjects/Account`,
                            referenceId: "account",
                            body: { Name: "Composed" }
                        },
                        {
                            method: "POST",
                            url: `${base}/sobjects/Contact`,
                            referenceId: "contact",
                            body: { LastName: "Lin", AccountId: "@{account.id}" }
                        },
                        {
                            method: "GET",
                            url: `${base}/query?q=SELECT+Account.Name+FROM+Contact+WHERE+Id='@{contact.id}'`,
                            referenceId: "found"
                        }
                    ]
                };
                const { compositeResponse } = await connection.request<{
                    compositeResponse: { httpStatusCode: number; body: unknown }[];
                }>({
                    method: "POST",
                    url: `${base}/composite`,
                    body: JSON.stringify(body),
                    headers: { "Content-Type": "application/json" }
                });
                assert.deepEqual(
                    compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
                    [201, 201, 200]
                );
                assert.match(JSON.stringify(compositeResponse[2]?.body), /"Composed"/);
            }
        },
        {
            name: "chatter: a post with a mention, and a comment on it",
            run: async () => {
                const post = await connection.chatter.resource("/feed-elements").create({
                    feedElementType: "FeedItem",
                    subjectId: ids.opportunity,
                    body: {
                        messageSegments: [
                            { type: "Mention", id: ids.rep },
                            { type: "Text", text: " 請看" }
                        ]
                    }
                });
                const { id, body } = post as unknown as { id: string; body: { text: string } };
                assert.equal(body.text, "@Lin 請看");
                const comments = `/feed-elements/${id}/capabilities/comments/items`;
                await connection.chatter.resource(comments).create({
                    body: { messageSegments: [{ type: "Text", text: "done" }] }
                });
                const { records: found } = await connection.query(
                    `SELECT CommentBody FROM FeedComment WHERE FeedItemId = '${id}'`
                );
                assert.deepEqual(
                    found.map((record) => record["CommentBody"]),
                    ["done"]
                );
            }
        },
        {
            name: "chatter: who am I",
            run: async () => {
                const me = (await connection.chatter.resource("/users/me").retrieve()) as unknown as {
                    username: string;
                };
                assert.match(me.username, /^admin@/);
            }
        },
        {
            name: "apex: a class of REST is refused by name",
            run: async () => assert.equal(await errorOf(() => connection.apex.get("/Nope/")), "NOT_FOUND")
        }
    ];
}
