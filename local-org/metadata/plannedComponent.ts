import type { MetadataType } from "./metadataTypes.ts";
import type { XmlElement } from "./xmlElement.ts";

/** One component of a package, found and read, not yet deployed. */
export interface PlannedComponent {
    readonly type: MetadataType;
    /** `Opportunity.PW_Kind__c` for a field, `PW_Rule.Products_Present` for a custom metadata record. */
    readonly fullName: string;
    /** Inside the package; of several files the first. */
    readonly path: string;
    /** Null for files that are not metadata XML. */
    readonly element: XmlElement | null;
    /** As they will be kept for retrieve. */
    readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}
