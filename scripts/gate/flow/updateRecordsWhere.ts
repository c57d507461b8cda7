import type { XmlElements } from "../xml.ts";
import { connector, named, nowhere, valueOf, type Element, type Lookup, type Typed } from "./elements.ts";

/** Saves the same values in all records that meet every filter; what goes wrong goes to `fault`. */
export function updateRecordsWhere(
    element: Element,
    { object, where }: Pick<Lookup, "object" | "where">,
    fields: Readonly<Record<string, Typed>>,
    fault: string
): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        ...connector(fault, "faultConnector"),
        filterLogic: "and",
        filters: where.map(([field, operator, value]) => ({ field, operator, value: valueOf(value) })),
        inputAssignments: Object.entries(fields).map(([field, value]) => ({ field, value: valueOf(value) })),
        object
    };
}
