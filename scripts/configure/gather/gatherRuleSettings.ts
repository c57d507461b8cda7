import { rules } from "c/pwPolicy";
import { z } from "zod";
import type { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt } from "../../audit/gather/refusal.ts";
import { standardPlan } from "../../gate/overlayPlan.ts";
import { ruleRecordValues } from "../../gate/ruleRecord.ts";

const [anyRule] = rules;
const fields = anyRule === undefined ? [] : Object.keys(ruleRecordValues(anyRule, standardPlan));
const blankable = z.string().nullable();
const rowSchema = z.object({
    DeveloperName: z.string(),
    ...Object.fromEntries(fields.map((field) => [field, blankable]))
});

/** What the org's rule records hold, by developer name and field; nothing where there are none to read. */
export async function gatherRuleSettings(
    reader: OrgReader
): Promise<ReadonlyMap<string, Readonly<Record<string, string | null>>>> {
    const soql = `SELECT DeveloperName, ${fields.join(", ")} FROM PW_Rule__mdt ORDER BY DeveloperName`;
    const rows = await attempt(async () => z.array(rowSchema).parse(await reader.query(soql)));
    const found = "value" in rows ? rows.value : [];
    return new Map(found.map(({ DeveloperName, ...values }) => [DeveloperName, values]));
}
