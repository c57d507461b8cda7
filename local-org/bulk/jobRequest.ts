import { OrgError } from "../orgError.ts";
import { delimiters, lineEndings } from "./csvForm.ts";
import type { CsvForm } from "./csvForm.ts";

/** The form that a job's body asks for; commas and line feeds unless it says more. Throws OrgError. */
export function formOf(body: Readonly<Record<string, unknown>>): CsvForm {
    const contentType = body["contentType"] ?? "CSV";
    if (contentType !== "CSV") throw invalidJob(`The contentType of a job must be CSV; ${text(contentType)} is not.`);
    return {
        columnDelimiter: oneOf(body, "columnDelimiter", delimiters, "COMMA"),
        lineEnding: oneOf(body, "lineEnding", lineEndings, "LF")
    };
}

/** Throws the platform's error for a body with names that no such job has. */
export function checkNames(body: Readonly<Record<string, unknown>>, names: readonly string[]): void {
    const unknown = Object.keys(body).find((name) => !names.includes(name));
    if (unknown !== undefined) {
        throw new OrgError("JSON_PARSER_ERROR", `Unrecognized field "${unknown.slice(0, 80)}" of a job.`);
    }
}

export function requiredText(body: Readonly<Record<string, unknown>>, name: string): string {
    const value = body[name];
    if (typeof value === "string" && value !== "") return value;
    throw invalidJob(`A job needs a text ${name}.`);
}

export const invalidJob = (message: string): OrgError => new OrgError("INVALIDJOB", message);

export const invalidState = (message: string): OrgError => new OrgError("INVALIDJOBSTATE", message);

function oneOf<T extends object>(
    body: Readonly<Record<string, unknown>>,
    name: string,
    values: T,
    fallback: keyof T & string
): keyof T & string {
    const value = body[name];
    if (value === undefined || value === null) return fallback;
    if (typeof value === "string" && Object.hasOwn(values, value)) return value as keyof T & string;
    throw invalidJob(`${name} must be one of ${Object.keys(values).join(", ")}; ${text(value)} is not.`);
}

export const text = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 80);
