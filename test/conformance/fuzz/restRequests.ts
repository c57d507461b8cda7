import { data, get, send } from "../hostile/hostileCase.ts";
import type { RawRequest } from "../hostile/ask.ts";
import type { Dice } from "./dice.ts";
import { objects, recordOf, spelled } from "./objects.ts";
import { anySoql } from "./soql.ts";
import { anyId, anyJson, anyNumber, anyText, encoded } from "./values.ts";

export function queryRequest(dice: Dice): RawRequest {
    const path = dice.pick(["query", "query", "query", "queryAll", "tooling/query"]);
    const more = dice.chance(0.1) ? dice.pick(["&columns=true", "&explain=", "&q=SELECT"]) : "";
    const headers = dice.chance(0.2)
        ? { "Sforce-Query-Options": `batchSize=${dice.pick(["200", "1", "-1", "x", "99999"])}` }
        : {};
    if (dice.chance(0.05)) return get(`${data}/query/${encoded(anyText(dice))}`);
    return get(`${data}/${path}?q=${encoded(anySoql(dice))}${more}`, { headers });
}

export function recordRequest(dice: Dice): RawRequest {
    const object = dice.pick(objects);
    const base = `${data}/sobjects/${encoded(spelled(dice, object.name))}`;
    const one = `${base}/${encoded(anyId(dice, object.id))}`;
    return dice.weigh<() => RawRequest>([
        [3, () => send("POST", base, recordOf(dice, object))],
        [3, () => send("PATCH", one, recordOf(dice, object))],
        [3, () => get(one + (dice.chance(0.3) ? `?fields=${encoded(spelled(dice, "Name"))},Id` : ""))],
        [1, () => ({ method: "DELETE", path: one })],
        [
            1,
            () =>
                send("PATCH", `${base}/${encoded(spelled(dice, "Id"))}/${encoded(anyId(dice))}`, recordOf(dice, object))
        ],
        [1, () => get(base)],
        [1, () => send(dice.pick(["PUT", "POST", "PATCH"]), one, anyJson(dice))],
        [1, () => ({ method: dice.pick(["HEAD", "OPTIONS", "POST"]), path: one })]
    ])();
}

export function collectionRequest(dice: Dice): RawRequest {
    const records = dice.many(4, () => {
        const object = dice.pick(objects);
        return {
            attributes: { type: spelled(dice, object.name) },
            ...(dice.chance(0.4) ? { Id: anyId(dice, object.id) } : {}),
            ...recordOf(dice, object)
        };
    });
    const body = { allOrNone: dice.chance(0.5), records: dice.chance(0.95) ? records : anyJson(dice) };
    const idList = [anyId(dice), ...dice.many(3, () => anyId(dice))].map(encoded).join(",");
    return dice.weigh<() => RawRequest>([
        [4, () => send("POST", `${data}/composite/sobjects`, body)],
        [3, () => send("PATCH", `${data}/composite/sobjects`, body)],
        [1, () => send("PATCH", `${data}/composite/sobjects/Account/Id`, body)],
        [2, () => get(`${data}/composite/sobjects/Account?ids=${idList}&fields=Name,Id`)],
        [
            1,
            () => ({
                method: "DELETE",
                path: `${data}/composite/sobjects?ids=${idList}&allOrNone=${dice.pick(["true", "false", "x"])}`
            })
        ]
    ])();
}

export function compositeRequest(dice: Dice): RawRequest {
    const names = ["a", "b", "c", "d"];
    const subrequests = [0, ...dice.many(3, () => 0)].map((_, place) => {
        const inner = dice.pick([queryRequest, recordRequest, recordRequest, collectionRequest])(dice);
        const body = typeof inner.body === "string" ? parsed(inner.body) : undefined;
        const referring = dice.chance(0.2)
            ? { url: `${data}/sobjects/Account/@{${dice.pick(["a.id", "b.records[0].Id", "a.__proto__", "z.id"])}}` }
            : {};
        return {
            method: inner.method,
            url: inner.path,
            referenceId: dice.chance(0.95) ? (names[place] ?? "x") : anyText(dice),
            ...(body === undefined ? {} : { body }),
            ...referring
        };
    });
    return send("POST", `${data}/composite${dice.chance(0.1) ? "/batch" : ""}`, {
        allOrNone: dice.chance(0.5),
        compositeRequest: subrequests
    });
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        if (error instanceof SyntaxError) return text;
        throw error;
    }
}

export function describeRequest(dice: Dice): RawRequest {
    return get(
        dice.pick([
            `${data}/sobjects`,
            `${data}/sobjects/${encoded(spelled(dice, dice.pick(objects).name))}/describe`,
            `${data}/limits`,
            `${data}/recent`,
            `${data}/tooling/sobjects/SourceMember/describe`,
            `${data}/`,
            "/services/data",
            "/services/oauth2/userinfo",
            `/services/data/v${dice.pick(["51.0", "66.0", "67.0", "0", "x"])}/limits`,
            `${data}/sobjects/${encoded(anyText(dice))}/listviews`,
            `${data}/parameterizedSearch?q=${encoded(anyText(dice))}`
        ])
    );
}

export function bulkRequest(dice: Dice): RawRequest {
    const job = `750${String(dice.roll(400)).padStart(12, "0")}AAA`;
    const kind = dice.pick(["ingest", "query"]);
    const object = dice.pick(objects);
    const rows = dice.many(4, () => `${String(recordOf(dice, object)["Name"] ?? anyText(dice))},${anyNumber(dice)}`);
    const options = {
        lineEnding: dice.pick(["LF", "CRLF", "x"]),
        columnDelimiter: dice.pick(["COMMA", "TAB", "x"]),
        contentType: "CSV"
    };
    return dice.weigh<() => RawRequest>([
        [
            3,
            () =>
                send("POST", `${data}/jobs/ingest`, {
                    object: spelled(dice, object.name),
                    operation: dice.pick(["insert", "update", "upsert", "delete", "hardDelete", "x"]),
                    ...(dice.chance(0.3) ? options : {}),
                    ...(dice.chance(0.3) ? { externalIdFieldName: "Id" } : {})
                })
        ],
        [
            3,
            () =>
                send("POST", `${data}/jobs/query`, {
                    operation: dice.pick(["query", "queryAll", "x"]),
                    query: anySoql(dice),
                    ...(dice.chance(0.2) ? options : {})
                })
        ],
        [
            3,
            () =>
                send("PUT", `${data}/jobs/ingest/${job}/batches`, ["Name,AnnualRevenue", ...rows].join("\n"), {
                    headers: { "Content-Type": "text/csv" }
                })
        ],
        [
            2,
            () => send("PATCH", `${data}/jobs/${kind}/${job}`, { state: dice.pick(["UploadComplete", "Aborted", "x"]) })
        ],
        [2, () => get(`${data}/jobs/${kind}/${job}`)],
        [
            2,
            () =>
                get(
                    `${data}/jobs/query/${job}/results?maxRecords=${dice.pick(["1", "50000", "0", "x"])}${dice.chance(0.3) ? `&locator=${encoded(anyText(dice))}` : ""}`
                )
        ],
        [
            1,
            () =>
                get(
                    `${data}/jobs/ingest/${job}/${dice.pick(["successfulResults", "failedResults", "unprocessedrecords", "x"])}`
                )
        ],
        [1, () => ({ method: "DELETE", path: `${data}/jobs/${kind}/${job}` })],
        [1, () => get(`${data}/jobs/${kind}?isPkChunkingEnabled=false&queryLocator=${encoded(anyText(dice))}`)]
    ])();
}
