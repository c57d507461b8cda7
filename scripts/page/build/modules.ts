import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../org/packageRoot.ts";

export const browserFolder = join(packageRoot(), "scripts", "page", "browser");

/** What the page puts in the place of modules that only an org has. */
const adapters: Readonly<Record<string, string>> = {
    "lightning/uiRecordApi": "uiRecordApi.ts",
    "lightning/uiObjectInfoApi": "uiObjectInfoApi.ts",
    "lightning/graphql": "graphql.ts",
    "lightning/refresh": "refresh.ts",
    "@salesforce/i18n/lang": "lang.ts",
    "@salesforce/i18n/locale": "locale.ts",
    "@salesforce/i18n/timeZone": "timeZone.ts"
};

/** The TypeScript file of a module of ours; null for a module of somebody else. */
export function fileOfModule(name: string): string | null {
    const adapter = adapters[name];
    if (adapter !== undefined) {
        return join(browserFolder, "adapters", adapter);
    }
    const [namespace, bundle = ""] = name.split("/");
    const folders = namespace === "page" ? [join(browserFolder, "lwc")] : namespace === "c" ? bundleFolders() : [];
    return folders.map((folder) => join(folder, bundle, `${bundle}.ts`)).find(existsSync) ?? null;
}

/** Every `lwc` folder of the package. */
function bundleFolders(): string[] {
    const main = join(packageRoot(), "force-app", "main");
    return readdirSync(main).map((part) => join(main, part, "lwc"));
}
