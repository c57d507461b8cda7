/** What a person would read on the page: no tags, no styles, white space folded, characters as they are. */
export function textOf(html: string): string {
    return html
        .replaceAll(/<style>.*?<\/style>/gs, "")
        .replaceAll(/<span class="label"[^>]*>.*?<\/span>/gs, " ")
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&")
        .replaceAll(/\s+/g, " ");
}

/** One section of the page by its id; empty where it is left out. */
export function sectionOf(html: string, id: string): string {
    const start = html.indexOf(`<section id="${id}"`);
    const next = html.indexOf("<section id=", start + 1);
    return start === -1 ? "" : html.slice(start, next === -1 ? html.indexOf("</main>") : next);
}
