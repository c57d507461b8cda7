import { DeployProblem } from "../metadata/deployProblem.ts";
import {
    booleanOf,
    checkShape,
    childNamed,
    childrenNamed,
    integerOf,
    requiredText,
    textOf
} from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { sortOptionShape } from "./elementShapes.ts";
import type { CollectionFilterElement, CollectionSort, CollectionSortElement } from "./flowElements.ts";
import { readConditions } from "./readConditions.ts";

type Unplaced<Element> = Omit<Element, "name" | "next">;

/** Reads a collection filter or sort; the caller has checked that it is one of them. */
export function readCollectionProcessor(
    element: XmlElement,
    what: string
): Unplaced<CollectionFilterElement> | Unplaced<CollectionSortElement> {
    return textOf(element, "collectionProcessorType") === "FilterCollectionProcessor"
        ? readFilter(element, what)
        : readSort(element, what);
}

function readFilter(element: XmlElement, what: string): Unplaced<CollectionFilterElement> {
    refuse(element, ["sortOptions", "limit"], what);
    const formula = textOf(element, "formula") ?? null;
    const byFormula = textOf(element, "conditionLogic")?.toLowerCase() === "formula";
    if (byFormula !== (formula !== null))
        throw new DeployProblem(`${what}: conditionLogic Formula and a formula belong together`, element.line);
    if (byFormula) refuse(element, ["conditions"], what);
    return {
        kind: "collectionFilter",
        collection: requiredText(element, "collectionReference", what),
        item: requiredText(element, "assignNextValueToReference", what),
        conditions: byFormula ? null : readConditions(element, what),
        formula
    };
}

function readSort(element: XmlElement, what: string): Unplaced<CollectionSortElement> {
    refuse(element, ["assignNextValueToReference", "conditionLogic", "conditions", "formula"], what);
    const isNil = childNamed(element, "limit")?.text === "";
    return {
        kind: "collectionSort",
        collection: requiredText(element, "collectionReference", what),
        sorts: childrenNamed(element, "sortOptions").map((option) => readSortOption(option, what)),
        limit: isNil ? null : (integerOf(element, "limit") ?? null)
    };
}

function readSortOption(option: XmlElement, what: string): CollectionSort {
    checkShape(option, sortOptionShape, what);
    const order = textOf(option, "sortOrder") ?? "Asc";
    if (order !== "Asc" && order !== "Desc")
        throw new DeployProblem(`${what}: sortOrder ${order} is not supported by this local org`, option.line);
    return {
        field: textOf(option, "sortField") ?? null,
        descending: order === "Desc",
        blanksFirst: booleanOf(option, "doesPutEmptyStringAndNullFirst", false)
    };
}

function refuse(element: XmlElement, names: readonly string[], what: string): void {
    const type = textOf(element, "collectionProcessorType") ?? "";
    const strange = element.children.find(({ name }) => names.includes(name));
    if (strange !== undefined) throw new DeployProblem(`${what}: a ${type} has no ${strange.name}`, strange.line);
}
