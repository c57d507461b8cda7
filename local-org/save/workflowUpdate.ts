import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { noteChanges } from "./history.ts";
import { inTransaction } from "./inTransaction.ts";
import { loadRecords } from "./loadRecords.ts";
import { outcomeOf } from "./outcomes.ts";
import { saveParents } from "./parents.ts";
import type { SaveBatch } from "./pendingRecord.ts";
import { runSaveOrder } from "./saveBatch.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import { standardBehaviourOf } from "./standard/standardBehaviour.ts";
import { checkGivenValues, checkValues } from "./systemValidation.ts";
import { writeRecords } from "./writeRecords.ts";

/**
 * Changes records as the field updates of a workflow or an approval do (step 11): system validation runs,
 * validation rules and flows don't, and the platform still does what it does by itself: a new stage brings
 * its probability, parents their sums. One outcome a record; one refusal keeps none from the others.
 */
export function workflowUpdate(
    org: Org,
    user: RunningUser,
    object: ObjectSchema,
    given: readonly RecordValues[]
): SaveOutcome[] {
    return inTransaction(org, user, `workflow update ${object.name}`, (transaction) =>
        given.map((values) => {
            const records = loadRecords(org, "update", object, [values]);
            transaction.tryOut(() => {
                update({ org, object, user, transaction, isAutomated: true, records });
                return records.every((record) => record.errors.length === 0);
            });
            const outcomes = records.map(outcomeOf);
            transaction.counts[outcomes[0]?.success === true ? "records" : "refused"] += 1;
            return outcomes;
        })
    ).flat();
}

function update(batch: SaveBatch): void {
    const standard = standardBehaviourOf(batch);
    const checked = checkGivenValues(batch);
    standard.beforeFlows();
    standard.afterFlows();
    checkValues(batch, checked);
    writeRecords(batch);
    standard.afterWrite();
    noteChanges(batch);
    saveParents(batch, runSaveOrder);
}
