import type { OurComponent } from "./ourComponents.ts";

/**
 * Fields and objects in the order in which they may go: each after all that mention it. A roll-up goes before the
 * field it sums, an object whose formulas read a field of opportunities before that field. What mentions one another
 * goes together.
 */
export function fieldWaves(components: readonly OurComponent[]): OurComponent[][] {
    const waves: OurComponent[][] = [];
    let left = [...components];
    while (left.length > 0) {
        const free = left.filter((each) => !left.some((other) => other !== each && mentions(other, each)));
        const wave = free.length > 0 ? free : left;
        waves.push(wave);
        left = left.filter((each) => !wave.includes(each));
    }
    return waves;
}

/** By the name alone, as formulas write it: two fields of one name count as one. */
function mentions({ text }: OurComponent, { name }: OurComponent): boolean {
    const own = name.split(".").at(-1) ?? name;
    return new RegExp(`\\b${own}\\b`).test(withoutProse(text));
}

function withoutProse(text: string): string {
    return text.replaceAll(/<(fullName|description|inlineHelpText|label)>[^<]*<\/\1>/g, "");
}
