import type { RecordValues, Value } from "../data/value.ts";
import type { FormulaNames, FormulaScope, FormulaType } from "../formula/formula.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { fieldPathType, fieldPathValue } from "./fieldPath.ts";
import { globalType, globalValue, isGlobalPath } from "./globalNames.ts";

/** The parts of an org that decide what a name in a formula means. */
export type NamesOfOrg = Pick<Org, "id" | "schema" | "store" | "deployed">;

/** One record while it is being saved, as a validation rule sees it. */
export interface RecordInSave {
    readonly values: Readonly<RecordValues>;
    /** Null when the record is new. */
    readonly prior: Readonly<RecordValues> | null;
}

/** What names mean in a formula that stands on the object: its fields, its parents' fields, and `$` globals. */
export function formulaNames(org: NamesOfOrg, object: ObjectSchema): FormulaNames {
    return { typeOf: (path) => typeOfName(org, object, path) };
}

/** The names of `formulaNames` with their values for one record, one user and the org's present time. */
export function formulaScope(org: Org, object: ObjectSchema, record: RecordInSave, user: RunningUser): FormulaScope {
    const valueIn = (values: Readonly<RecordValues>, path: readonly string[]): Value =>
        isGlobalPath(path)
            ? globalValue(org, path, user, values["RecordTypeId"])
            : fieldPathValue(org, object, values, path);
    return {
        typeOf: (path) => typeOfName(org, object, path),
        valueOf: (path) => valueIn(record.values, path),
        priorValueOf: (path) => valueIn(record.prior ?? record.values, path),
        isNew: record.prior === null,
        today: org.clock.today(),
        now: org.clock.now()
    };
}

function typeOfName(org: NamesOfOrg, object: ObjectSchema, path: readonly string[]): FormulaType | undefined {
    return isGlobalPath(path) ? globalType(org, object, path) : fieldPathType(org.schema, object, path);
}
