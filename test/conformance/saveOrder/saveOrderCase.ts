import type { Piece } from "./pieces.ts";
import type { SaveWorld } from "./saveWorld.ts";

/** One line of the table: a deployed piece, or an act alone, that shows where a thing runs and where not. */
export interface SaveOrderCase {
    /** The number in the order of execution, or what it is about outside the numbers. */
    readonly step: string;
    /** The document that says so. */
    readonly source: string;
    readonly deployed: readonly Piece[];
    readonly act: string;
    readonly expected: string;
    /** Does what `act` says, with the pieces deployed, and tells what came of it in the words of `expected`. */
    run(org: SaveWorld): string;
}

export const orderOfExecution = "Apex Developer Guide v65, Triggers and Order of Execution";
export const partialSaves = "Apex Developer Guide v65, Bulk DML Exception Handling";
export const apexLimits = "Apex Developer Guide v65, Execution Governors and Limits";
export const flowLimits = "Salesforce Help, Per-Transaction Flow Limits";
export const flowBulk = "Salesforce Help, Flow Bulkification in Transactions";
export const flowMetadata = "Metadata API Developer Guide, Flow";
export const customError = "Salesforce Help, Flow Element: Custom Error Message";
export const objectReference = (object: string): string => `Object Reference, ${object}`;

/** The step of the order of execution, with its document. */
export const stepOfOrder = (number: number, what: string): Pick<SaveOrderCase, "step" | "source"> => ({
    step: `${number} ${what}`,
    source: `${orderOfExecution}, step ${number}`
});
