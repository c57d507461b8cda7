/** A range of discounts and who may approve it, as a record of PW_Band__mdt keeps it. */
export interface Band {
    /** Developer name of the record. */
    readonly name: string;
    readonly label: string;
    /** Decimal text, percent points: the smallest discount of the band, which reaches up to the next one. */
    readonly fromPercent: string;
    /** API name of the custom permission that an approver must hold. */
    readonly permission: string;
}

/**
 * Where a new installation starts: a rep gives small discounts alone, and each step above asks somebody higher up.
 * Few companies agree on the numbers, so an admin changes them in the records.
 */
export const standardBands: readonly Band[] = [
    { name: "Band_1", label: "10 % and more", fromPercent: "10", permission: "PW_Approve_Band_1" },
    { name: "Band_2", label: "20 % and more", fromPercent: "20", permission: "PW_Approve_Band_2" },
    { name: "Band_3", label: "30 % and more", fromPercent: "30", permission: "PW_Approve_Band_3" }
];
