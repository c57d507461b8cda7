/** The part of a field's describe that is held against the recorded one. */
export interface DescribedField {
    readonly name: string;
    readonly type: string;
    readonly length: number;
    readonly nillable: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly picklistValues: readonly {
        readonly value: string;
        readonly label: string | null;
        readonly active: boolean;
        readonly defaultValue: boolean;
    }[];
    readonly restrictedPicklist: boolean;
    readonly referenceTo: readonly string[];
    readonly relationshipName: string | null;
}

/** Each line tells one property; equal fields give equal lines. */
export function linesOf(field: DescribedField): string[] {
    const choices = field.picklistValues.map(
        ({ value, label, active, defaultValue }) =>
            `${value}=${label ?? value}${active ? "" : " (inactive)"}${defaultValue ? " (default)" : ""}`
    );
    return [
        `type ${field.type}`,
        `length ${field.length}`,
        `nillable ${field.nillable}`,
        `createable ${field.createable}`,
        `updateable ${field.updateable}`,
        `${field.restrictedPicklist ? "restricted " : ""}picklist ${choices.join(", ")}`,
        `relationship ${field.relationshipName ?? "unnamed"} to ${field.referenceTo.join(" or ") || "nothing"}`
    ];
}

/** What the two say differently; null where they agree. */
export function differenceOf(
    real: DescribedField,
    own: DescribedField | undefined
): { readonly expected: string; readonly found: string } | null {
    if (own === undefined) return { expected: `${real.type} ${real.name}`, found: "no such field" };
    const [expected, found] = [linesOf(real), linesOf(own)];
    const different = expected.flatMap((line, index) => (line === found[index] ? [] : [index]));
    return different.length === 0
        ? null
        : {
              expected: different.map((index) => expected[index]).join("; "),
              found: different.map((index) => found[index]).join("; ")
          };
}
