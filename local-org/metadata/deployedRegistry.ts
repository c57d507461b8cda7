import { isTriggered } from "../flow/compiledFlow.ts";
import type { CompiledFlow } from "../flow/compiledFlow.ts";
import type { ComponentRows } from "./componentRows.ts";
import type { Component, Deployed, ObjectTranslation, PermissionSetGrants, ValidationRule } from "./deployed.ts";

interface Contents {
    readonly validationRules: Map<string, ValidationRule>;
    readonly flows: Map<string, CompiledFlow>;
    readonly permissionSets: Map<string, PermissionSetGrants>;
    readonly customPermissions: Map<string, string>;
    readonly labels: Map<string, string>;
    readonly translations: Map<string, ObjectTranslation>;
    readonly components: Map<string, Component>;
}

/** What is deployed, as a deploy changes it. Names are found ignoring case, as the platform does. */
export interface DeployedRegistry extends Deployed {
    putValidationRule(rule: ValidationRule): void;
    putFlow(flow: CompiledFlow): void;
    putPermissionSet(grants: PermissionSetGrants): void;
    putCustomPermission(name: string): void;
    putLabel(name: string, text: string): void;
    putTranslation(translation: ObjectTranslation): void;
    putComponent(component: Component): void;
    /** Takes the components over as they are kept already. */
    restoreComponents(components: readonly Component[]): void;
    /** The files of one component: several for a Lightning web component. */
    files(type: string, fullName: string): readonly Component[];
    allValidationRules(): readonly ValidationRule[];
    allFlows(): readonly CompiledFlow[];
    /** Forgets the component and what it made the org do. */
    remove(type: string, fullName: string): void;
    /** Returns what puts everything back as it is now. */
    checkpoint(): () => void;
}

/** An org with nothing deployed. Components are kept in `rows` too, within the transaction of their deploy. */
export function createDeployed(rows?: Pick<ComponentRows, "put" | "remove">): DeployedRegistry {
    let contents = emptyContents();
    return {
        ...readers(() => contents),
        putValidationRule: (rule) => void contents.validationRules.set(key(`${rule.object}.${rule.name}`), rule),
        putFlow: (flow) => {
            const isActivated = flow.active && contents.flows.get(key(flow.name))?.active !== true;
            if (isActivated) contents.flows.delete(key(flow.name));
            contents.flows.set(key(flow.name), flow);
        },
        putPermissionSet: (grants) => void contents.permissionSets.set(key(grants.name), grants),
        putCustomPermission: (name) => void contents.customPermissions.set(key(name), name),
        putLabel: (name, text) => void contents.labels.set(key(name), text),
        putTranslation: (translation) => {
            contents.translations.set(key(`${translation.object}-${translation.language}`), translation);
        },
        putComponent: (component) => {
            contents.components.set(componentKey(component), component);
            rows?.put(component);
        },
        restoreComponents: (components) => {
            for (const component of components) contents.components.set(componentKey(component), component);
        },
        remove: (type, fullName) => {
            rows?.remove(type, fullName);
            for (const [place, file] of contents.components) {
                if (file.type === type && key(file.fullName) === key(fullName)) contents.components.delete(place);
            }
            mapOf(contents, type)?.delete(key(fullName));
        },
        checkpoint: () => {
            const kept = copyOf(contents);
            return () => void (contents = copyOf(kept));
        }
    };
}

type Readers = Deployed & Pick<DeployedRegistry, "files" | "allValidationRules" | "allFlows">;

function readers(contents: () => Contents): Readers {
    return {
        validationRules: (object) =>
            [...contents().validationRules.values()].filter((rule) => key(rule.object) === key(object)),
        recordTriggeredFlows: (object, when) =>
            [...contents().flows.values()]
                .filter(isTriggered)
                .filter((flow) => flow.active && flow.when === when && key(flow.object) === key(object))
                .sort(byTriggerOrder),
        flow: (name) => contents().flows.get(key(name)),
        permissionSet: (name) => contents().permissionSets.get(key(name)),
        customPermissions: () => [...contents().customPermissions.values()],
        label: (name) => contents().labels.get(key(name)),
        translation: (object, language) => contents().translations.get(key(`${object}-${language}`)),
        components: () => [...contents().components.values()],
        files: (type, fullName) =>
            [...contents().components.values()].filter(
                (file) => file.type === type && key(file.fullName) === key(fullName)
            ),
        allValidationRules: () => [...contents().validationRules.values()],
        allFlows: () => [...contents().flows.values()]
    };
}

/**
 * Salesforce Help, "Define the Run Order of Record-Triggered Flows for an Object": flows without a number run
 * between 1,000 and 1,001 in the order of their activation, in which they are kept; equal numbers run by name.
 */
function byTriggerOrder(one: CompiledFlow, other: CompiledFlow): number {
    const difference = (one.triggerOrder ?? 1000.5) - (other.triggerOrder ?? 1000.5);
    if (difference !== 0 || one.triggerOrder === null) return difference;
    return one.name < other.name ? -1 : 1;
}

function mapOf(contents: Contents, type: string): Map<string, unknown> | undefined {
    if (type === "ValidationRule") return contents.validationRules;
    if (type === "Flow") return contents.flows;
    if (type === "PermissionSet") return contents.permissionSets;
    if (type === "CustomPermission") return contents.customPermissions;
    if (type === "CustomObjectTranslation") return contents.translations;
    return type === "CustomLabel" ? contents.labels : undefined;
}

function emptyContents(): Contents {
    return {
        validationRules: new Map(),
        flows: new Map(),
        permissionSets: new Map(),
        customPermissions: new Map(),
        labels: new Map(),
        translations: new Map(),
        components: new Map()
    };
}

function copyOf(contents: Contents): Contents {
    return {
        validationRules: new Map(contents.validationRules),
        flows: new Map(contents.flows),
        permissionSets: new Map(contents.permissionSets),
        customPermissions: new Map(contents.customPermissions),
        labels: new Map(contents.labels),
        translations: new Map(contents.translations),
        components: new Map(contents.components)
    };
}

function key(name: string): string {
    return name.toLowerCase();
}

function componentKey(component: Component): string {
    return JSON.stringify([component.type, key(component.fullName), component.path]);
}
