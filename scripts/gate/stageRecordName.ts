import { createHash } from "node:crypto";
import type { PlacedProcess } from "./placeProcesses.ts";

/** The platform's limit of a record's developer name. */
const longest = 40;

/**
 * The developer name of a stage's record: "All_Id_Decision_Makers" for "Id. Decision Makers" and "*". A stage whose
 * name a developer name can't tell, or is too long for, gets one that ends with its hash: it stays the same whatever
 * other stages there are.
 */
export function stageRecordName(recordType: string, stage: string): string {
    const prefix = recordType === "*" ? "All" : recordType;
    const letters = stage.replaceAll(/[^A-Za-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
    const name = `${prefix}_${letters}`;
    const isAmbiguous = recordType.toLowerCase() === "all";
    const isTold = /^[\x20-\x7e]*$/.test(stage) && letters !== "" && name.length <= longest && !isAmbiguous;
    return isTold ? name : hashedName(recordType, stage);
}

/** The same with the hash, whatever the stage. */
export function hashedName(recordType: string, stage: string): string {
    const letters = stage.replaceAll(/[^A-Za-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
    const name = `${recordType === "*" ? "All" : recordType}_${letters}`;
    return `${name.slice(0, longest - 7).replaceAll(/_+$/g, "")}_${hashOf(recordType, stage)}`;
}

/**
 * The names of an org's stage records: as above, but each of those that would be the same gets its hash. An org tells
 * developer names apart in no case of letters.
 */
export function stageRecordNames(processes: readonly PlacedProcess[]): (recordType: string, stage: string) => string {
    const names = processes.flatMap(({ recordType, stages }) =>
        stages.map((stage) => stageRecordName(recordType, stage.name).toLowerCase())
    );
    const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return (recordType, stage) => {
        const name = stageRecordName(recordType, stage);
        return shared.has(name.toLowerCase()) ? hashedName(recordType, stage) : name;
    };
}

function hashOf(...texts: readonly string[]): string {
    return createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 6);
}
