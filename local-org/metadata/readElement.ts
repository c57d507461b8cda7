import { DeployProblem } from "./deployProblem.ts";
import type { XmlElement } from "./xmlElement.ts";

/** What may stand inside an element: `enforced` makes the org act, `kept` is stored and shown only. */
export interface ElementShape {
    readonly enforced: readonly string[];
    readonly kept: readonly string[];
    /** Known to the platform and not acted on here: a value other than the given ones is refused. */
    readonly onlyAs?: Readonly<Record<string, readonly string[]>>;
}

/** Refuses, by name, every child element that this org neither enforces nor keeps. */
export function checkShape(element: XmlElement, shape: ElementShape, what: string): void {
    for (const child of element.children) {
        const allowed = shape.onlyAs?.[child.name];
        if (allowed !== undefined && !allowed.includes(child.text)) {
            const value = child.text === "" ? "" : ` ${child.text}`;
            throw new DeployProblem(`${what}: ${child.name}${value} is not supported by this local org`, child.line);
        }
        if (allowed !== undefined || shape.enforced.includes(child.name) || shape.kept.includes(child.name)) continue;
        throw new DeployProblem(`${what}: element ${child.name} is not supported by this local org`, child.line);
    }
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
    return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((child) => child.name === name);
}

/** The child's text; undefined where it is absent or empty. */
export function textOf(element: XmlElement, name: string): string | undefined {
    const text = childNamed(element, name)?.text;
    return text === undefined || text === "" ? undefined : text;
}

export function requiredText(element: XmlElement, name: string, what: string): string {
    const text = textOf(element, name);
    if (text === undefined) throw new DeployProblem(`${what}: required element ${name} is missing`, element.line);
    return text;
}

export function booleanOf(element: XmlElement, name: string, otherwise: boolean): boolean {
    const child = childNamed(element, name);
    if (child === undefined) return otherwise;
    if (child.text !== "true" && child.text !== "false") {
        throw new DeployProblem(`${name} must be true or false, not "${child.text}"`, child.line);
    }
    return child.text === "true";
}

export function integerOf(element: XmlElement, name: string): number | undefined {
    const child = childNamed(element, name);
    if (child === undefined) return undefined;
    if (!/^\d{1,9}$/.test(child.text))
        throw new DeployProblem(`${name} must be a whole number, not "${child.text}"`, child.line);
    return Number(child.text);
}
