import type { RecordData } from "lightning/uiRecordApi";

/** One of the fields that matter in a stage. */
export interface KeyField {
    readonly name: string;
    readonly state: "filled" | "blank" | "unseen";
}

/** Zero and false are filled: somebody may have meant them. */
export function keyFieldsOf(names: readonly string[], { fields }: RecordData): KeyField[] {
    return names.map((name) => {
        const value = fields[name]?.value;
        if (value === undefined) {
            return { name, state: "unseen" };
        }
        return { name, state: value === null || value === "" ? "blank" : "filled" };
    });
}
