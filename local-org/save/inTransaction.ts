import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import { saveInAttempts } from "./attempts.ts";
import { runTransaction } from "./openTransaction.ts";
import type { OpenTransaction } from "./openTransaction.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import type { AutomatedSave } from "./transaction.ts";

/**
 * Runs the work in a transaction of its own, as the user. `request` says in a few words what it is, for
 * the log. Throws what the work throws, LimitExceeded above all; nothing of it is kept then.
 */
export function inTransaction<T>(
    org: Org,
    user: RunningUser,
    request: string,
    work: (transaction: OpenTransaction) => T
): T {
    const saveWithin = (transaction: OpenTransaction, automated: AutomatedSave): SaveOutcome[] => {
        const object = org.schema.object(automated.objectName);
        if (object === undefined) throw new Error(`This org has no object ${automated.objectName}.`);
        const setting = { org, object, user, transaction, isAutomated: true };
        return saveInAttempts(setting, { ...automated, allOrNone: false });
    };
    return runTransaction({ org, user, request, saveWithin, generation: 0 }, work);
}
