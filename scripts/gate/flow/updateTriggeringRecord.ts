import type { XmlElements } from "../xml.ts";
import { connector, named, nowhere, valueOf, type Element, type Typed } from "./elements.ts";

/** Saves fields of the record that started the flow; what goes wrong goes to `fault`. */
export function updateTriggeringRecord(
    element: Element,
    fields: Readonly<Record<string, Typed>>,
    fault: string
): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        ...connector(fault, "faultConnector"),
        inputAssignments: Object.entries(fields).map(([field, value]) => ({ field, value: valueOf(value) })),
        inputReference: "$Record"
    };
}
