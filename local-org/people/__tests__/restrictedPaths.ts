import type { RestrictedUser } from "./restrictedUsers.ts";

export const data = "/services/data/v66.0";
export const deal = { Name: "Renewal", StageName: "Prospecting", CloseDate: "2026-09-30" };

/** Does something as the user with a record of his, and says in a word what came of it. */
export type Path = (asUser: AsUser, id: string) => Promise<string>;

export interface AsUser extends RestrictedUser {
    ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

/** "ok", or the code of the refusal. */
function said({ status, body }: { status: number; body: unknown }): string {
    if (status < 300) return "ok";
    return String(Object(Array.isArray(body) ? body[0] : body).errorCode);
}

/** Of a call that answers 200 and says inside what became of each record. */
function saidOfFirst({ status, body }: { status: number; body: unknown }): string {
    if (status >= 300) return said({ status, body });
    const [first] = body as { success: boolean; errors: { statusCode: string }[] }[];
    return first?.success === true ? "ok" : String(first?.errors[0]?.statusCode);
}

const shows = (record: unknown): string => (Object.hasOwn(Object(record), "NextStep") ? "shown" : "hidden");

async function soql(user: AsUser, query: string): Promise<string> {
    return said(await user.ask("GET", `/query?q=${encodeURIComponent(query)}`));
}

async function ingest(
    user: AsUser,
    operation: "insert" | "update" | "delete",
    record: Record<string, string>
): Promise<string> {
    const job = await user.ask("POST", "/jobs/ingest", {
        object: "Opportunity",
        operation,
        contentType: "CSV",
        lineEnding: "LF"
    });
    if (job.status >= 300) return said(job);
    const { id } = job.body as { id: string };
    const csv = `${Object.keys(record).join(",")}\n${Object.values(record).join(",")}\n`;
    const url = `${user.connection.instanceUrl}${data}/jobs/ingest/${id}`;
    const headers = { Authorization: `Bearer ${user.token}`, "Content-Type": "text/csv" };
    await fetch(`${url}/batches`, { method: "PUT", headers, body: csv });
    await user.ask("PATCH", `/jobs/ingest/${id}`, { state: "UploadComplete" });
    const { state, errorMessage } = await finished(user, `/jobs/ingest/${id}`);
    if (state === "Failed") return String(errorMessage).split(" ")[0] ?? "";
    const failed = await (await fetch(`${url}/failedResults`, { headers })).text();
    const [, row = ""] = failed.split("\n");
    return row === "" ? "ok" : (/[A-Z_]{8,}/.exec(row)?.[0] ?? row);
}

async function finished(user: AsUser, path: string): Promise<{ state: string; errorMessage?: string }> {
    for (;;) {
        const { body } = await user.ask("GET", path);
        const job = body as { state: string };
        if (!["Open", "UploadComplete", "InProgress"].includes(job.state)) return job;
    }
}

async function bulkQuery(user: AsUser): Promise<string> {
    const query = "SELECT NextStep FROM Opportunity";
    const job = await user.ask("POST", "/jobs/query", { operation: "query", query });
    if (job.status >= 300) return said(job);
    const { state } = await finished(user, `/jobs/query/${(job.body as { id: string }).id}`);
    return state === "JobComplete" ? "ok" : state;
}

async function graphql(user: AsUser): Promise<string> {
    const query = "query { uiapi { query { Opportunity { edges { node { NextStep { value } } } } } } }";
    const { body } = await user.ask("POST", "/graphql", { query });
    const { errors } = body as { errors: { message: string }[] };
    return errors.length === 0 ? "ok" : (/NextStep|Opportunity/.exec(errors[0]?.message ?? "")?.[0] ?? "");
}

async function describeField(user: AsUser): Promise<string> {
    const { status, body } = await user.ask("GET", "/sobjects/Opportunity/describe");
    if (status >= 300) return "NOT_FOUND";
    const { fields, createable, updateable, deletable } = Object(body);
    const field = fields.find(({ name }: { name: string }) => name === "NextStep");
    const object = [createable && "create", updateable && "edit", deletable && "delete"].filter(Boolean).join("+");
    const ways = [field?.createable && "create", field?.updateable && "edit"].filter(Boolean).join("+");
    return `${object}; field ${field === undefined ? "hidden" : ways || "read"}`;
}

const message = { messageSegments: [{ type: "Text", text: "Hello" }] };

/** What each API does with an opportunity of one's own, and with its NextStep. */
export const paths: Readonly<Record<string, Path>> = {
    "REST read": async (user, id) => {
        const answer = await user.ask("GET", `/sobjects/Opportunity/${id}`);
        return answer.status < 300 ? shows(answer.body) : said(answer);
    },
    "REST read of the field": async (user, id) =>
        said(await user.ask("GET", `/sobjects/Opportunity/${id}?fields=NextStep`)),
    "REST create": async (user) => said(await user.ask("POST", "/sobjects/Opportunity", deal)),
    "REST create with the field": async (user) =>
        said(await user.ask("POST", "/sobjects/Opportunity", { ...deal, NextStep: "x" })),
    "REST update": async (user, id) => said(await user.ask("PATCH", `/sobjects/Opportunity/${id}`, { Name: "x" })),
    "REST update of the field": async (user, id) =>
        said(await user.ask("PATCH", `/sobjects/Opportunity/${id}`, { NextStep: "x" })),
    "REST delete": async (user, id) => said(await user.ask("DELETE", `/sobjects/Opportunity/${id}`)),
    "upsert of the field": async (user, id) =>
        said(await user.ask("PATCH", `/sobjects/Opportunity/Id/${id}`, { NextStep: "x" })),
    "collections create": async (user) =>
        saidOfFirst(
            await user.ask("POST", "/composite/sobjects", {
                records: [{ attributes: { type: "Opportunity" }, ...deal, NextStep: "x" }]
            })
        ),
    "collections update": async (user, id) =>
        saidOfFirst(
            await user.ask("PATCH", "/composite/sobjects", {
                records: [{ attributes: { type: "Opportunity" }, Id: id, NextStep: "x" }]
            })
        ),
    "collections delete": async (user, id) => saidOfFirst(await user.ask("DELETE", `/composite/sobjects?ids=${id}`)),
    "collections read": async (user, id) => {
        const answer = await user.ask("GET", `/composite/sobjects/Opportunity?ids=${id}&fields=Id,NextStep`);
        return answer.status < 300 ? shows((answer.body as unknown[])[0]) : said(answer);
    },
    "composite update": async (user, id) => {
        const compositeRequest = [
            { method: "PATCH", url: `${data}/sobjects/Opportunity/${id}`, referenceId: "one", body: { NextStep: "x" } }
        ];
        const { body } = await user.ask("POST", "/composite", { compositeRequest });
        const [one] = Object(body).compositeResponse;
        return said({ status: one.httpStatusCode, body: one.body });
    },
    "SOQL select": (user) => soql(user, "SELECT NextStep FROM Opportunity"),
    "SOQL filter": (user) => soql(user, "SELECT Id FROM Opportunity WHERE NextStep = 'x'"),
    "SOQL order": (user) => soql(user, "SELECT Id FROM Opportunity ORDER BY NextStep"),
    "SOQL group": (user) => soql(user, "SELECT NextStep, COUNT(Id) FROM Opportunity GROUP BY NextStep"),
    "SOQL of a child's parent": (user) => soql(user, "SELECT Opportunity.NextStep FROM OpportunityHistory"),
    "SOQL semi-join": (user) =>
        soql(user, "SELECT Id FROM User WHERE Id IN (SELECT OwnerId FROM Opportunity WHERE NextStep = 'x')"),
    describe: describeField,
    "list of objects": async (user) => {
        const { body } = await user.ask("GET", "/sobjects");
        return Object(body).sobjects.some(({ name }: { name: string }) => name === "Opportunity") ? "shown" : "hidden";
    },
    "UI API record": async (user, id) =>
        said(await user.ask("GET", `/ui-api/records/${id}?fields=Opportunity.NextStep`)),
    "UI API optional field": async (user, id) => {
        const answer = await user.ask("GET", `/ui-api/records/${id}?optionalFields=Opportunity.NextStep`);
        return answer.status < 300 ? shows(Object(answer.body).fields) : said(answer);
    },
    GraphQL: graphql,
    "bulk query": bulkQuery,
    "bulk insert": (user) => ingest(user, "insert", { ...deal, NextStep: "x" }),
    "bulk update": (user, id) => ingest(user, "update", { Id: id, NextStep: "x" }),
    "bulk delete": (user, id) => ingest(user, "delete", { Id: id }),
    "Chatter post": async (user, id) =>
        said(await user.ask("POST", "/chatter/feed-elements", { subjectId: id, body: message })),
    "Chatter feed": async (user, id) => said(await user.ask("GET", `/chatter/feeds/record/${id}/feed-elements`)),
    "runs of tests": async (user) =>
        said(await user.ask("POST", "/tooling/runTestsSynchronous", { testLevel: "RunLocalTests" })),
    "metadata by SOAP": async (user) =>
        user.connection.metadata.list({ type: "Flow" }).then(
            () => "ok",
            (error: { errorCode: string }) => error.errorCode
        )
};
