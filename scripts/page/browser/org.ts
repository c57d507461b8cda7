import { settings } from "./settings.ts";

/** The org said no, in its own words. */
export class Refused extends Error {
    readonly status: number;
    /** As it came, for those who read it in the platform's shape. */
    readonly body: unknown;

    constructor(status: number, body: unknown) {
        super(sentencesIn(body).join(" "));
        this.name = "Refused";
        this.status = status;
        this.body = body;
    }
}

/** Field values of one record by name; parents are nested. */
export interface Row {
    readonly [field: string]: unknown;
}

/** Asks the org as the chosen user. Throws `Refused`, or TypeError when it can't be reached. */
export async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`/${settings.user}/services/data/v${settings.apiVersion}${path}`, {
        method,
        headers: { "Content-Type": "application/json", "Accept-Language": settings.language },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    const answer: unknown = text === "" ? null : JSON.parse(text);
    if (!response.ok) {
        throw new Refused(response.status, answer);
    }
    return answer;
}

export async function query(soql: string): Promise<readonly Row[]> {
    const answer = (await ask("GET", `/query?q=${encodeURIComponent(soql)}`)) as { records: readonly Row[] };
    return answer.records;
}

export async function create(object: string, fields: Row): Promise<void> {
    await ask("POST", `/sobjects/${object}`, fields);
}

export async function update(object: string, id: string, fields: Row): Promise<void> {
    await ask("PATCH", `/sobjects/${object}/${id}`, fields);
}

/** Text for a SOQL literal, quotes included. */
export function quoted(text: string): string {
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** The same inside LIKE, where `%` and `_` would mean more than themselves. */
export function quotedPart(text: string): string {
    return `'%${quoted(text).slice(1, -1).replaceAll("%", "\\%").replaceAll("_", "\\_")}%'`;
}

function sentencesIn(body: unknown): string[] {
    const errors = Array.isArray(body) ? body : [body];
    return errors.map((error: { message?: unknown } | null) => String(error?.message ?? "The org could not answer."));
}
