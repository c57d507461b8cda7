import type { Decimal } from "decimal.js";
import { strict } from "./define.ts";
import type { FunctionDefinition } from "./define.ts";

export const linkFunctions: readonly FunctionDefinition[] = [
    strict("HYPERLINK", ["text", "text", "text"], "text", hyperlink, { fewest: 2 }),
    strict("IMAGE", ["text", "text", "number", "number"], "text", image, { fewest: 2 })
];

function hyperlink(url: string, words: string, target?: string): string {
    return `<a href="${url}"${target ? ` target="${target}"` : ""}>${words}</a>`;
}

function image(url: string, alternative: string, height?: Decimal, width?: Decimal): string {
    const size = (name: string, value?: Decimal): string => (value ? ` ${name}="${value.toFixed()}"` : "");
    return `<img src="${url}" alt="${alternative}"${size("height", height)}${size("width", width)}/>`;
}
