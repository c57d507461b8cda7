/** The HTML report in a real browser: as the file it is, or with Chinese fonts, which a bare machine lacks. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

const require = createRequire(import.meta.url);
const families = ["noto-sans-tc", "noto-sans-sc"];

export interface OpenReport {
    readonly page: Page;
    /** Everything the page asked for, itself included. */
    readonly asked: readonly string[];
    /** What the browser complained of, its content security policy included. */
    readonly faults: readonly string[];
}

export async function openReport(browser: Browser, path: string, width: number): Promise<OpenReport> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const [asked, faults]: [string[], string[]] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(pathToFileURL(path).href);
    return { page, asked, faults };
}

/** For pictures only: its content security policy is set aside so that fonts may come in. */
export async function openWithFonts(browser: Browser, path: string, width: number, height: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
    const links = families.map((family) => `<link rel="stylesheet" href="/${family}/index.css">`).join("");
    // First in the list: as a fallback the browser shows boxes for some words, however long one waits.
    const first = '<style>:root:root { font-family: "Noto Sans TC", "Noto Sans SC", sans-serif }</style>';
    await context.route("http://report.example/**", (route) => {
        const { pathname } = new URL(route.request().url());
        const file = pathname === "/" ? path : fontFile(pathname);
        if (!existsSync(file)) return route.abort();
        if (pathname === "/") {
            const body = readFileSync(file, "utf8").replace("</head>", `${links}${first}</head>`);
            return route.fulfill({ body, contentType: "text/html" });
        }
        if (!file.endsWith(".css")) return route.fulfill({ path: file });
        // Under the name by which an installed font would be found.
        return route.fulfill({
            body: readFileSync(file, "utf8").replaceAll(" Variable'", "'"),
            contentType: "text/css"
        });
    });
    const page = await context.newPage();
    await page.goto("http://report.example/");
    await page.evaluate("document.fonts.ready");
    return page;
}

/** "/noto-sans-tc/files/x.woff2" in the package of that family. */
function fontFile(pathname: string): string {
    const [, family = "", ...rest] = pathname.split("/");
    return families.includes(family)
        ? join(dirname(require.resolve(`@fontsource-variable/${family}/package.json`)), ...rest)
        : "";
}
