/** A boolean formula on its way to text, so that ANDs can be laid flat and printed for people to read. */
export type FormulaTree =
    | string
    | { readonly and: readonly FormulaTree[] }
    | { readonly or: readonly FormulaTree[] }
    | { readonly whenBlank: string; readonly otherwise: FormulaTree };

export const always = "TRUE";
export const never = "FALSE";

/** AND(…) of what is not always true; nested ANDs and repetitions are folded. */
export function conjunction(parts: readonly FormulaTree[]): FormulaTree {
    const flat = withoutRepetition(
        parts.flatMap((part) => (typeof part === "object" && "and" in part ? part.and : [part]))
    );
    const needed = flat.filter((part) => part !== always);
    return needed.includes(never) ? never : needed.length > 1 ? { and: needed } : (needed[0] ?? always);
}

/** OR(…) of what is not always false; nested ORs and repetitions are folded. */
export function disjunction(parts: readonly FormulaTree[]): FormulaTree {
    const flat = withoutRepetition(
        parts.flatMap((part) => (typeof part === "object" && "or" in part ? part.or : [part]))
    );
    const needed = flat.filter((part) => part !== never);
    return needed.includes(always) ? always : needed.length > 1 ? { or: needed } : (needed[0] ?? never);
}

/** The formula as text, one part a line where it has more than one, indented by four spaces. */
export function printFormula(tree: FormulaTree, indent = ""): string {
    if (typeof tree === "string") {
        return tree;
    }
    const [name, parts] =
        "and" in tree
            ? ["AND", tree.and]
            : "or" in tree
              ? ["OR", tree.or]
              : ["IF", [tree.whenBlank, always, tree.otherwise]];
    const deeper = `${indent}    `;
    const lines = parts.map((part) => `${deeper}${printFormula(part, deeper)}`);
    return `${name}(\n${lines.join(",\n")}\n${indent})`;
}

function withoutRepetition(parts: readonly FormulaTree[]): FormulaTree[] {
    return parts.filter((part, index) => typeof part !== "string" || parts.indexOf(part) === index);
}
