import { text, textArea } from "../fields.ts";
import type { FieldSchema } from "../objectSchema.ts";

/** The parts of an address as plain text; the compound address field is not kept. */
export function address(prefix: string): readonly FieldSchema[] {
    const label = (part: string): { label: string } => ({ label: `${prefix} ${part}`.trim() });
    return [
        textArea(`${prefix}Street`, 255, label("Street")),
        text(`${prefix}City`, 40, label("City")),
        text(`${prefix}State`, 80, label("State/Province")),
        text(`${prefix}PostalCode`, 20, label("Zip/Postal Code")),
        text(`${prefix}Country`, 80, label("Country"))
    ];
}
