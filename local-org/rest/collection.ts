import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import { rolledBackOutcome } from "../save/outcomes.ts";
import { saveRecords } from "../save/saveRecords.ts";
import type { SaveOutcome, SaveRequest } from "../save/saveRecords.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Call } from "./call.ts";

export interface CollectionItem {
    readonly operation: SaveRequest["operation"];
    readonly object: ObjectSchema;
    readonly values: RecordValues;
}

class RolledBack extends Error {}

/**
 * Saves records of any objects in the order given; neighbours of one object are saved together. An item
 * that is an error is an outcome already. With `allOrNone` one refusal leaves nothing saved.
 */
export function saveCollection(
    call: Pick<Call, "org" | "user">,
    items: readonly (CollectionItem | OrgError)[],
    allOrNone: boolean
): SaveOutcome[] {
    if (!allOrNone) return neighbours(items).flatMap((group) => saveGroup(call, group, false));
    let outcomes: SaveOutcome[] = [];
    try {
        call.org.store.transaction(() => {
            outcomes = neighbours(items).flatMap((group) => saveGroup(call, group, true));
            if (outcomes.some((outcome) => !outcome.success)) throw new RolledBack();
        });
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        return outcomes.map((outcome) => (outcome.success ? rolledBackOutcome : outcome));
    }
    return outcomes;
}

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

function saveGroup({ org, user }: Pick<Call, "org" | "user">, group: Group, allOrNone: boolean): SaveOutcome[] {
    if (group instanceof OrgError) {
        const { errorCode, message, fields } = group;
        return [{ id: null, success: false, errors: [{ statusCode: errorCode, message, fields }] }];
    }
    const [first] = group;
    if (first === undefined) return [];
    const { operation, object } = first;
    return saveRecords(org, { operation, object, records: group.map((item) => item.values), allOrNone, user });
}
