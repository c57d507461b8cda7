import { levels, type Level } from "c/pwPolicy";
import { plain } from "./stageChoice.ts";

/** A field and its value, as records of custom metadata are written and retrieved. */
const value = /<field>\s*(\w+)\s*<\/field>\s*<value\b[^>]*?(?:\/>|>([^<]*)<\/value>)/g;
const level = /(<field>\s*Level__c\s*<\/field>\s*)<value\b[^>]*?(?:\/>|>[^<]*<\/value>)/;

/** By field, what the text of a record's file holds; null is blank. */
export function valuesInRecord(text: string): ReadonlyMap<string, string | null> {
    return new Map(
        [...text.matchAll(value)].map(([, field = "", written]) => [
            field,
            written === undefined || written === "" ? null : plain(written)
        ])
    );
}

/** The level in the text of a rule record's file; null where it has none that we know. */
export function levelInRecord(text: string): Level | null {
    const written = valuesInRecord(text).get("Level__c");
    return levels.find((each) => each === written) ?? null;
}

/** The text with another level and every other character as it was; null where it has no place for a level. */
export function withLevelInRecord(text: string, to: Level): string | null {
    if (!level.test(text)) return null;
    return text.replace(level, `$1<value xsi:type="xsd:string">${to}</value>`);
}
