import { postAllToFeed } from "../chatter/postToFeed.ts";
import { sendNotification } from "../notifications/sendNotification.ts";
import { OrgError } from "../orgError.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Filters } from "./compiledFlow.ts";
import { faultMessage } from "./dataStep.ts";
import type { DataAnswer, DataRequest } from "./dataStep.ts";
import type { DataElement, DeleteElement, UpdateElement } from "./flowElements.ts";
import type { FlowRow, Run } from "./interview.ts";
import { lookUpTogether } from "./lookUpTogether.ts";
import { saveTogether } from "./saveTogether.ts";

/** Carries out an element for all interviews that have reached it: one query, one data statement. */
export function carryOut(run: Run, element: DataElement, requests: readonly DataRequest[]): DataAnswer[] {
    switch (element.kind) {
        case "recordLookups": {
            const search = { object: objectNamed(run, element.objectName), where: element.where, sort: element.sort };
            const found = lookUpTogether(run, search, requests.map(askedIn));
            return found.map((rows) => ({ rows: rows.map((values) => rowOf(search.object, values)) }));
        }
        case "recordCreates":
            return saveGiven(run, element.kind, requests);
        case "recordUpdates":
        case "recordDeletes":
            return "records" in element.target
                ? saveGiven(run, element.kind, requests)
                : saveFound(run, element, element.target.objectName, element.where, requests);
        case "actionCalls":
            return post(run, requests);
        case "notify":
            return requests.map((request) => notify(run, request));
    }
}

type SavingKind = "recordCreates" | "recordUpdates" | "recordDeletes";

function saveGiven(run: Run, kind: SavingKind, requests: readonly DataRequest[]): DataAnswer[] {
    const saves = requests.map((request) => (request.kind === "save" ? request : unfit(request)));
    return saveTogether(
        run,
        kind,
        saves[0]?.objectName ?? "",
        saves.map(({ records }) => records)
    );
}

/** Looks the records up first, which counts as a query. */
function saveFound(
    run: Run,
    { kind }: UpdateElement | DeleteElement,
    objectName: string,
    where: Filters,
    requests: readonly DataRequest[]
): DataAnswer[] {
    const saves = requests.map((request) => (request.kind === "saveFound" ? request : unfit(request)));
    const search = { object: objectNamed(run, objectName), where, sort: null };
    const found = lookUpTogether(
        run,
        search,
        saves.map(({ asked }) => asked)
    );
    const groups = found.map((rows, index) => rows.map((row) => ({ Id: row["Id"] ?? null, ...saves[index]?.values })));
    return saveTogether(run, kind, objectName, groups);
}

function post(run: Run, requests: readonly DataRequest[]): DataAnswer[] {
    const posts = requests.map((request) => (request.kind === "post" ? request : unfit(request)));
    return postAllToFeed(run.org, run.user, run.transaction, posts).map((outcome) =>
        "id" in outcome
            ? { ids: [outcome.id] }
            : { fault: faultMessage("actionCalls", outcome.refusal.errorCode, outcome.refusal.message) }
    );
}

function notify({ org }: Run, request: DataRequest): DataAnswer {
    if (request.kind !== "notify") return unfit(request);
    try {
        sendNotification(org, request);
        return { ids: [] };
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { fault: faultMessage("notify", error.errorCode, error.message) };
    }
}

function askedIn(request: DataRequest): Extract<DataRequest, { kind: "lookUp" }>["asked"] {
    return request.kind === "lookUp" ? request.asked : unfit(request);
}

function rowOf(object: ObjectSchema, values: FlowRow["values"]): FlowRow {
    return { objectName: object.name, values, assigned: new Set() };
}

function objectNamed({ org }: Run, name: string): ObjectSchema {
    const object = org.schema.object(name);
    if (object === undefined) throw new Error(`The object ${name} is gone.`);
    return object;
}

function unfit({ kind }: DataRequest): never {
    throw new Error(`A request of kind ${kind} came to an element of another kind.`);
}
