import type {
    Condition,
    ConditionWithValueQuery,
    HavingClause,
    LiteralType,
    Operator,
    WhereClause
} from "@jetstreamapp/soql-parser-js";
import type { Calendar } from "./calendar.ts";
import { compare, compareChoices, compareList } from "./comparisons.ts";
import type { Literal } from "./comparisons.ts";
import { conditionTree } from "./conditionTree.ts";
import type { ConditionTree } from "./conditionTree.ts";
import { functionOperand } from "./functions.ts";
import type { Operand } from "./operand.ts";
import { malformed } from "./refusals.ts";
import { semiJoin } from "./semiJoin.ts";
import type { Scope } from "./scope.ts";
import { joinBalanced, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { fieldForFilter } from "./uses.ts";

/** Which operands a clause may speak of: WHERE takes no aggregates, HAVING nothing ungrouped. */
export type Admission = (operand: Operand) => void;

/** The SQL of a WHERE or HAVING clause. */
export function conditionSql(scope: Scope, clause: WhereClause | HavingClause, admit: Admission): Sql {
    const tree = conditionTree(clause);
    refuseScatteredSemiJoins(tree);
    return treeSql(scope, tree, admit);
}

function treeSql(scope: Scope, tree: ConditionTree, admit: Admission): Sql {
    switch (tree.kind) {
        case "leaf":
            return leafSql(scope, tree.condition, admit);
        case "not":
            return sql`NOT coalesce(${treeSql(scope, tree.of, admit)}, 0)`;
        case "all":
        case "any": {
            const parts = tree.of.map((part) => treeSql(scope, part, admit));
            return joinBalanced(parts, tree.kind === "all" ? "AND" : "OR");
        }
    }
}

function leafSql(scope: Scope, condition: ConditionWithValueQuery, admit: Admission): Sql {
    if (!("operator" in condition)) throw malformed("unexpected token: '('");
    const operand = operandOf(scope, condition);
    admit(operand);
    if ("valueQuery" in condition) {
        return semiJoin(scope, operand, condition.operator === "IN", condition.valueQuery, conditionSql);
    }
    const calendar = (): Calendar => scope.calendar();
    const literals = literalsOf(condition);
    switch (condition.operator) {
        case "IN":
        case "NOT IN":
            return compareList(operand, condition.operator === "IN", literals, calendar);
        case "INCLUDES":
        case "EXCLUDES":
            return compareChoices(operand, condition.operator === "INCLUDES", literals);
        default: {
            const [literal] = literals;
            if (literal === undefined) throw malformed("unexpected token: '<EOF>'");
            return compare(operand, isUnequal(condition.operator) ? "!=" : condition.operator, literal, calendar);
        }
    }
}

/** The parser's type leaves out the second spelling. */
const isUnequal = (operator: string): boolean => operator === "<>";

type Comparing = Exclude<ConditionWithValueQuery, { openParen: number; operator?: never }> & { operator: Operator };

function operandOf(scope: Scope, condition: Comparing): Operand {
    return "fn" in condition ? functionOperand(scope, condition.fn) : fieldForFilter(scope, condition.field);
}

function literalsOf(
    condition: Condition & { value: string | string[]; literalType?: LiteralType | LiteralType[] | string }
): Literal[] {
    const types = [condition.literalType ?? "STRING"].flat() as LiteralType[];
    return [condition.value].flat().map((text, index) => ({ text, type: types[index] ?? types[0] ?? "STRING" }));
}

/** The platform's rules: at most two, and only as conditions that all must hold. */
function refuseScatteredSemiJoins(tree: ConditionTree): void {
    if (countSemiJoins(tree) > 2) throw malformed("Maximum 2 semi join sub-selects are allowed");
    refuse(tree, null);

    function refuse(part: ConditionTree, within: "OR" | "NOT" | null): void {
        if (part.kind === "leaf") {
            if (within !== null && "valueQuery" in part.condition) {
                throw malformed(`Semi join sub-selects are not allowed with the '${within}' operator`);
            }
        } else if (part.kind === "not") {
            refuse(part.of, "NOT");
        } else {
            part.of.forEach((each) => refuse(each, part.kind === "any" ? "OR" : within));
        }
    }
}

function countSemiJoins(tree: ConditionTree): number {
    if (tree.kind === "leaf") return "valueQuery" in tree.condition ? 1 : 0;
    if (tree.kind === "not") return countSemiJoins(tree.of);
    return tree.of.reduce((sum, part) => sum + countSemiJoins(part), 0);
}
