import type { Route } from "./call.ts";

export interface Match {
    readonly route: Route;
    readonly parts: Readonly<Record<string, string>>;
}

/** The first route of this method that fits the path; when only other methods fit, "wrongMethod". */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | "wrongMethod" | undefined {
    const steps = stepsOf(path);
    const fitting = routes.flatMap((route) => {
        const parts = partsOf(stepsOf(route.path), steps);
        return parts === undefined ? [] : [{ route, parts }];
    });
    const match = fitting.find(({ route }) => route.method === method);
    return match ?? (fitting.length > 0 ? "wrongMethod" : undefined);
}

function stepsOf(path: string): string[] {
    return path.split("/").filter((step) => step !== "");
}

function partsOf(pattern: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
    if (pattern.length !== steps.length) return undefined;
    const parts: Record<string, string> = {};
    for (const [place, wanted] of pattern.entries()) {
        const step = steps[place] ?? "";
        if (wanted.startsWith(":")) parts[wanted.slice(1)] = decoded(step);
        else if (wanted.toLowerCase() !== step.toLowerCase()) return undefined;
    }
    return parts;
}

/** Text that isn't proper percent-encoding stands for itself: it then names nothing that exists. */
function decoded(step: string): string {
    try {
        return decodeURIComponent(step);
    } catch (error) {
        if (error instanceof URIError) return step;
        throw error;
    }
}
