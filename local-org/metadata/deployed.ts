import type { CompiledFormula } from "../formula/formula.ts";
import type { CompiledFlow } from "../flow/compiledFlow.ts";
import type { FlowMoment, RecordTriggeredFlow } from "../flow/flow.ts";

export interface ValidationRule {
    readonly object: string;
    readonly name: string;
    readonly active: boolean;
    readonly condition: CompiledFormula;
    readonly message: string;
    /** Null: shown at the top of the page; the API then names no field. */
    readonly displayField: string | null;
}

/** What an object's rules say in one language. */
export interface ObjectTranslation {
    readonly object: string;
    /** As users have it: "zh_TW". */
    readonly language: string;
    /** By the rule's name in small letters. */
    readonly messages: ReadonlyMap<string, string>;
}

/** A file as deployed, kept for retrieve and list. */
export interface Component {
    readonly type: string;
    readonly fullName: string;
    readonly path: string;
    readonly content: Uint8Array;
    readonly lastModifiedDate: string;
}

export interface ObjectPermission {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    /** Whoever owns them; absent means no. */
    readonly viewAll?: boolean;
    readonly modifyAll?: boolean;
}

export interface PermissionSetGrants {
    readonly name: string;
    readonly label: string;
    readonly customPermissions: ReadonlySet<string>;
    readonly objectPermissions: ReadonlyMap<string, ObjectPermission>;
    /** By "Object.Field". */
    readonly fieldPermissions: ReadonlyMap<string, { readable: boolean; editable: boolean }>;
    readonly customMetadataTypes: ReadonlySet<string>;
}

/** What deployed metadata makes the org do. Fields, objects and custom metadata records live in schema and store. */
export interface Deployed {
    validationRules(object: string): readonly ValidationRule[];
    /** Active ones, in trigger order. */
    recordTriggeredFlows(object: string, when: FlowMoment): readonly RecordTriggeredFlow[];
    /** Any flow, active or not, as another one would call it. */
    flow(name: string): CompiledFlow | undefined;
    permissionSet(name: string): PermissionSetGrants | undefined;
    customPermissions(): readonly string[];
    label(name: string): string | undefined;
    translation(object: string, language: string): ObjectTranslation | undefined;
    components(): readonly Component[];
}
