import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, connectionAs, create, opportunityFields } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { addUser } from "../../ui/__tests__/addUser.ts";

const base = "/services/data/v66.0/chatter";

interface Element {
    readonly id: string;
    readonly url: string;
    readonly body: { readonly text: string; readonly isRichText: boolean; readonly messageSegments: Segment[] };
    readonly capabilities: { readonly comments: { readonly page: { readonly total: number; items: unknown[] } } };
    readonly visibility: string;
    readonly parent: { readonly id: string; readonly name: string; readonly type: string };
    readonly actor: { readonly displayName: string };
}
type Segment = Readonly<Record<string, unknown>>;

describe("Chatter through Connect", () => {
    let connected: Connected;
    let opportunityId: string;
    let rep: { token: string; username: string };
    before(async () => {
        connected = await connect();
        opportunityId = await create(connected.connection, "Opportunity", opportunityFields);
        rep = await addUser(connected, "mei");
    });
    after(() => connected.localOrg.close());

    const administratorId = (): string => connected.localOrg.org.people.userOfToken(connected.localOrg.token)?.id ?? "";
    const post = (messageSegments: unknown, more: Record<string, unknown> = {}) =>
        ask(connected, "POST", `${base}/feed-elements`, {
            body: { feedElementType: "FeedItem", subjectId: opportunityId, body: { messageSegments }, ...more }
        });
    const posted = async (text: string, more: Record<string, unknown> = {}): Promise<Element> => {
        const { status, body } = await post([{ type: "Text", text }], more);
        assert.equal(status, 201, JSON.stringify(body));
        return body as Element;
    };

    it("takes a post by jsforce, with a mention by name, and SOQL reads its text", async () => {
        const { connection } = connected;
        const messageSegments = [
            { type: "Text", text: "Please look, " },
            { type: "Mention", id: administratorId() },
            { type: "Text", text: ": " },
            { type: "Hashtag", tag: "discount" },
            { type: "Text", text: " " },
            { type: "Link", url: "https://example.com/a?b=1&c=2" }
        ];

        const element = (await connection.chatter
            .resource("/feed-elements")
            .create({ feedElementType: "FeedItem", subjectId: opportunityId, body: { messageSegments } })) as Element;

        const text = "Please look, @Ada Admin: #discount https://example.com/a?b=1&c=2";
        assert.equal(element.body.text, text);
        assert.deepEqual(
            element.body.messageSegments.map(({ type }) => type),
            ["Text", "Mention", "Text", "Hashtag", "Text", "Link"]
        );
        assert.deepEqual([element.parent.name, element.parent.type], ["Renewal", "Opportunity"]);
        const { records } = await connection.query(
            `SELECT Body, Type, IsRichText, ParentId, InsertedById FROM FeedItem WHERE Id = '${element.id}'`
        );
        const { attributes: _, ...row } = records[0] ?? {};
        assert.deepEqual(row, {
            ...{ Body: text, Type: "TextPost", IsRichText: false },
            ...{ ParentId: opportunityId, InsertedById: administratorId() }
        });
        const again = (await connection.chatter.resource(element.url).retrieve()) as Element;
        assert.deepEqual(again.body, element.body);
    });

    it("keeps markup as the HTML that rich posts have, and its text without", async () => {
        const { body } = await post([
            { type: "MarkupBegin", markupType: "Paragraph" },
            { type: "MarkupBegin", markupType: "Bold" },
            { type: "Text", text: "A < B" },
            { type: "MarkupEnd", markupType: "Bold" },
            { type: "MarkupEnd", markupType: "Paragraph" },
            { type: "MarkupBegin", markupType: "Hyperlink", url: "https://example.com" },
            { type: "Text", text: "why" },
            { type: "MarkupEnd", markupType: "Hyperlink" }
        ]);

        const element = body as Element;
        const { records } = await connected.connection.query(
            `SELECT Body, IsRichText FROM FeedItem WHERE Id = '${element.id}'`
        );
        assert.deepEqual([element.body.text, element.body.isRichText], ["A < B\nwhy", true]);
        assert.deepEqual(
            [records[0]?.["Body"], records[0]?.["IsRichText"]],
            [`<p><b>A &lt; B</b></p><a href="https://example.com">why</a>`, true]
        );
    });

    it("counts comments, shows them in their order, and forgets one that is deleted", async () => {
        const element = await posted("Why?");
        const comments = `${element.url}/capabilities/comments/items`;
        const ids: string[] = [];
        for (const text of ["One", "Two"]) {
            const said = await ask(connected, "POST", comments, {
                body: { body: { messageSegments: [{ type: "Text", text }] } }
            });
            assert.equal(said.status, 201, JSON.stringify(said.body));
            ids.push((said.body as Element).id);
        }
        const page = async (): Promise<{ items: Element[]; total: number }> =>
            Object((await ask(connected, "GET", comments)).body);
        const countOf = async (): Promise<unknown> =>
            (await connected.connection.sobject("FeedItem").retrieve(element.id))["CommentCount"];

        const before = await page();
        const countBefore = await countOf();
        const gone = await ask(connected, "DELETE", `${base}/comments/${ids[0]}`);
        const after = await page();

        assert.deepEqual([before.items.map(({ body }) => body.text), before.total], [["One", "Two"], 2]);
        assert.deepEqual([countBefore, await countOf()], [2, 1]);
        assert.deepEqual([gone.status, after.items.map(({ id }) => id)], [204, [ids[1]]]);
        const { records } = await connected.connection.query(
            `SELECT CommentBody, ParentId FROM FeedComment WHERE FeedItemId = '${element.id}'`
        );
        assert.deepEqual([records[0]?.["CommentBody"], records[0]?.["ParentId"]], ["Two", opportunityId]);
    });

    it("pages a record's feed, the newest first, whatever is posted meanwhile", async () => {
        const account = await create(connected.connection, "Account", { Name: "Acme" });
        for (const text of ["1", "2", "3"]) await posted(text, { subjectId: account });
        const feed = `${base}/feeds/record/${account}/feed-elements`;
        const read = async (url: string): Promise<{ elements: Element[]; nextPageUrl: string | null }> =>
            Object((await ask(connected, "GET", url)).body);

        const first = await read(`${feed}?pageSize=2`);
        await posted("4", { subjectId: account });
        const second = await read(first.nextPageUrl ?? "");

        const texts = ({ elements }: { elements: Element[] }): string[] => elements.map(({ body }) => body.text);
        assert.deepEqual([texts(first), texts(second), second.nextPageUrl], [["3", "2"], ["1"], null]);
    });

    it("changes a post's text and deletes it", async () => {
        const element = await posted("Teh reason");
        const body = { body: { messageSegments: [{ type: "Text", text: "The reason" }] } };

        const changed = await ask(connected, "PATCH", element.url, { body });
        const deleted = await ask(connected, "DELETE", element.url);
        const after = await ask(connected, "GET", element.url);

        assert.equal((changed.body as Element).body.text, "The reason");
        assert.deepEqual([deleted.status, after.status], [204, 404]);
    });

    it("forgets the mentions of a text that was changed as a record", async () => {
        const { body } = await post([{ type: "Mention", id: administratorId() }]);
        const element = body as Element;
        await connected.connection.sobject("FeedItem").update({ Id: element.id, Body: "Nobody" });

        const { body: now } = await ask(connected, "GET", element.url);

        assert.deepEqual((now as Element).body.messageSegments, [{ type: "Text", text: "Nobody" }]);
    });

    it("answers who one is, and several requests in one", async () => {
        const { connection } = connected;
        const [me, again] = [connection.chatter.resource("/users/me"), connection.chatter.resource("/users/me")];

        const answer = (await connection.chatter.batch([me, again])) as { hasErrors: boolean };
        const mixed = await ask(connected, "POST", "/services/data/v66.0/connect/batch", {
            body: { batchRequests: ["/users/me", "/users/006"].map((path) => ({ method: "GET", url: base + path })) }
        });

        assert.deepEqual([((await me) as { name: string }).name, answer.hasErrors], ["Ada Admin", false]);
        const { results } = mixed.body as { results: { statusCode: number }[] };
        assert.deepEqual(
            results.map(({ statusCode }) => statusCode),
            [200, 400]
        );
    });

    const text = (length: number): unknown[] => [{ type: "Text", text: "x".repeat(length) }];
    const mentions = (count: number): unknown[] =>
        Array.from({ length: count }, () => ({ type: "Mention", id: administratorId() }));
    const cases: [name: string, segments: () => unknown, more: Record<string, unknown>, code: string | null][] = [
        ["10,000 characters", () => text(10_000), {}, null],
        ["more characters", () => text(10_001), {}, "STRING_TOO_LONG"],
        ["25 mentions", () => mentions(25), {}, null],
        ["more mentions", () => mentions(26), {}, "LIMIT_EXCEEDED"],
        ["no text", () => text(0), {}, "MISSING_ARGUMENT"],
        ["blank text", () => [{ type: "Text", text: "  " }], {}, "MISSING_ARGUMENT"],
        ["no segments", () => undefined, {}, "MISSING_ARGUMENT"],
        ["an unknown segment", () => [{ type: "InlineImage", fileId: "069" }], {}, "JSON_PARSER_ERROR"],
        ["an unknown markup", () => [{ type: "MarkupBegin", markupType: "Blink" }], {}, "JSON_PARSER_ERROR"],
        ["markup left open", () => [{ type: "MarkupBegin", markupType: "Bold" }, ...text(1)], {}, "INVALID_MARKUP"],
        ["a script for a link", () => [{ type: "Link", url: "javascript:alert(1)" }], {}, "INVALID_ARGUMENT"],
        ["nobody mentioned", () => [{ type: "Mention", id: "005000000000000AAA" }], {}, "INVALID_ID_FIELD"],
        ["no such record", () => text(1), { subjectId: "006000000000000AAA" }, "INVALID_ID_FIELD"],
        ["no subject", () => text(1), { subjectId: undefined }, "MISSING_ARGUMENT"],
        ["another element", () => text(1), { feedElementType: "GenericFeedElement" }, "INVALID_ARGUMENT"],
        ["a poll", () => text(1), { capabilities: { poll: { choices: [] } } }, "INVALID_ARGUMENT"],
        ["another visibility", () => text(1), { visibility: "Everyone" }, "INVALID_ARGUMENT"]
    ];
    for (const [name, segments, more, code] of cases) {
        it(`${code === null ? "takes" : `refuses with ${code}`} a post with ${name}`, async () => {
            const { status, body } = await post(segments(), more);

            assert.equal(code === null ? null : Object(body)[0].errorCode, code);
            assert.equal(status, code === null ? 201 : 400);
        });
    }

    it("shows nothing of a record's feed to whom the record isn't shown", async () => {
        const element = await posted("Between us");
        const mine = connectionAs(connected.localOrg, rep.token);
        const asRep = { token: rep.token };
        const body = { body: { messageSegments: [{ type: "Text", text: "Hello" }] }, subjectId: opportunityId };

        const answers = [
            await ask(connected, "GET", element.url, asRep),
            await ask(connected, "GET", `${base}/feeds/record/${opportunityId}/feed-elements`, asRep),
            await ask(connected, "POST", `${base}/feed-elements`, { ...asRep, body }),
            await ask(connected, "POST", `${element.url}/capabilities/comments/items`, { ...asRep, body })
        ];

        assert.deepEqual(
            answers.map(({ status }) => status),
            [404, 404, 404, 404]
        );
        assert.equal((await mine.query("SELECT Id FROM FeedItem")).totalSize, 0);
    });

    it("refuses feeds and parameters that it doesn't have by their names", async () => {
        const news = await ask(connected, "GET", `${base}/feeds/news/me/feed-elements`);
        const record = `${base}/feeds/record/${opportunityId}/feed-elements`;
        const filtered = await ask(connected, "GET", `${record}?q=discount`);
        const sized = await ask(connected, "GET", `${record}?pageSize=101`);

        assert.match(Object(news.body)[0].message, /news/);
        assert.match(Object(filtered.body)[0].message, /parameter q/);
        assert.deepEqual([news.status, filtered.status, sized.status], [404, 400, 400]);
    });
});
