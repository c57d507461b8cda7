import type { XmlElements } from "../xml.ts";
import { named, nowhere, type Element } from "./elements.ts";

/** Refuses the record with a sentence of at most 255 characters, on a field; the path ends there. */
export function customError(element: Element, message: string, field: string): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        customErrorMessages: { errorMessage: message, fieldSelection: field, isFieldError: "true" }
    };
}
