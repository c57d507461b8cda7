import type { DeployComponent } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { checkLanguage, translated } from "./languages.ts";

export function storedWarning(type: string, fullName: string): string {
    return `${type} ${fullName} is stored only: this local org does not act on it`;
}

/** Kept for retrieve and list. */
export const deployStored: DeployComponent = ({ deployed }, { type, fullName, files }) => {
    if (type.name === "LightningComponentBundle") checkBundle(fullName, files);
    if (type.name === "Translations" || type.name === "StandardValueSetTranslation") {
        checkLanguage(deployed, translated(fullName)[1]);
    }
    return deployed.files(type.name, fullName).length > 0 ? "changed" : "created";
};

// Compiled files are not committed: a bundle that was never built has only its sources.
function checkBundle(name: string, files: readonly { readonly path: string }[]): void {
    const paths = new Set(files.map((file) => file.path));
    if (!paths.has(`lwc/${name}/${name}.js`))
        throw new DeployProblem(`${name}: no ${name}.js in the bundle; build it first`);
    if (!paths.has(`lwc/${name}/${name}.js-meta.xml`))
        throw new DeployProblem(`${name}: no ${name}.js-meta.xml in the bundle`);
}
