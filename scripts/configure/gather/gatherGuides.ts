import { z } from "zod";
import type { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt } from "../../audit/gather/refusal.ts";
import { guideFrom, guideFields, type StageChoice } from "../stageChoice.ts";

const blankable = z.string().nullable();
const rowSchema = z.object({
    Stage__c: z.string(),
    ...Object.fromEntries(guideFields.map((field) => [field, blankable]))
});

/** By stage, what the org's records for every record type say of it; none where they can't be read, or say nothing. */
export async function gatherGuides(reader: OrgReader): Promise<ReadonlyMap<string, StageChoice>> {
    const soql = `SELECT Stage__c, ${guideFields.join(", ")} FROM PW_Stage__mdt WHERE Record_Type__c = '*' ORDER BY Stage__c`;
    const rows = await attempt(async () => z.array(rowSchema).parse(await reader.query(soql)));
    const found = "value" in rows ? rows.value : [];
    return new Map(
        found.flatMap((row) => {
            const guide = guideFrom((field) => (row as Readonly<Record<string, string | null>>)[field] ?? null);
            return guide === null ? [] : [[row.Stage__c, guide] as const];
        })
    );
}
