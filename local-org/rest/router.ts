import type { Route } from "./call.ts";

export interface Match {
    readonly route: Route;
    readonly parts: Readonly<Record<string, string>>;
}

interface Pattern {
    readonly route: Route;
    /** Literal steps in small letters; null for a step that the route names. */
    readonly literals: readonly (string | null)[];
    readonly names: readonly string[];
}

/** Routes by the number of their steps, taken apart once and not at every request. */
type Patterns = readonly (readonly Pattern[])[];

const known = new WeakMap<readonly Route[], Patterns>();

/** The first route of this method that fits the path; when only other methods fit, "wrongMethod". */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | "wrongMethod" | undefined {
    const steps = stepsOf(path);
    const smallSteps = steps.map((step) => step.toLowerCase());
    let isWrongMethod = false;
    for (const { route, literals, names } of patternsOf(routes)[steps.length] ?? []) {
        if (!literals.every((literal, place) => literal === null || literal === smallSteps[place])) continue;
        if (route.method === method) return { route, parts: partsOf(names, steps) };
        isWrongMethod = true;
    }
    return isWrongMethod ? "wrongMethod" : undefined;
}

function patternsOf(routes: readonly Route[]): Patterns {
    let patterns = known.get(routes);
    if (patterns === undefined) {
        const byCount: Pattern[][] = [];
        for (const route of routes) {
            const steps = stepsOf(route.path);
            const literals = steps.map((step) => (step.startsWith(":") ? null : step.toLowerCase()));
            const names = steps.map((step) => (step.startsWith(":") ? step.slice(1) : ""));
            (byCount[steps.length] ??= []).push({ route, literals, names });
        }
        patterns = byCount;
        known.set(routes, patterns);
    }
    return patterns;
}

function stepsOf(path: string): string[] {
    return path.split("/").filter((step) => step !== "");
}

function partsOf(names: readonly string[], steps: readonly string[]): Record<string, string> {
    const parts: Record<string, string> = {};
    names.forEach((name, place) => {
        if (name !== "") parts[name] = decoded(steps[place] ?? "");
    });
    return parts;
}

/** Text that isn't proper percent-encoding stands for itself: it then names nothing that exists. */
function decoded(step: string): string {
    if (!step.includes("%")) return step;
    try {
        return decodeURIComponent(step);
    } catch (error) {
        if (error instanceof URIError) return step;
        throw error;
    }
}
