import { double, picklist, text, textArea } from "../fields.ts";
import type { FieldSchema } from "../objectSchema.ts";

/** How exact the latitude and longitude of an address are. */
const accuracies = [
    "Address",
    "NearAddress",
    "Block",
    "Street",
    "ExtendedZip",
    "Zip",
    "Neighborhood",
    "City",
    "County",
    "State",
    "Unknown"
];

/** The parts of an address as plain fields; the compound address field is not kept. */
export function address(prefix: string): readonly FieldSchema[] {
    const partOf = (part: string) => ({
        label: `${prefix} ${part}`.trim(),
        compoundFieldName: `${prefix}Address`
    });
    return [
        textArea(`${prefix}Street`, 255, partOf("Street")),
        text(`${prefix}City`, 40, partOf("City")),
        text(`${prefix}State`, 80, partOf("State/Province")),
        text(`${prefix}PostalCode`, 20, partOf("Zip/Postal Code")),
        text(`${prefix}Country`, 80, partOf("Country")),
        double(`${prefix}Latitude`, 18, 15, partOf("Latitude")),
        double(`${prefix}Longitude`, 18, 15, partOf("Longitude")),
        picklist(`${prefix}GeocodeAccuracy`, accuracies, {
            ...partOf("Geocode Accuracy"),
            length: 40,
            restrictedPicklist: true
        })
    ];
}
