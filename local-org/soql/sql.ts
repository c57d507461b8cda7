/** A piece of SQLite text with the values of its `?`, in their order. Values never become text. */
export interface Sql {
    readonly text: string;
    readonly parameters: readonly Parameter[];
}

export type Parameter = string | bigint | null;

/** Composes: an Sql is put in with its parameters, anything else is bound as a parameter. */
export function sql(texts: TemplateStringsArray, ...values: readonly (Sql | Parameter)[]): Sql {
    const parameters: Parameter[] = [];
    let text = texts[0] ?? "";
    values.forEach((value, index) => {
        if (isSql(value)) {
            text += value.text;
            parameters.push(...value.parameters);
        } else {
            text += "?";
            parameters.push(value);
        }
        text += texts[index + 1] ?? "";
    });
    return { text, parameters };
}

/** Text that this folder or the store wrote itself: keywords, aliases, quoted names. */
export function raw(text: string): Sql {
    return { text, parameters: [] };
}

export function join(parts: readonly Sql[], separator: string): Sql {
    return {
        text: parts.map((part) => part.text).join(separator),
        parameters: parts.flatMap((part) => part.parameters)
    };
}

/** AND or OR of any number of conditions, as a tree that is balanced: SQLite takes no expression deeper than 1,000. */
export function joinBalanced(parts: readonly Sql[], operator: "AND" | "OR"): Sql {
    const [only] = parts;
    if (only !== undefined && parts.length === 1) return only;
    const middle = Math.ceil(parts.length / 2);
    const [left, right] = [parts.slice(0, middle), parts.slice(middle)];
    return sql`(${joinBalanced(left, operator)} ${raw(operator)} ${joinBalanced(right, operator)})`;
}

function isSql(value: Sql | Parameter): value is Sql {
    return typeof value === "object" && value !== null;
}
