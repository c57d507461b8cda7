/** The sentences in an error of the platform, each once: UI API, GraphQL, a list of either, or a thrown error. */
export function reasonsOf(errors: unknown): string[] {
    const list = Array.isArray(errors) ? errors : [errors];
    return [...new Set(list.flatMap(sentencesOf))];
}

function sentencesOf(error: unknown): string[] {
    if (typeof error === "string") {
        return error === "" ? [] : [error];
    }
    if (typeof error !== "object" || error === null) {
        return [];
    }
    if ("body" in error) {
        return reasonsOf(error.body);
    }
    return "message" in error && typeof error.message === "string" ? [error.message] : [];
}
