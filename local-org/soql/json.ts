import { Decimal } from "decimal.js";
import type { Kind } from "./operand.ts";

export type JsonValue = string | number | boolean | null | JsonRecord | JsonChildren;

/** A record as the REST API gives it; `attributes` first. */
export interface JsonRecord {
    attributes: { type: string; url?: string };
    [name: string]: unknown;
}

/** What a child sub-select yields for one parent that has children. */
export interface JsonChildren {
    totalSize: number;
    done: boolean;
    records: JsonRecord[];
}

export type Row = Record<string, string | bigint | null>;

/** A stored value as the REST API writes it: numbers as numbers, times with `+0000`. */
export function jsonValue(stored: string | bigint | null, kind: Kind, scale: number): string | number | boolean | null {
    if (stored === null) return null;
    switch (kind) {
        case "boolean":
            return stored === 1n;
        case "number":
            return Number(`${stored}e-${scale}`);
        case "datetime":
            return String(stored).replace("Z", "+0000");
        default:
            return String(stored);
    }
}

export function recordAttributes(objectName: string, id: string, apiVersion: string): { type: string; url: string } {
    return { type: objectName, url: `/services/data/v${apiVersion}/sobjects/${objectName}/${id}` };
}

/** The exact quotient, rounded once to the double that JSON carries. Null where nothing was counted. */
export function averageValue(sum: string | bigint | null, count: string | bigint | null, scale: number): number | null {
    if (typeof sum !== "bigint" || typeof count !== "bigint" || count === 0n) return null;
    return new Decimal(`${sum}e-${scale}`).dividedBy(count.toString()).toNumber();
}
