/** HTML that is already safe. Only `markup` and `trusted` make it, so a name from the org can never become a tag. */
export class Markup {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

/** What may stand in a template: text is escaped, markup is not, null is nothing. */
export type Piece = Markup | string | number | null | readonly Piece[];

/** A template of HTML whose values are escaped, in content and in quoted attributes alike. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
    return new Markup(
        parts.map((part, index) => part + (index < pieces.length ? safe(pieces[index] ?? null) : "")).join("")
    );
}

/** Text that this product wrote itself, or that a chart library has escaped. Never a value from an org. */
export function trusted(text: string): Markup {
    return new Markup(text);
}

function safe(piece: Piece): string {
    if (piece === null) {
        return "";
    }
    if (piece instanceof Markup) {
        return piece.text;
    }
    return typeof piece === "object" ? piece.map(safe).join("") : escapeText(String(piece));
}

const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;"
};

function escapeText(text: string): string {
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
