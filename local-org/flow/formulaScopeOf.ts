import type { Value } from "../data/value.ts";
import type { FormulaScope } from "../formula/formula.ts";
import { asFormulaReads, fieldPathValue } from "../save/fieldPath.ts";
import { flowFormulaNames, typeOfReference } from "./flowNames.ts";
import { isCollection, isRow, triggerOf } from "./interview.ts";
import type { Datum, Interview } from "./interview.ts";

/** What a name of the flow stands for at this moment. */
type Read = (interview: Interview, reference: string) => Datum;

/**
 * The names of the flow with their values, for a formula. `read` is handed in, for what it reads may be a formula
 * again.
 */
export function formulaScopeOf(interview: Interview, read: Read): FormulaScope {
    const { clock } = interview.run.org;
    return {
        ...flowFormulaNames(interview.names),
        valueOf: (path) => formulaValue(interview, path, read),
        priorValueOf: (path) =>
            path[0] === "$Record" ? priorValue(interview, path) : formulaValue(interview, path, read),
        isNew: interview.trigger?.record.prior === null,
        today: clock.today(),
        now: clock.now()
    };
}

function formulaValue(interview: Interview, path: readonly string[], read: Read): Value {
    const [first = "", ...rest] = path;
    if (first === "$Record" || first === "$Record__Prior") {
        const { object, record } = triggerOf(interview);
        const values = first === "$Record" ? record.values : record.prior;
        return values === null ? null : fieldPathValue(interview.run.org, object, values, rest);
    }
    const datum = read(interview, path.join("."));
    if (isRow(datum) || isCollection(datum)) return null;
    return first.startsWith("$") || rest.length === 0 ? datum : asFieldReads(interview, path, datum);
}

/** On a new record the same as the value. */
function priorValue(interview: Interview, path: readonly string[]): Value {
    const { object, record } = triggerOf(interview);
    return fieldPathValue(interview.run.org, object, record.prior ?? record.values, path.slice(1));
}

function asFieldReads({ names, run }: Interview, path: readonly string[], value: Value): Value {
    const holder = typeOfReference(names, path.slice(0, -1).join("."))?.objectName ?? null;
    const object = holder === null ? undefined : run.org.schema.object(holder);
    const field = object === undefined ? undefined : run.org.schema.field(object, path.at(-1) ?? "");
    return field === undefined ? value : asFormulaReads(field, value);
}
