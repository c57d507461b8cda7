/** The platform's modules, as far as our components use them: no package has types for these. */

declare module "lightning/uiRecordApi" {
    import type { WireAdapterConstructor } from "lwc";

    /** A field that the user may not read is absent. */
    export interface RecordData {
        readonly id: string;
        readonly fields: Readonly<Record<string, { readonly value: unknown; readonly displayValue: string | null }>>;
        /** Null: the record has no record type. */
        readonly recordTypeInfo?: object | null;
    }

    export interface RecordResult {
        readonly data?: RecordData | undefined;
        readonly error?: unknown;
    }

    export const getRecord: WireAdapterConstructor<
        { recordId: string | undefined; fields: readonly string[]; optionalFields: readonly string[] },
        RecordResult
    >;

    /** Settles once fresh data was handed to every wire that shows these records. */
    export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void>;
}

declare module "lightning/uiObjectInfoApi" {
    import type { WireAdapterConstructor } from "lwc";

    /** Fields that the user may not read are absent; labels are in the user's language. */
    export interface ObjectInfo {
        readonly fields: Readonly<Record<string, { readonly label: string } | undefined>>;
    }

    export const getObjectInfo: WireAdapterConstructor<
        { objectApiName: string },
        { data?: ObjectInfo | undefined; error?: unknown }
    >;
}

declare module "lightning/graphql" {
    import type { WireAdapterConstructor } from "lwc";

    export interface GraphqlError {
        readonly message: string;
        readonly path?: readonly (string | number)[] | null;
        /** Salesforce's own spelling, in answers to queries that do not validate. */
        readonly paths?: readonly (string | number)[] | null;
    }

    /** Unlike other wires: `errors`, and they may stand beside data that is only part of what was asked. */
    export interface GraphqlResult {
        readonly data?: unknown;
        readonly errors?: readonly GraphqlError[] | undefined;
        /** Asks again, past the cache; settles once the wire has the answer. */
        readonly refresh?: (() => Promise<void>) | undefined;
    }

    export interface GraphqlDocument {
        readonly kind: "Document";
    }

    export const graphql: WireAdapterConstructor<
        { query: GraphqlDocument | undefined; variables: Readonly<Record<string, unknown>> },
        GraphqlResult
    >;

    export function gql(text: TemplateStringsArray): GraphqlDocument;
}

declare module "lightning/refresh" {
    /** `handler` says whether it could refresh. Returns the handle that ends the registration. */
    export function registerRefreshHandler(element: object, handler: () => Promise<boolean>): number;
    export function unregisterRefreshHandler(handle: number): void;
}

declare module "@salesforce/i18n/lang" {
    /** "en-US", "zh-TW". */
    const lang: string;
    export default lang;
}

declare module "@salesforce/i18n/timeZone" {
    /** "Asia/Taipei". */
    const timeZone: string;
    export default timeZone;
}
