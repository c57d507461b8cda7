/** One piece of metadata, as the Metadata API names it. */
export interface Component {
    readonly type: string;
    readonly name: string;
}

/** In the order in which they are gone through. */
export const stages = ["rules", "flows", "actions", "components", "settings", "fields", "access"] as const;
export type Stage = (typeof stages)[number];

/** Unlike any other component's. */
export function keyOf({ type, name }: Component): string {
    return JSON.stringify([type, name]);
}

/** "Opportunity" of "Opportunity.PW_Kind__c"; null for what stands in no object. */
export function objectOf({ type, name }: Component): string | null {
    return partsOfObjects.has(type) ? (name.split(".")[0] ?? null) : null;
}

const partsOfObjects: ReadonlySet<string> = new Set([
    "CustomField",
    "ValidationRule",
    "ListView",
    "CompactLayout",
    "FieldSet",
    "WebLink"
]);

/** Objects, custom settings and custom metadata types; what stands in one goes with it. */
export function isCustomObject(name: string): boolean {
    return /__(c|mdt)$/.test(name);
}
