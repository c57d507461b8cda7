import type { Deployed } from "./deployed.ts";
import type { DeployedRegistry } from "./deployedRegistry.ts";
import { DeployProblem } from "./deployProblem.ts";

/** Every org speaks its own language; any other has to be active before something is translated into it. */
const ownLanguage = "en_US";

/** "Opportunity-zh_TW" → "Opportunity" and "zh_TW"; "zh_TW" alone is no object's. */
export function translated(fullName: string): [name: string, language: string] {
    const at = fullName.lastIndexOf("-");
    return [fullName.slice(0, Math.max(at, 0)), fullName.slice(at + 1)];
}

/** The languages that are active besides the org's own. An org lists the Translations of each, as the platform does. */
export function activeLanguages({ components }: Pick<Deployed, "components">): readonly string[] {
    return components()
        .filter(({ type }) => type === "Translations")
        .map(({ fullName }) => fullName);
}

/** Throws DeployProblem for a language that is not active, in the platform's words. */
export function checkLanguage(deployed: Pick<Deployed, "components">, language: string): void {
    if (language === ownLanguage || activeLanguages(deployed).includes(language)) return;
    throw new DeployProblem("Not available for deploy for this organization");
}

/** Set-up's page of languages does this on the platform. A language once active stays so. */
export function activateLanguage(deployed: DeployedRegistry, language: string, now: string): void {
    if (language === ownLanguage || activeLanguages(deployed).includes(language)) return;
    const empty = `<?xml version="1.0" encoding="UTF-8"?>\n<Translations xmlns="http://soap.sforce.com/2006/04/metadata"/>\n`;
    deployed.putComponent({
        type: "Translations",
        fullName: language,
        path: `translations/${language}.translation`,
        content: new TextEncoder().encode(empty),
        lastModifiedDate: now
    });
}
