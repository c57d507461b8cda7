import { createHash } from "node:crypto";

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
    return isTold ? name : `${name.slice(0, longest - 7).replaceAll(/_+$/g, "")}_${hashOf(recordType, stage)}`;
}

function hashOf(...texts: readonly string[]): string {
    return createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 6);
}
