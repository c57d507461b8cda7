/** A piece of the printed report, without any layout: the doorway prints it. */
export type Section = LinesSection | TableSection;

export interface LinesSection {
    readonly kind: "lines";
    readonly title: string | null;
    readonly lines: readonly string[];
}

export interface TableSection {
    readonly kind: "table";
    readonly title: string;
    readonly columns: readonly Column[];
    /** One cell a column, in their order. */
    readonly rows: readonly (readonly string[])[];
    /** What stands below the table: how many rows were left out, what the amounts mean. */
    readonly notes: readonly string[];
}

export interface Column {
    readonly name: string;
    readonly align: "left" | "right";
}
