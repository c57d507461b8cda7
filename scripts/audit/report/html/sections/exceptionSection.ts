import { writeExceptionLines } from "../../exceptionLines.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import type { View } from "../view.ts";

/** Which rules are set aside, for which opportunities, by whom and until when; null: none is. */
export function writeExceptionSection({ result, words, ruleText }: View): Markup | null {
    const lines = writeExceptionLines(result, words, (id) => ruleText(id).title);
    return lines.length === 0 ? null : markup`<ul class="plain">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}
