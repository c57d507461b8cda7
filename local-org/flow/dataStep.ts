import type { RecordValues } from "../data/value.ts";
import type { DataElement } from "./flowElements.ts";
import type { GivenNotification } from "../notifications/sendNotification.ts";
import type { Datum, FlowRow, Interview } from "./interview.ts";

/** The records that one interview looks for: what its filters compare with, and how many it takes at most. */
export interface Asked {
    readonly wanted: readonly Datum[];
    /** Null: all. */
    readonly most: number | null;
}

/** What one interview wants of a data element. */
export type DataRequest =
    | { readonly kind: "lookUp"; readonly asked: Asked }
    /** Creates, updates or deletes these: with Id but for creation. */
    | { readonly kind: "save"; readonly objectName: string; readonly records: readonly RecordValues[] }
    /** Updates or deletes what it finds. */
    | { readonly kind: "saveFound"; readonly asked: Asked; readonly values: RecordValues }
    | {
          readonly kind: "post";
          readonly parentId: string;
          readonly text: string;
          readonly visibility: "allUsers" | "internalUsers";
      }
    | ({ readonly kind: "notify" } & GivenNotification);

/** What became of it. Ids are those of the records saved, in the order given, or of the post. */
export type DataAnswer =
    { readonly rows: readonly FlowRow[] } | { readonly ids: readonly string[] } | { readonly fault: string };

/** An interview that waits at a data element for the others that will reach it. */
export interface DataStep {
    readonly interview: Interview;
    readonly element: DataElement;
    readonly request: DataRequest;
}

const deeds = {
    recordLookups: "look up records",
    recordCreates: "create records",
    recordUpdates: "update records",
    recordDeletes: "delete records",
    actionCalls: "post to Chatter",
    notify: "send a custom notification"
} as const;

/** The platform's words for an element that failed; also what `$Flow.FaultMessage` then says. */
export function faultMessage(kind: DataElement["kind"], statusCode: string, message: string): string {
    return (
        `This error occurred when the flow tried to ${deeds[kind]}: ${statusCode}: ${message}. ` +
        "You can look up ExceptionCode values in the SOAP API Developer Guide."
    );
}
