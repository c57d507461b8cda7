import { OrgError } from "../../orgError.ts";
import type { Call, Reply, Route } from "../call.ts";
import { ok } from "../call.ts";
import { isJsonObject, jsonObject } from "../givenRecord.ts";
import type { JsonObject } from "../givenRecord.ts";
import { filledIn } from "../compositeReferences.ts";
import type { SubReply } from "../services.ts";
import { checkSubrequest, isCountedApart } from "./subrequests.ts";

const mostRequests = 25;
const mostQueries = 5;

/** Several requests in one, later ones naming what earlier ones answered. */
export const compositeRoutes: readonly Route[] = [{ method: "POST", path: "/composite", answer: composite }];

interface Answered {
    readonly referenceId: string;
    readonly reply: SubReply;
}

class RolledBack extends Error {}

function composite(call: Call): Reply {
    const { compositeRequest: requests, allOrNone } = jsonObject(call.body);
    if (!Array.isArray(requests) || requests.length === 0 || requests.length > mostRequests) {
        throw new OrgError("JSON_PARSER_ERROR", `compositeRequest must be a list of 1 to ${mostRequests} subrequests.`);
    }
    const subrequests = requests.map((request) => jsonObject(request));
    checkReferenceIds(subrequests);
    if (subrequests.filter(({ url }) => isCountedApart(String(url))).length > mostQueries) {
        const message = `At most ${mostQueries} subrequests may be queries or sObject Collections.`;
        throw new OrgError("REQUEST_LIMIT_EXCEEDED", message);
    }
    return ok({ compositeResponse: (allOrNone === true ? answerAllOrNone : answerEach)(call, subrequests).map(shown) });
}

function checkReferenceIds(subrequests: readonly JsonObject[]): void {
    const ids = subrequests.map((request) => request["referenceId"]);
    const wrong = ids.find(
        (id, place) => typeof id !== "string" || !/^[A-Za-z]\w*$/.test(id) || ids.indexOf(id) !== place
    );
    if (wrong !== undefined || ids.includes(undefined)) {
        throw new OrgError(
            "JSON_PARSER_ERROR",
            `Each subrequest needs a referenceId of its own; ${String(wrong)} is not one.`
        );
    }
}

function answerEach(call: Call, subrequests: readonly JsonObject[]): Answered[] {
    const answered = new Map<string, SubReply>();
    for (const request of subrequests) {
        answered.set(String(request["referenceId"]), answerOne(call, request, answered));
    }
    return [...answered].map(([referenceId, reply]) => ({ referenceId, reply }));
}

function answerOne(call: Call, request: JsonObject, answered: ReadonlyMap<string, SubReply>): SubReply {
    try {
        const filled = jsonObject(filledIn({ method: "GET", ...request }, answered));
        checkSubrequest(String(filled["url"]));
        const headers = isJsonObject(filled["httpHeaders"]) ? filled["httpHeaders"] : {};
        return call.services.answerWithin(call, {
            method: String(filled["method"]).toUpperCase(),
            url: String(filled["url"]),
            headers: Object.fromEntries(
                Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
            ),
            body: filled["body"]
        });
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { status: 400, body: [{ errorCode: error.errorCode, message: error.message }], headers: {} };
    }
}

/** One failure undoes all; the others say that they were rolled back. */
function answerAllOrNone(call: Call, subrequests: readonly JsonObject[]): Answered[] {
    let answers: Answered[] = [];
    try {
        call.org.store.transaction(() => {
            answers = answerEach(call, subrequests);
            if (answers.some(({ reply }) => reply.status >= 400)) throw new RolledBack();
        });
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        return answers.map((answer) => (answer.reply.status >= 400 ? answer : { ...answer, reply: halted }));
    }
    return answers;
}

const halted: SubReply = {
    status: 400,
    headers: {},
    body: [
        {
            errorCode: "PROCESSING_HALTED",
            message: "The transaction was rolled back since another operation in the same transaction failed."
        }
    ]
};

function shown({ referenceId, reply }: Answered) {
    return { body: reply.body ?? null, httpHeaders: reply.headers, httpStatusCode: reply.status, referenceId };
}
