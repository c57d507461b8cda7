/** The ways by which a client saves opportunities, each with what the answer tells of a refusal. */
import { parse } from "csv-parse/sync";
import { wanted, type Fields, type GateOrg } from "./gateOrg.ts";

export interface Save {
    /** Null: a new record, which has a name of its own. */
    readonly id: string | null;
    readonly fields: Fields;
    /** As whom; undefined is the administrator. */
    readonly token?: string | undefined;
}

/** `StageName: message` of each refusal; none where it was saved. */
export type Refusals = readonly string[];

export interface Door {
    readonly name: string;
    /** False where the answer holds the first refusal of a record only. */
    readonly tellsAll: boolean;
    /** Every save by itself; what came of each, in order. */
    save(org: GateOrg, saves: readonly Save[]): Promise<Refusals[]>;
}

interface RestError {
    readonly message: string;
    readonly fields?: readonly string[];
}

const told = ({ message, fields = [] }: RestError): string => `${fields.join()}: ${message}`;
const path = (id: string | null): string => (id === null ? "/sobjects/Opportunity" : `/sobjects/Opportunity/${id}`);

async function byRest(org: GateOrg, { id, fields, token }: Save): Promise<Refusals> {
    const { status, body } = await org.send(id === null ? "POST" : "PATCH", path(id), fields, token);
    return status < 300 ? [] : (body as RestError[]).map(told);
}

interface UiProblem extends RestError {
    readonly output: {
        readonly errors: readonly RestError[];
        readonly fieldErrors: Readonly<Record<string, readonly RestError[]>>;
    };
}

async function byUiApi(org: GateOrg, { id, fields, token }: Save): Promise<Refusals> {
    const { status, body } =
        id === null
            ? await org.send("POST", "/ui-api/records", { apiName: "Opportunity", fields }, token)
            : await org.send("PATCH", `/ui-api/records/${id}`, { fields }, token);
    if (status < 300) return [];
    const [problem] = body as UiProblem[];
    const { errors = [], fieldErrors = {} } = problem?.output ?? {};
    const ofFields = Object.entries(fieldErrors).flatMap(([field, all]) =>
        all.map(({ message }) => told({ message, fields: [field] }))
    );
    const refusals = [...ofFields, ...errors.map(told)];
    return refusals.length > 0 || problem === undefined ? refusals : [told(problem)];
}

async function byComposite(org: GateOrg, saves: readonly Save[]): Promise<Refusals[]> {
    const compositeRequest = saves.map(({ id, fields }, place) => ({
        ...{ method: id === null ? "POST" : "PATCH", url: `/services/data/v66.0${path(id)}` },
        ...{ referenceId: `save${place}`, body: fields }
    }));
    const answer = await org.send("POST", "/composite", { allOrNone: false, compositeRequest }, saves[0]?.token);
    const { compositeResponse } = wanted(answer) as {
        compositeResponse: readonly { httpStatusCode: number; body: RestError[] }[];
    };
    return compositeResponse.map(({ httpStatusCode, body }) => (httpStatusCode < 300 ? [] : body.map(told)));
}

async function byCollection(org: GateOrg, saves: readonly Save[]): Promise<Refusals[]> {
    const isNew = saves[0]?.id === null;
    const records = saves.map(({ id, fields }) => ({
        ...{ attributes: { type: "Opportunity" } },
        ...(id === null ? {} : { Id: id }),
        ...fields
    }));
    const method = isNew ? "POST" : "PATCH";
    const answer = await org.send(method, "/composite/sobjects", { allOrNone: false, records }, saves[0]?.token);
    return (wanted(answer) as { errors: RestError[] }[]).map(({ errors }) => errors.map(told));
}

async function byBulk(org: GateOrg, saves: readonly Save[]): Promise<Refusals[]> {
    const [first] = saves;
    const operation = first?.id === null ? "insert" : "update";
    const key = operation === "insert" ? "Name" : "Id";
    const rows = saves.map(({ id, fields }) => ({ ...(id === null ? {} : { Id: id }), ...fields }) as Fields);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
    const csv = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n");
    const jobs = "/jobs/ingest";
    const job = wanted(await org.send("POST", jobs, { object: "Opportunity", operation }, first?.token)) as Job;
    wanted(await org.send("PUT", `${jobs}/${job.id}/batches`, csv, first?.token));
    wanted(await org.send("PATCH", `${jobs}/${job.id}`, { state: "UploadComplete" }, first?.token));
    const problem = await problemOf(org, `${jobs}/${job.id}`, first?.token);
    if (problem !== null) return saves.map(() => [problem]);
    const failed = wanted(await org.send("GET", `${jobs}/${job.id}/failedResults`, undefined, first?.token));
    const refusals = new Map(
        (parse(String(failed), { columns: true }) as Record<string, string>[]).map((row) => [
            row[key],
            row["sf__Error"]
        ])
    );
    return rows.map((row) => {
        const [, message, field] = /^[A-Z_]+:([\s\S]*):(\w*) ?--$/.exec(refusals.get(String(row[key])) ?? "") ?? [];
        return message === undefined ? [] : [`${field}: ${message}`];
    });
}

interface Job {
    readonly id: string;
    readonly state?: string;
    readonly errorMessage?: string;
}

/** Why the job failed as a whole; null where it didn't. Each question lets the org take its next turn. */
async function problemOf(org: GateOrg, job: string, token: string | undefined): Promise<string | null> {
    for (let asked = 0; asked < 1000; asked += 1) {
        const { state, errorMessage } = wanted(await org.send("GET", job, undefined, token)) as Job;
        if (state === "JobComplete") return null;
        if (state === "Failed") return errorMessage ?? "failed";
    }
    throw new Error(`${job} does not end.`);
}

/** In groups of at most `most` that one request can hold: of one user, all new or none. */
function inGroups(
    most: number,
    saveGroup: (org: GateOrg, saves: readonly Save[]) => Promise<Refusals[]>
): Door["save"] {
    return async (org, saves) => {
        const groups = new Map<string, Save[]>();
        for (const save of saves) {
            const key = `${save.id === null} ${save.token ?? ""}`;
            groups.set(key, [...(groups.get(key) ?? []), save]);
        }
        const outcomes = new Map<Save, Refusals>();
        for (const group of groups.values()) {
            for (let start = 0; start < group.length; start += most) {
                const part = group.slice(start, start + most);
                (await saveGroup(org, part)).forEach((refusals, place) => {
                    const save = part[place];
                    if (save !== undefined) outcomes.set(save, refusals);
                });
            }
        }
        return saves.map((save) => outcomes.get(save) ?? ["no answer"]);
    };
}

const oneByOne = (saveOne: (org: GateOrg, save: Save) => Promise<Refusals>): Door["save"] =>
    inGroups(1, async (org, [save]) => (save === undefined ? [] : [await saveOne(org, save)]));

export const collections: Door = { name: "Collections", tellsAll: true, save: inGroups(200, byCollection) };

export const doors: readonly Door[] = [
    { name: "REST", tellsAll: true, save: oneByOne(byRest) },
    collections,
    { name: "Bulk API 2.0", tellsAll: false, save: inGroups(10_000, byBulk) },
    { name: "Composite", tellsAll: true, save: inGroups(25, byComposite) },
    { name: "UI API", tellsAll: true, save: oneByOne(byUiApi) }
];
