import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import { saveInAttempts } from "../save/attempts.ts";
import { inTransaction } from "../save/inTransaction.ts";
import { outcomePastLimit, rolledBackOutcome } from "../save/outcomes.ts";
import { saveRecords } from "../save/saveRecords.ts";
import type { SaveOutcome, SaveRequest } from "../save/saveRecords.ts";
import { LimitExceeded } from "../save/transaction.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Call } from "./call.ts";

export interface CollectionItem {
    readonly operation: SaveRequest["operation"];
    readonly object: ObjectSchema;
    readonly values: RecordValues;
}

/**
 * Saves records of any objects in the order given; neighbours of one object are saved together. An item
 * that is an error is an outcome already. With `allOrNone` one refusal leaves nothing saved, and all of it
 * is one transaction; without it each group of neighbours is.
 */
export function saveCollection(
    call: Pick<Call, "org" | "user">,
    items: readonly (CollectionItem | OrgError)[],
    allOrNone: boolean
): SaveOutcome[] {
    const { org, user } = call;
    if (allOrNone) return saveAllOrNone(call, items);
    return neighbours(items).flatMap((group) =>
        saveGroup(group, (request) => saveRecords(org, { ...request, user, allOrNone: false }))
    );
}

function saveAllOrNone(
    { org, user }: Pick<Call, "org" | "user">,
    items: readonly (CollectionItem | OrgError)[]
): SaveOutcome[] {
    let outcomes: SaveOutcome[] = [];
    try {
        inTransaction(org, user, "collection", (transaction) => {
            transaction.tryOut(() => {
                outcomes = neighbours(items).flatMap((group) =>
                    saveGroup(group, (request) => {
                        const setting = { org, object: request.object, user, transaction, isAutomated: false };
                        return saveInAttempts(setting, { ...request, allOrNone: true });
                    })
                );
                return outcomes.every((outcome) => outcome.success);
            });
            if (outcomes.some((outcome) => !outcome.success)) outcomes = outcomes.map(rolledBack);
            transaction.counts.records = outcomes.filter((outcome) => outcome.success).length;
            transaction.counts.refused = outcomes.length - transaction.counts.records;
        });
    } catch (error) {
        if (!(error instanceof LimitExceeded)) throw error;
        return items.map((item) => outcomePastLimit(error, item instanceof OrgError ? {} : item.values));
    }
    return outcomes;
}

const rolledBack = (outcome: SaveOutcome): SaveOutcome => (outcome.success ? rolledBackOutcome : outcome);

type Group = readonly CollectionItem[] | OrgError;

function neighbours(items: readonly (CollectionItem | OrgError)[]): Group[] {
    const groups: (CollectionItem[] | OrgError)[] = [];
    for (const item of items) {
        const last = groups.at(-1);
        const [first] = Array.isArray(last) ? last : [];
        if (item instanceof OrgError) groups.push(item);
        else if (Array.isArray(last) && first?.object === item.object && first.operation === item.operation)
            last.push(item);
        else groups.push([item]);
    }
    return groups;
}

function saveGroup(
    group: Group,
    save: (request: Pick<SaveRequest, "operation" | "object" | "records">) => SaveOutcome[]
): SaveOutcome[] {
    if (group instanceof OrgError) {
        const { errorCode, message, fields } = group;
        return [{ id: null, success: false, errors: [{ statusCode: errorCode, message, fields }] }];
    }
    const [first] = group;
    if (first === undefined) return [];
    const { operation, object } = first;
    return save({ operation, object, records: group.map((item) => item.values) });
}
