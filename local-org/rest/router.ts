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

/** Routes by the number of their steps and their first one, taken apart once and not at every request. */
type Patterns = ReadonlyMap<string, readonly Pattern[]>;

const known = new WeakMap<readonly Route[], Patterns>();

/** The first route of this method that fits the path; when only other methods fit, "wrongMethod". */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | "wrongMethod" | undefined {
    const steps = stepsOf(path);
    const smallSteps = steps.map((step) => step.toLowerCase());
    let isWrongMethod = false;
    for (const { route, literals, names } of patternsOf(routes).get(groupOf(smallSteps)) ?? []) {
        if (!fits(literals, smallSteps)) continue;
        if (route.method === method) return { route, parts: partsOf(names, steps) };
        isWrongMethod = true;
    }
    return isWrongMethod ? "wrongMethod" : undefined;
}

const groupOf = (smallSteps: readonly string[]): string => `${smallSteps.length} ${smallSteps[0] ?? ""}`;

function fits(literals: readonly (string | null)[], smallSteps: readonly string[]): boolean {
    for (let place = 0; place < literals.length; place += 1) {
        const literal = literals[place];
        if (literal !== null && literal !== smallSteps[place]) return false;
    }
    return true;
}

/** Throws for a route that begins with a name: it would have to stand in every group. */
function patternsOf(routes: readonly Route[]): Patterns {
    let patterns = known.get(routes);
    if (patterns === undefined) {
        const groups = new Map<string, Pattern[]>();
        for (const route of routes) {
            const steps = stepsOf(route.path);
            if (steps[0]?.startsWith(":") === true) throw new Error(`The route ${route.path} begins with a name.`);
            const literals = steps.map((step) => (step.startsWith(":") ? null : step.toLowerCase()));
            const names = steps.map((step) => (step.startsWith(":") ? step.slice(1) : ""));
            const group = groupOf(steps.map((step) => step.toLowerCase()));
            groups.set(group, [...(groups.get(group) ?? []), { route, literals, names }]);
        }
        patterns = groups;
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
