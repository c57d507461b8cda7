import type { RecordValues } from "../data/value.ts";
import { fitToField } from "../save/fitToField.ts";
import type { FieldAssignment } from "./flowElements.ts";
import { FlowFault, isCollection, isRow } from "./interview.ts";
import type { Interview } from "./interview.ts";
import { readOperandOf } from "./readReference.ts";

/** The values that an element sets, by exact field name, as the fields keep them. */
export function fieldValues(
    interview: Interview,
    objectName: string,
    assignments: readonly FieldAssignment[]
): RecordValues {
    const { schema } = interview.run.org;
    const object = schema.object(objectName);
    const values: RecordValues = {};
    for (const { field: name, value } of assignments) {
        const field = object === undefined ? undefined : schema.field(object, name);
        const datum = readOperandOf(interview, value);
        if (field === undefined || isRow(datum) || isCollection(datum))
            throw new FlowFault(`${objectName}.${name} can't be assigned to.`);
        values[field.name] = fitToField(field, datum);
    }
    return values;
}
