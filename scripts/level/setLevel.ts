import type { RecordRule } from "c/pwPolicy";
import { OrgRefusal } from "../audit/gather/refusal.ts";
import { CannotStart } from "../cannotStart.ts";
import { deployZip } from "../deploys/deployZip.ts";
import { noteInJournal, type LevelRun } from "./levelRun.ts";
import { levelOf, readRuleRecord, recordPackage, withLevel, zipOf, type RecordReader } from "./ruleRecord.ts";

/**
 * Deploys the rule's record with the level `to` and everything else as the org has it now. Throws `CannotStart` where
 * the level isn't `from` any more, and where the org refuses.
 */
export async function setLevel(
    connection: RecordReader,
    rule: RecordRule,
    run: LevelRun,
    { from, to }: { readonly from: string | null; readonly to: string | null }
): Promise<void> {
    const record = await readRuleRecord(connection, rule);
    const now = levelOf(record);
    if (now === to) return;
    if (now !== from) {
        throw new CannotStart(
            `${rule.id} stands at ${now ?? "no level"} by now, not at ${from ?? "no level"}: somebody changed it meanwhile, and it was left alone.`
        );
    }
    noteInJournal(run, { writing: record.fullName, from, to });
    try {
        const failures = await deployZip(connection, await zipOf(recordPackage(withLevel(record, to))));
        const problems = failures.map(({ problem }) => problem);
        noteInJournal(run, problems.length === 0 ? { written: record.fullName } : { refused: problems });
        if (problems.length > 0) throw new CannotStart(`The org refused the level: ${problems.join("; ")}`);
    } catch (error) {
        if (error instanceof OrgRefusal) throw new CannotStart(`The org refused the level: ${error.message}`);
        throw error;
    }
}
