import { isCustomObject, keyOf, objectOf, type Component, type Stage } from "./component.ts";
import { fieldWaves } from "./fieldWaves.ts";
import type { OurComponent } from "./ourComponents.ts";

/**
 * Happens as a whole or not at all, assignments 200 at a time. `stopFlows`: none of their versions is active any
 * more; `deleteFlows`: every version goes; `unassign`: nobody holds these permission sets any more.
 */
export interface Step {
    readonly stage: Stage;
    readonly action: "delete" | "stopFlows" | "deleteFlows" | "unassign";
    readonly components: readonly Component[];
}

export interface RemovalPlan {
    readonly steps: readonly Step[];
    /** Not ours, but inside an object of ours, so that it goes with it. */
    readonly goesAlong: readonly Component[];
    /** Named like ours and not ours: left alone. */
    readonly leftAlone: readonly Component[];
    /** Ours, and deleted by no API: translations, which go with what they translate. */
    readonly undeletable: readonly Component[];
}

/** Translations, which no API deletes. */
export const undeletableTypes: readonly string[] = ["CustomObjectTranslation", "Translations"];

/** Each line one deploy; types that may hold each other go in the order of the lines. */
const order: readonly (readonly [stage: Stage, types: readonly string[]])[] = [
    ["rules", ["ValidationRule"]],
    ["flows", ["FlowTest"]],
    ["actions", ["QuickAction"]],
    ["components", ["PathAssistant", "FlexiPage", "Dashboard"]],
    ["components", ["CustomTab", "LightningComponentBundle", "Report", "CustomNotificationType"]],
    ["components", ["ListView", "CompactLayout", "ReportType", "ReportFolder", "DashboardFolder"]],
    ["settings", ["CustomMetadata"]]
];

/** Last, for without these nobody could read what is exported right before it goes. */
const accessTypes = ["PermissionSet", "CustomPermission"];

/** What of ours is in the org, in the order in which it goes. Pure: what the org has comes as `present`. */
export function planRemoval(ours: readonly OurComponent[], present: readonly Component[]): RemovalPlan {
    const here = new Set(present.map(keyOf));
    const made = new Set(ours.map(keyOf));
    const there = ours.filter((each) => here.has(keyOf(each)));
    const objects = there.filter(({ type }) => type === "CustomObject");
    const others = present.filter((each) => !made.has(keyOf(each)));
    const isInside = (each: Component): boolean => objects.some((object) => holds(object, each));
    return {
        steps: [...stepsOf(there, others.filter(isRecordOf(objects)))].filter(
            ({ components }) => components.length > 0
        ),
        goesAlong: others.filter(isInside),
        leftAlone: others.filter((each) => !isInside(each) && isNamedLikeOurs(each)),
        undeletable: there.filter(({ type }) => undeletableTypes.includes(type))
    };
}

function stepsOf(there: readonly OurComponent[], records: readonly Component[]): Step[] {
    const flows = there.filter(({ type }) => type === "Flow").map(withoutText);
    const sets = there.filter(({ type }) => type === "PermissionSet").map(withoutText);
    const step = (stage: Stage, action: Step["action"], components: readonly Component[]): Step => ({
        ...{ stage, action, components }
    });
    const deletes = order.flatMap(([stage, types]) => {
        const components = there.filter((each) => types.includes(orderedAs(each)) && !goesWithItsObject(each));
        const more = types.includes("CustomMetadata") ? records : [];
        const deletion = step(stage, "delete", [...components.map(withoutText), ...more]);
        if (stage === "flows") return [step(stage, "stopFlows", flows), deletion, step(stage, "deleteFlows", flows)];
        return [deletion];
    });
    const settings = there.filter(isSetting).map(withoutText);
    const fields = there.filter(
        (each) => (each.type === "CustomField" && !goesWithItsObject(each)) || (isObject(each) && !isSetting(each))
    );
    return [
        ...deletes,
        step("settings", "delete", settings),
        ...fieldWaves(fields).map((wave) => step("fields", "delete", wave.map(withoutText))),
        step("access", "unassign", sets),
        ...accessTypes.map((type) =>
            step("access", "delete", there.filter((each) => each.type === type).map(withoutText))
        )
    ];
}

/** A folder of reports or dashboards is a component of their type, and goes after all in it. */
function orderedAs({ type, name }: Component): string {
    return ["Report", "Dashboard"].includes(type) && !name.includes("/") ? `${type}Folder` : type;
}

const isObject = ({ type }: Component): boolean => type === "CustomObject";

/** Custom metadata types, and custom settings. */
function isSetting(component: OurComponent): boolean {
    return isObject(component) && (/__mdt$/.test(component.name) || component.text.includes("<customSettingsType>"));
}

/** Rules go before, so that they stop nobody meanwhile. An org may ask for one list view of each object. */
function goesWithItsObject(component: Component): boolean {
    const object = objectOf(component);
    return component.type !== "ValidationRule" && object !== null && isCustomObject(object);
}

function holds(object: Component, component: Component): boolean {
    return objectOf(component) === object.name || isRecordOf([object])(component);
}

/** Records of custom metadata types are named "PW_Rule.Products_Present". */
function isRecordOf(objects: readonly Component[]): (component: Component) => boolean {
    const prefixes = objects.map(({ name }) => name.replace(/__mdt$/, "."));
    return ({ type, name }) => type === "CustomMetadata" && prefixes.some((prefix) => name.startsWith(prefix));
}

function isNamedLikeOurs({ name }: Component): boolean {
    return name.split(/[./]/).some((part) => /^(PW_|pw[A-Z])/.test(part));
}

function withoutText({ type, name }: Component): Component {
    return { type, name };
}
