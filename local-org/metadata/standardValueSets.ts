import { putStandardValueSet, standardValueSet, standardValueSetNames } from "../data/standardValueSets.ts";
import type { StageSettings, StandardValue } from "../data/standardValue.ts";
import { forecastCategoryByName } from "../schema/standard/opportunityStages.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, integerOf, requiredText, textOf } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import { escapeXml } from "./xmlElement.ts";
import type { XmlElement } from "./xmlElement.ts";

export const standardValueSetShape: ElementShape = { enforced: ["standardValue"], kept: ["fullName", "sorted"] };

export const standardValueShape: ElementShape = {
    enforced: [
        "fullName",
        "label",
        "default",
        "isActive",
        "closed",
        "won",
        "probability",
        "forecastCategory",
        "description"
    ],
    kept: ["color", "converted", "reverseRole"]
};

/** The whole set as given: what it leaves out becomes inactive, as on the platform, and records keep it. */
export const deployStandardValueSet: DeployComponent = ({ org }, { fullName, element }) => {
    const what = `StandardValueSet ${fullName}`;
    if (element === null) throw new DeployProblem("it is not a metadata file");
    if (!standardValueSetNames.includes(fullName)) {
        throw new DeployProblem(
            `${what} is not supported by this local org; it has ${standardValueSetNames.join(", ")}`
        );
    }
    checkShape(element, standardValueSetShape, what);
    const values = childrenNamed(element, "standardValue").map((value) => valueOf(value, fullName, what));
    if (values.length === 0) throw new DeployProblem(`${what}: it must hold at least one value`, element.line);
    putStandardValueSet(org, fullName, values);
    return "changed";
};

function valueOf(element: XmlElement, set: string, what: string): StandardValue {
    checkShape(element, standardValueShape, `${what}, standardValue`);
    const value = requiredText(element, "fullName", `${what}, standardValue`);
    const common = {
        value,
        label: textOf(element, "label") ?? value,
        active: booleanOf(element, "isActive", true),
        isDefault: booleanOf(element, "default", false)
    };
    return set === "OpportunityStage" ? { ...common, stage: stageOf(element, `${what}, ${value}`) } : common;
}

function stageOf(element: XmlElement, what: string): StageSettings {
    const category = requiredText(element, "forecastCategory", what);
    if (![...forecastCategoryByName.values()].includes(category)) {
        throw new DeployProblem(`${what}: there is no forecastCategory ${category}`, element.line);
    }
    return {
        isClosed: booleanOf(element, "closed", false),
        isWon: booleanOf(element, "won", false),
        probability: integerOf(element, "probability") ?? 0,
        forecastCategory: category,
        description: textOf(element, "description") ?? null
    };
}

/** The set as it stands now, as the inside of a file; undefined for a set that this org doesn't have. */
export function standardValueSetContent({ org }: Pick<DeployContext, "org">, name: string): string | undefined {
    if (!standardValueSetNames.includes(name)) return undefined;
    const values = standardValueSet(org, name).map((each) => {
        const parts = Object.entries(saidOf(each)).flatMap(([tag, value]) =>
            value === null ? [] : [`        <${tag}>${escapeXml(String(value))}</${tag}>\n`]
        );
        return `    <standardValue>\n${parts.join("")}    </standardValue>\n`;
    });
    return `    <sorted>false</sorted>\n${values.join("")}`;
}

function saidOf({
    value,
    label,
    active,
    isDefault,
    stage
}: StandardValue): Record<string, string | number | boolean | null> {
    return {
        fullName: value,
        default: isDefault,
        isActive: active ? null : false,
        label,
        closed: stage?.isClosed ?? null,
        description: stage?.description ?? null,
        forecastCategory: stage?.forecastCategory ?? null,
        probability: stage?.probability ?? null,
        won: stage?.isWon ?? null
    };
}
