import { fileOfImport } from "../build/buildBaseComponents.ts";
import type { PagePerson } from "./people.ts";

/** The languages the page can be seen in, by the name they have in its address. */
export const pageLanguages = { en: "en-US", zh_TW: "zh-TW", zh_CN: "zh-CN" } as const;

export interface PageSetting {
    readonly person: PagePerson;
    readonly people: readonly PagePerson[];
    readonly language: keyof typeof pageLanguages;
    /** The org's instant. */
    readonly now: string;
    readonly refreshSeconds: number;
    /** Modules of the base components that the page imports. */
    readonly imports: readonly string[];
}

/** The HTML around the page. It names the people, and holds no session of theirs. */
export function pageDocument({ person, people, language, now, refreshSeconds, imports }: PageSetting): string {
    const lang = pageLanguages[language];
    const settings = {
        user: person.key,
        users: people.map(({ key, name }) => ({ key, name })),
        language: lang,
        timeZone: person.timeZone,
        now,
        currency: "TWD",
        apiVersion: "66.0",
        refreshSeconds
    };
    const importMap = { imports: Object.fromEntries(imports.map((name) => [name, `/base/${fileOfImport(name)}`])) };
    const [font, family] = language === "zh_CN" ? ["sc", "Noto Sans SC Variable"] : ["tc", "Noto Sans TC Variable"];
    return `<!doctype html>
<html lang="${lang}">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Pipewright</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/slds/styles/salesforce-lightning-design-system.min.css" />
        <link rel="stylesheet" href="/fonts/${font}/index.css" />
        <style>
            html, body { background: #f3f3f3; }
            body { font-family: "Salesforce Sans", "${family}", sans-serif; }
        </style>
        <script type="importmap">${inScript(importMap)}</script>
        <script type="application/json" id="settings">${inScript(settings)}</script>
    </head>
    <body>
        <div id="page"></div>
        <script type="module" src="/page.js"></script>
    </body>
</html>
`;
}

/** No text in the data may end the script element. */
function inScript(data: unknown): string {
    return JSON.stringify(data).replaceAll("<", "\\u003c");
}
