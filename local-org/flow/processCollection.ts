import type { Value } from "../data/value.ts";
import { order } from "./compareData.ts";
import { conditionsHold } from "./conditionsHold.ts";
import type { CollectionFilterElement, CollectionSort, CollectionSortElement } from "./flowElements.ts";
import { formulaScopeOf } from "./formulaScopeOf.ts";
import { isCollection, isRow } from "./interview.ts";
import type { Datum, Interview } from "./interview.ts";
import { readReference } from "./readReference.ts";

/** Keeps the items that meet the conditions, under the element's own name; the collection stays as it is. */
export function filterCollection(interview: Interview, element: CollectionFilterElement): void {
    const items = itemsOf(interview, element.collection);
    const kept = items.filter((item) => {
        interview.held.set(element.item, item);
        return isWanted(interview, element);
    });
    interview.held.set(element.item, null);
    interview.held.set(element.name, kept);
}

/** Sorts the collection itself, and drops what is beyond the limit. */
export function sortCollection(interview: Interview, element: CollectionSortElement): void {
    const sorted = itemsOf(interview, element.collection).toSorted((one, other) => {
        for (const sort of element.sorts) {
            const place = compare(sort, valueOf(interview, one, sort), valueOf(interview, other, sort));
            if (place !== 0) return place;
        }
        return 0;
    });
    interview.held.set(element.collection, element.limit === null ? sorted : sorted.slice(0, element.limit));
}

function isWanted(interview: Interview, { name, conditions }: CollectionFilterElement): boolean {
    if (conditions !== null) return conditionsHold(interview, conditions);
    const formula = interview.flow.filterFormulas.get(name);
    return formula?.evaluate(formulaScopeOf(interview, readReference), interview.run.org.nullMode) === true;
}

function compare({ descending, blanksFirst }: CollectionSort, one: Value, other: Value): number {
    if (one === null || other === null) {
        if (one === other) return 0;
        return (one === null) === blanksFirst ? -1 : 1;
    }
    return order(one, other, "ignored") * (descending ? -1 : 1);
}

/** What an item is sorted by; an empty text counts as blank. */
function valueOf({ run }: Interview, item: Datum, { field: fieldName }: CollectionSort): Value {
    if (isCollection(item)) return null;
    if (!isRow(item)) return item === "" ? null : item;
    const object = run.org.schema.object(item.objectName);
    const field = object === undefined || fieldName === null ? undefined : run.org.schema.field(object, fieldName);
    return field === undefined ? null : (item.values[field.name] ?? null);
}

function itemsOf(interview: Interview, collection: string): readonly Datum[] {
    const datum = readReference(interview, collection);
    return isCollection(datum) ? datum : [];
}
