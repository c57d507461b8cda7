import type { MadeComponent } from "../gather/readMade.ts";
import type { OurName } from "./ourNames.ts";

/** Something of somebody else's that has a name of ours, and that a deploy would overwrite. */
export interface Collision {
    readonly type: string;
    readonly name: string;
}

export interface PresentNames {
    /** Of every type of ours, as listed: what this user may not see too. */
    readonly components: readonly Collision[];
    /** What those by names of ours say, by `nameKey`; left out: the org doesn't tell. */
    readonly made: ReadonlyMap<string, MadeComponent>;
}

export function nameKey({ type, name }: Collision): string {
    return `${type} ${name}`;
}

/** Where these are there and are ours, Pipewright is installed. */
const anchors: readonly Collision[] = [
    { type: "CustomField", name: "Opportunity.PW_Stage_Stamp__c" },
    { type: "CustomObject", name: "PW_Rule__mdt" }
];

/** Whether the stamp or the type of rule records is there, and neither is somebody else's. */
export function isInstalled(ours: readonly OurName[], present: PresentNames): boolean {
    const foreign = new Set(foreignTables(ours, present).map(nameKey));
    const there = new Set(present.components.map(nameKey));
    const found = anchors.map(nameKey).filter((each) => there.has(each));
    return found.length > 0 && !found.some((each) => foreign.has(each));
}

/**
 * What the org has by names of ours and isn't ours. Fields and objects are ours where type and either label, help or
 * description are as we deploy them, or did; what stands in an object of ours goes by the object. The others are ours
 * where they say what ours say; where Pipewright is installed, also where they name a field or object of ours, as an
 * earlier version's do, and where the org doesn't tell what they say.
 */
export function findCollisions(ours: readonly OurName[], present: PresentNames): Collision[] {
    const { components, made } = present;
    const there = new Set(components.map(nameKey));
    const tables = foreignTables(ours, present);
    const foreign = new Set(tables.map(nameKey));
    const installed = isInstalled(ours, present);
    const tokens = ours.flatMap((each) => {
        const isOurTable = isTable(each) && there.has(nameKey(each)) && !foreign.has(nameKey(each));
        return isOurTable && isToken(each) ? [each.name.split(".").at(-1) ?? ""] : [];
    });
    const namesOurs = new RegExp(`\\b(${tokens.join("|")})\\b`);
    const isTheirs = (each: OurName): boolean => {
        const object = objectAround(each);
        if (object !== null) return foreign.has(nameKey(object)) || !there.has(nameKey(object));
        const said = made.get(nameKey(each));
        if (said === undefined) return !installed;
        const same = each.description === null ? each.label === said.label : each.description === said.description;
        return !same && !(installed && tokens.length > 0 && namesOurs.test(said.text));
    };
    const others = ours.filter((each) => !isTable(each) && there.has(nameKey(each)) && isTheirs(each));
    return [...tables, ...others.map(({ type, name }) => ({ type, name }))];
}

function foreignTables(ours: readonly OurName[], { components, made }: PresentNames): Collision[] {
    const there = new Set(components.map(nameKey));
    return ours
        .filter((each) => {
            const said = made.get(nameKey(each));
            if (!isTable(each) || !there.has(nameKey(each)) || said === undefined) return false;
            const isOfType = each.type === "CustomObject" || each.fieldType === said.fieldType;
            const saysTheSame = (["label", "help", "description"] as const).some(
                (what) => each[what] !== null && each[what] === said[what]
            );
            return !isOfType || !saysTheSame;
        })
        .map(({ type, name }) => ({ type, name }));
}

function isTable({ type }: Collision): boolean {
    return type === "CustomObject" || type === "CustomField";
}

/** "Amount__c" of an object of ours may be anybody's. */
function isToken({ type, name }: Collision): boolean {
    return type === "CustomObject" || /\.PW_\w+$/.test(name);
}

/** The object of ours that a component stands in, or whose record it is. */
function objectAround({ type, name }: Collision): Collision | null {
    const [object = ""] = name.split(".");
    if (type === "CustomMetadata") return { type: "CustomObject", name: `${object}__mdt` };
    const isPart = ["ValidationRule", "ListView", "CompactLayout"].includes(type);
    return isPart && /__(c|mdt)$/.test(object) ? { type: "CustomObject", name: object } : null;
}
