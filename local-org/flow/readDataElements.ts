import { DeployProblem } from "../metadata/deployProblem.ts";
import { booleanOf, checkShape, childNamed, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { fieldAssignmentShape, fieldOutputShape } from "./elementShapes.ts";
import type {
    CreateElement,
    DeleteElement,
    FieldAssignment,
    LookupElement,
    RecordsSource,
    UpdateElement
} from "./flowElements.ts";
import { readOperand } from "./flowValues.ts";
import { connectorOf, readFilters } from "./readConditions.ts";

type Unplaced<Element> = Omit<Element, "name" | "next">;

export function readLookup(element: XmlElement, what: string): Unplaced<LookupElement> {
    const queried = childrenNamed(element, "queriedFields").map((field) => field.text);
    const sortField = textOf(element, "sortField");
    const into = textOf(element, "outputReference") ?? null;
    const outputs = childrenNamed(element, "outputAssignments").map((output) => {
        checkShape(output, fieldOutputShape, what);
        return { field: requiredText(output, "field", what), target: requiredText(output, "assignToReference", what) };
    });
    const keepsOutput = booleanOf(element, "storeOutputAutomatically", false);
    if (into === null && outputs.length === 0 && !keepsOutput) {
        throw new DeployProblem(`${what} (recordLookups) keeps its result nowhere`, element.line);
    }
    const hasLimit = (childNamed(element, "limit")?.children.length ?? 0) > 0;
    return {
        kind: "recordLookups",
        faultNext: connectorOf(element, "faultConnector", what),
        objectName: requiredText(element, "object", what),
        where: readFilters(element, what),
        firstOnly: outputs.length > 0 || booleanOf(element, "getFirstRecordOnly", true),
        limit: hasLimit ? readOperand(element, "limit", what) : null,
        queriedFields: queried.length === 0 ? null : queried,
        sort:
            sortField === undefined ? null : { field: sortField, descending: textOf(element, "sortOrder") === "Desc" },
        outputs,
        into,
        blankWhenNoneFound:
            (into === null && outputs.length === 0) || booleanOf(element, "assignNullValuesIfNoRecordsFound", false)
    };
}

export function readCreate(element: XmlElement, what: string): Unplaced<CreateElement> {
    const records = textOf(element, "inputReference");
    const values = readFieldAssignments(element, what);
    if (records !== undefined && values.length > 0)
        throw new DeployProblem(`${what}: inputReference and inputAssignments exclude each other`, element.line);
    const source = records === undefined ? { objectName: requiredText(element, "object", what), values } : { records };
    return {
        kind: "recordCreates",
        faultNext: connectorOf(element, "faultConnector", what),
        source,
        into: textOf(element, "assignRecordIdToReference") ?? null,
        keepsId: booleanOf(element, "storeOutputAutomatically", false)
    };
}

export function readUpdate(element: XmlElement, what: string): Unplaced<UpdateElement> {
    return {
        kind: "recordUpdates",
        faultNext: connectorOf(element, "faultConnector", what),
        target: readTarget(element, what),
        where: readFilters(element, what),
        values: readFieldAssignments(element, what)
    };
}

export function readDelete(element: XmlElement, what: string): Unplaced<DeleteElement> {
    return {
        kind: "recordDeletes",
        faultNext: connectorOf(element, "faultConnector", what),
        target: readTarget(element, what),
        where: readFilters(element, what)
    };
}

function readTarget(element: XmlElement, what: string): RecordsSource | { objectName: string } {
    const records = textOf(element, "inputReference");
    return records === undefined ? { objectName: requiredText(element, "object", what) } : { records };
}

function readFieldAssignments(element: XmlElement, what: string): FieldAssignment[] {
    return childrenNamed(element, "inputAssignments").map((assignment) => {
        checkShape(assignment, fieldAssignmentShape, what);
        return { field: requiredText(assignment, "field", what), value: readOperand(assignment, "value", what) };
    });
}
