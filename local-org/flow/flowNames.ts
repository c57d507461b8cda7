import type { FormulaNames, FormulaType } from "../formula/formula.ts";
import { fieldPathType, formulaTypeOf } from "../save/fieldPath.ts";
import type { NamesOfOrg } from "../save/formulaScope.ts";
import { globalType } from "../save/globalNames.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { FlowElement, ResourceType } from "./compiledFlow.ts";
import { asFormulaType, recordType, typeOfFormula, valueType } from "./resourceTypes.ts";

/** What a name may mean in one flow: the record, the org's globals, the flow's resources and its elements' results. */
export interface FlowNames {
    readonly org: NamesOfOrg;
    readonly object: ObjectSchema;
    /** Types of variables, constants, formulas and text templates. */
    readonly resources: ReadonlyMap<string, ResourceType>;
    readonly elements: ReadonlyMap<string, FlowElement>;
}

const flowGlobals: Readonly<Record<string, ResourceType>> = {
    "$Flow.CurrentDateTime": valueType("DateTime"),
    "$Flow.CurrentDate": valueType("Date"),
    "$Flow.InterviewStartTime": valueType("DateTime"),
    "$GlobalConstant.True": valueType("Boolean"),
    "$GlobalConstant.False": valueType("Boolean"),
    "$GlobalConstant.EmptyString": valueType("String")
};

/** The type of what a reference names; undefined when nothing has that name. */
export function typeOfReference(names: FlowNames, reference: string): ResourceType | undefined {
    const [first = "", ...rest] = reference.split(".");
    const global = flowGlobals[reference];
    if (global !== undefined) return global;
    if (first === "$Record" || first === "$Record__Prior") {
        return rest.length === 0 ? recordType(names.object.name) : pathType(names, names.object.name, rest);
    }
    if (first === "$CustomMetadata") return undefined;
    if (first.startsWith("$")) {
        const type = globalType(names.org, names.object, [first, ...rest]);
        return type === undefined ? undefined : typeOfFormula(type);
    }
    const named = names.resources.get(first) ?? typeOfOutput(names, names.elements.get(first));
    if (named === undefined || rest.length === 0) return named;
    return named.isCollection || named.objectName === null ? undefined : pathType(names, named.objectName, rest, first);
}

/** The names that the flow's formulas may use, written `{!$Record.StageName}`. */
export function flowFormulaNames(names: FlowNames): FormulaNames {
    return { typeOf: (path) => formulaTypeIn(names, path) };
}

function formulaTypeIn(names: FlowNames, path: readonly string[]): FormulaType | undefined {
    const [first = "", ...rest] = path;
    if (first === "$Record" || first === "$Record__Prior") {
        return rest.length === 0 ? undefined : fieldPathType(names.org.schema, names.object, rest);
    }
    if (first === "$CustomMetadata") return globalType(names.org, names.object, path);
    const type = typeOfReference(names, path.join("."));
    if (type === undefined) return undefined;
    // A field keeps its own type: a picklist has to be read with TEXT or ISPICKVAL, whoever holds the record.
    const holder = rest.length === 1 ? typeOfReference(names, first)?.objectName : undefined;
    const object = holder === undefined || holder === null ? undefined : names.org.schema.object(holder);
    const field = object === undefined ? undefined : names.org.schema.field(object, rest[0] ?? "");
    return field === undefined ? asFormulaType(type) : formulaTypeOf(field);
}

function typeOfOutput(names: FlowNames, element: FlowElement | undefined): ResourceType | undefined {
    if (element?.kind === "recordLookups" && element.into === null) {
        const object = names.org.schema.object(element.objectName);
        return object === undefined ? undefined : recordType(object.name, !element.firstOnly);
    }
    if (element?.kind !== "loops" || element.into !== null) return undefined;
    const collection = typeOfReference(names, element.collection);
    return collection === undefined ? undefined : { ...collection, isCollection: false };
}

function pathType(
    names: FlowNames,
    objectName: string,
    path: readonly string[],
    holder?: string
): ResourceType | undefined {
    const object = names.org.schema.object(objectName);
    if (object === undefined || (holder !== undefined && path.length > 1)) return undefined;
    if (holder !== undefined && !isQueried(names, holder, path[0] ?? "")) return undefined;
    const type = fieldPathType(names.org.schema, object, path);
    return type === undefined ? undefined : typeOfFormula(type);
}

/** Records that were looked up have the fields that were asked for; a variable's record may have any. */
function isQueried(names: FlowNames, holder: string, field: string): boolean {
    const element = names.elements.get(holder);
    if (element?.kind === "loops") return isQueried(names, element.collection, field);
    if (element?.kind !== "recordLookups" || element.queriedFields === null) return true;
    return [...element.queriedFields, "Id"].some((each) => each.toLowerCase() === field.toLowerCase());
}
