import type { XmlElements } from "../xml.ts";
import { getRecords, type Element, type Lookup } from "./elements.ts";

/** Gets the first record in the order given, null where no record meets every filter. See getRecords for `fault`. */
export function getFirstRecord(
    element: Element,
    { highestFirst, ...lookup }: Lookup & { readonly highestFirst: boolean },
    next: string,
    fault: string | null = null
): XmlElements {
    return {
        ...getRecords(element, lookup, next, fault),
        getFirstRecordOnly: "true",
        sortOrder: highestFirst ? "Desc" : "Asc"
    };
}
