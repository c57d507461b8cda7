import { Decimal } from "decimal.js";
import type { EvaluateFormula } from "../data/computedFields.ts";
import type { Value } from "../data/value.ts";
import { compileFormula } from "../formula/compileFormula.ts";
import { FormulaError, FormulaEvaluationError } from "../formula/formula.ts";
import type { CompiledFormula, FormulaNames, FormulaType } from "../formula/formula.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { fieldPathEnd, formulaTypeOf } from "./fieldPath.ts";
import { formulaNames, formulaScope } from "./formulaScope.ts";
import type { NamesOfOrg } from "./formulaScope.ts";

/** A formula field has one value, whoever reads it: what depends on the reader is refused in it. */
const ofReader: ReadonlySet<string> = new Set(["$user", "$profile", "$permission", "$setup", "$userrole", "$api"]);

/** They ask about a save, and a formula field is read without one. */
const ofSave = /\b(ISNEW|ISCHANGED|PRIORVALUE)\s*\(/i;

/**
 * The formula of a field, checked. Throws FormulaError for what is unknown, for a result that is no value of the
 * field, and for a formula that reads itself, through others too.
 */
export function compileFormulaField(org: NamesOfOrg, object: ObjectSchema, field: FieldSchema): CompiledFormula {
    const compiled = compileText(org, object, field);
    refuseCircle(org, object, field, compiled.reads, new Set());
    return compiled;
}

/** Evaluates the formula fields of an org. `reader` stands in for whoever reads: no formula field asks who it is. */
export function formulaFieldEvaluator(org: Org, reader: RunningUser): EvaluateFormula {
    let compiled = new WeakMap<FieldSchema, CompiledFormula>();
    const forget = (): void => void (compiled = new WeakMap());
    org.schema.follow({ objectPut: forget, objectRemoved: forget });

    return (object, field, values) => {
        const formula = compiled.get(field) ?? compileText(org, object, field);
        compiled.set(field, formula);
        const scope = formulaScope(org, object, { values, prior: null }, reader);
        try {
            return asFieldHolds(field, formula.evaluate(scope, formulaOf(field).treatBlanksAs));
        } catch (error) {
            if (error instanceof FormulaEvaluationError) return asFieldHolds(field, null);
            throw error;
        }
    };
}

function compileText(org: NamesOfOrg, object: ObjectSchema, field: FieldSchema): CompiledFormula {
    const { text } = formulaOf(field);
    const call = ofSave.exec(text.replace(/"[^"]*"|'[^']*'/g, '""'));
    if (call !== null) throw new FormulaError(`Function ${call[1]} may not be used in a formula field.`);
    const compiled = compileFormula(text, namesForAnyReader(formulaNames(org, object)));
    const expected = formulaTypeOf(field);
    if (compiled.returns !== expected && !(compiled.returns === "id" && expected === "text")) {
        throw new FormulaError(
            `Formula result is data type (${compiled.returns}), incompatible with expected data type (${expected}).`
        );
    }
    return compiled;
}

function namesForAnyReader(names: FormulaNames): FormulaNames {
    return {
        typeOf(path): FormulaType | undefined {
            const [group = ""] = path;
            if (ofReader.has(group.toLowerCase())) {
                throw new FormulaError(`${path.join(".")} in a formula field is not supported by this local org.`);
            }
            return names.typeOf(path);
        }
    };
}

function formulaOf({ name, computation }: FieldSchema) {
    if (computation?.kind !== "formula") throw new Error(`${name} is not a formula field.`);
    return computation;
}

function refuseCircle(
    org: NamesOfOrg,
    object: ObjectSchema,
    field: FieldSchema,
    reads: readonly string[],
    seen: ReadonlySet<string>
): void {
    const name = `${object.name}.${field.name}`;
    if (seen.has(name)) throw new FormulaError(`Field ${name} can't refer to itself, directly or by other fields.`);
    for (const path of reads) {
        const end = fieldPathEnd(org.schema, object, path.split("."));
        if (end?.field.computation?.kind !== "formula") continue;
        const isField = end.object.name === object.name && end.field.name === field.name;
        const read = isField ? field : end.field;
        refuseCircle(org, end.object, read, compileText(org, end.object, read).reads, new Set([...seen, name]));
    }
}

/** A result of 0.3 is 30 in a percent field; what has more digits than a number holds is blank. */
function asFieldHolds(field: FieldSchema, value: Value): Value {
    if (field.type === "boolean") return value ?? false;
    if (!Decimal.isDecimal(value)) return value;
    const number = field.type === "percent" ? value.times(100) : value;
    return number.abs().gte(`1e${18 - field.scale}`) ? null : number;
}
