import type { RecordValues } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { amountsOfLines } from "./amountsOfLines.ts";
import { sameValue, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";
import { computeRollUps, rollUpsOver } from "./rollUps.ts";

/**
 * Step 16: recomputes the parents of what was saved or deleted. A parent whose roll-ups change goes
 * through its own save, flows and validation rules included; when they refuse it, its children are refused.
 */
export function saveParents(batch: SaveBatch, runSaveOrder: (parents: SaveBatch) => void): void {
    for (const { parent, reference, compute } of recomputationsOver(batch)) {
        const children = childrenByParent(batch, reference);
        const changed = [...children.keys()].flatMap((id) => changedParent(batch, parent, id, compute(id)));
        const records = changed.map((record, index) => ({ ...record, index }));
        if (records.length > 0) runSaveOrder({ ...batch, object: parent, records });
        for (const record of records) {
            children.get(record.id)?.forEach((child) => child.errors.push(...record.errors));
        }
    }
}

interface Recomputation {
    readonly parent: ObjectSchema;
    readonly reference: string;
    compute(parentId: string): RecordValues;
}

/** One for each parent object and reference, so that a parent is saved once however many fields change. */
function recomputationsOver(batch: SaveBatch): Recomputation[] {
    const { org, object } = batch;
    const rollUps = rollUpsOver(org, object);
    const opportunity = org.schema.object("Opportunity");
    const isLine = object.name === "OpportunityLineItem";
    const alreadyThere = rollUps.some(({ parent }) => parent.name === "Opportunity");
    const parents =
        isLine && opportunity !== undefined && !alreadyThere
            ? [...rollUps, { parent: opportunity, reference: "OpportunityId", fields: [] }]
            : rollUps;
    return parents.map(({ parent, reference, fields }) => ({
        parent,
        reference,
        compute: (parentId) => ({
            ...computeRollUps(org, parent, fields, parentId),
            ...(isLine && parent.name === "Opportunity" ? amountsOfLines(org, parentId) : {})
        })
    }));
}

/** A child that was moved counts for its old parent and its new one. */
function childrenByParent(batch: SaveBatch, reference: string): Map<string, PendingRecord[]> {
    const children = new Map<string, PendingRecord[]>();
    for (const record of unrefused(batch)) {
        for (const id of new Set([record.values[reference], record.prior?.[reference]])) {
            if (typeof id === "string") children.set(id, [...(children.get(id) ?? []), record]);
        }
    }
    return children;
}

function changedParent(
    { org }: SaveBatch,
    parent: ObjectSchema,
    id: string,
    computed: RecordValues
): Omit<PendingRecord, "index">[] {
    const prior = org.store.read(parent, id);
    if (prior === undefined) return [];
    const isUnchanged = Object.entries(computed).every(([name, value]) => sameValue(value, prior[name] ?? null));
    return isUnchanged ? [] : [{ id, values: { ...prior, ...computed }, prior, given: new Set<string>(), errors: [] }];
}
