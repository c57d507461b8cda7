import { notFound } from "./problems.ts";

const oldest = 51;
const newest = 66;

/** The versions of the API that this org answers, as GET /services/data lists them. */
export function listedVersions() {
    return Array.from({ length: newest - oldest + 1 }, (_, place) => {
        const version = `${oldest + place}.0`;
        return { label: `Version ${version}`, url: `/services/data/v${version}`, version };
    });
}

/** "66.0" of the path part "v66.0". Throws NOT_FOUND for a version that this org doesn't answer. */
export function versionOf(text: string): string {
    const number = /^v(\d{1,3})\.0$/.exec(text)?.[1];
    if (number === undefined || Number(number) < oldest || Number(number) > newest) throw notFound();
    return `${number}.0`;
}
