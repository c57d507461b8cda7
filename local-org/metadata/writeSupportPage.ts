import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { supportEnd, supportPage, supportStart } from "./supportPage.ts";

/** The README with its written part renewed. Throws where the marks are missing. */
export function withSupportPage(readme: string): string {
    const start = readme.indexOf(supportStart);
    const end = readme.indexOf(supportEnd);
    if (start < 0 || end < start) throw new Error("local-org/README.md has lost the marks around its written part.");
    return readme.slice(0, start) + supportPage() + readme.slice(end + supportEnd.length);
}

const path = new URL("../README.md", import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    writeFileSync(path, withSupportPage(readFileSync(path, "utf8")));
}
