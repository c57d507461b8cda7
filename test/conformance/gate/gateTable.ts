/** Each rule in each situation at each level through each door, and what must come of it. */
import { rules } from "c/pwPolicy";
import type { Door, Refusals, Save } from "./doors.ts";
import type { Fields, GateOrg, Person } from "./gateOrg.ts";
import { brokenByAnyNew, lackingDeals, makeDeals, type DealToMake, type LackingDeal } from "./lackingDeals.ts";
import type { SourceFiles } from "./repositoryPackage.ts";
import { ruleRecords, type RuleSetting } from "./ruleRecords.ts";
import { isAsked, situations, type Situation } from "./situations.ts";
import { stageNamed } from "./stages.ts";

/** The last one is misspelt, as an admin may write it; it must be as good as Off to the gate. */
export const levels = ["Off", "Observe", "Warn", "Block", "Blok"] as const;
export type WrittenLevel = (typeof levels)[number];

const rulesDate = "2026-06-01";
const beforeRulesDate = "2026-05-01";

/** One deal in one situation, made once and moved again after every way back. */
interface Row {
    readonly lack: LackingDeal;
    readonly situation: Situation;
    readonly id: string | null;
    readonly fields: Fields;
    readonly token: string | undefined;
}

/** An org in which every row's deal stands where its situation begins. */
export interface TableWorld {
    readonly org: GateOrg;
    readonly rows: readonly Row[];
    readonly back: () => Promise<void>;
}

export interface TableCase {
    readonly name: string;
    readonly expected: string;
    readonly found: string;
}

export async function openTable(org: GateOrg): Promise<TableWorld> {
    // At Block, for what is made then is stamped, never refused, and has no gap noted.
    await org.deploy(ruleRecords(settingsOf(() => "Block")));
    const approver = await org.signIn("approver", "System Administrator", ["PW_Approver"]);
    const bypass = await org.signIn("loader", "System Administrator", ["PW_Integration"]);
    const planned = lackingDeals.flatMap((lack) => situations.map((situation) => ({ lack, situation })));
    const isOlder = ({ situation }: (typeof planned)[number]) => situation.spared === "byAge";
    await org.setClock(beforeRulesDate);
    const rows = await makeRows(org, { approver, bypass }, planned.filter(isOlder));
    await org.setClock(org.today);
    rows.push(
        ...(await makeRows(
            org,
            { approver, bypass },
            planned.filter((each) => !isOlder(each))
        ))
    );
    return { org, rows, back: await org.keep() };
}

async function makeRows(
    org: GateOrg,
    { approver, bypass }: Readonly<Record<"approver" | "bypass", Person>>,
    planned: readonly { readonly lack: LackingDeal; readonly situation: Situation }[]
): Promise<Row[]> {
    const standing = planned.flatMap(({ lack, situation }): DealToMake[] => {
        const position = situation.standsAt(lack.from);
        if (position === null) return [];
        const exempt = situation.spared === "byException" ? lack.ruleId : null;
        return [{ name: nameOf(lack, situation), stage: stageNamed(position), deal: lack.deal, exempt }];
    });
    const ids = await makeDeals(org, approver, standing);
    const idOf = new Map(standing.map(({ name }, place) => [name, ids[place] ?? null]));
    return planned.map(({ lack, situation }) => ({
        lack,
        situation,
        id: idOf.get(nameOf(lack, situation)) ?? null,
        fields: fieldsOf(lack, situation),
        token: situation.spared === "byBypass" ? bypass.token : undefined
    }));
}

const nameOf = ({ ruleId }: LackingDeal, { name }: Situation): string => `${ruleId}, ${name}`;

function fieldsOf(lack: LackingDeal, situation: Situation): Fields {
    const position = situation.goesTo(lack.from);
    const moved = position === null ? { Description: "Nothing about its stage." } : { StageName: stageNamed(position) };
    const isNew = situation.standsAt(lack.from) === null;
    return isNew ? { ...lack.deal.fields, ...moved, Name: nameOf(lack, situation) } : moved;
}

/** Every rule's record, at the level that is given for it. */
export function settingsOf(levelOf: (ruleId: string) => WrittenLevel): Record<string, RuleSetting> {
    return Object.fromEntries(
        lackingDeals.map(({ ruleId, from, minimum, tolerance }) => [
            ruleId,
            {
                ...{ level: levelOf(ruleId), fromPosition: from, createdFrom: rulesDate },
                ...(minimum === undefined ? {} : { minimum }),
                ...(tolerance === undefined ? {} : { tolerance })
            }
        ])
    );
}

/** Neighbours stand at different levels, so that none can pass for another; over five turns each rule has each level. */
export function levelInTurn(turn: number): (ruleId: string) => WrittenLevel {
    return (ruleId) => {
        const place = lackingDeals.findIndex((each) => each.ruleId === ruleId);
        return levels[(place + turn) % levels.length] ?? "Off";
    };
}

/** The turn in which the rule stands at the level. */
export function turnOf(ruleId: string, level: WrittenLevel): number {
    return levels.findIndex((_, turn) => levelInTurn(turn)(ruleId) === level);
}

/** All rows once through one door, from where they began; `changed` is deployed in place of what the org has. */
export async function runTurn(
    { org, rows, back }: TableWorld,
    door: Door,
    turn: number,
    changed: SourceFiles = new Map()
): Promise<TableCase[]> {
    await back();
    const levelOf = levelInTurn(turn);
    await org.deploy(new Map([...changed, ...ruleRecords(settingsOf(levelOf))]));
    const refusals = await door.save(
        org,
        rows.map(({ id, fields, token }): Save => ({ id, fields, token }))
    );
    const after = await savedRows(org);
    return rows.map((row, place) => {
        const { lack, situation } = row;
        const expected = expectedOf(row, levelOf);
        const found = foundOf(row, refusals[place] ?? [], after);
        const name = `${lack.ruleId} at ${levelOf(lack.ruleId)}, ${situation.name}, by ${door.name}`;
        return { name, expected: expected.said, found: door.tellsAll ? found : expected.completed(found) };
    });
}

interface SavedRow {
    readonly StageName: string;
    readonly PW_Gaps__c: string | null;
    readonly PW_Bypassed_Rules__c: string | null;
}

async function savedRows(org: GateOrg): Promise<ReadonlyMap<string, SavedRow>> {
    const found = await org.query(
        "SELECT Name, StageName, PW_Gaps__c, PW_Bypassed_Rules__c FROM Opportunity LIMIT 2000"
    );
    return new Map(found.map((each) => [String(each["Name"]), each as unknown as SavedRow]));
}

/** The rules that this save would break, were they at Block: which the situation asks, and from which position on. */
function brokenIn({ lack, situation }: Row): string[] {
    const position = situation.goesTo(lack.from) ?? -1;
    const isNew = situation.standsAt(lack.from) === null;
    const own = [lack.ruleId, ...lack.alsoBreaks];
    const broken = isNew ? [...brokenByAnyNew, ...(lack.isOfTheRecord ? own : [])] : own;
    const asked = [...new Set(broken)].filter((ruleId) => isAsked(situation.asks, ruleId));
    return situation.asks === "whereLost" ? asked : asked.filter((ruleId) => position >= fromOf(ruleId));
}

function fromOf(ruleId: string): number {
    return lackingDeals.find((each) => each.ruleId === ruleId)?.from ?? 0;
}

interface Expected {
    readonly said: string;
    /** The same, where the door told one of the refusals that are expected. */
    completed(found: string): string;
}

function expectedOf(row: Row, levelOf: (ruleId: string) => WrittenLevel): Expected {
    const { situation, lack } = row;
    const isNew = situation.standsAt(lack.from) === null;
    const exempt = situation.spared === "byException" ? [lack.ruleId] : [];
    const broken = brokenIn(row).filter((ruleId) => !exempt.includes(ruleId));
    const at = (...wanted: WrittenLevel[]) => broken.filter((ruleId) => wanted.includes(levelOf(ruleId)));
    const [blocking, watching] = [at("Block"), at("Observe", "Warn")];
    const refuses = !isNew && situation.spared !== "byBypass" && situation.spared !== "byAge";
    const refused = refuses ? blocking.map((ruleId) => `StageName: ${messageOf(ruleId)}`).sort() : [];
    if (refused.length > 0) {
        const said = refusedWith(refused);
        return { said, completed: (found) => (refused.some((each) => found === refusedWith([each])) ? said : found) };
    }
    const bypassed = situation.spared === "byBypass" ? blocking : [];
    const said = savedWith(watching, bypassed);
    return { said, completed: (found) => found };
}

function foundOf(
    { fields, lack, situation, id }: Row,
    refusals: Refusals,
    after: ReadonlyMap<string, SavedRow>
): string {
    const row = after.get(nameOf(lack, situation));
    const stood = situation.standsAt(lack.from);
    if (refusals.length > 0) {
        const isAsBefore = id === null ? row === undefined : row?.StageName === stageNamed(stood ?? -1);
        return isAsBefore ? refusedWith([...refusals].sort()) : "refused, and changed all the same";
    }
    if (row === undefined) return "neither refused nor saved";
    const isMoved = row.StageName === (fields["StageName"] ?? stageNamed(stood ?? -1));
    return isMoved ? savedWith(listed(row.PW_Gaps__c), listed(row.PW_Bypassed_Rules__c)) : "saved in another stage";
}

const listed = (text: string | null): string[] => (text ?? "").split(";").filter((each) => each !== "");
const refusedWith = (refusals: readonly string[]): string => `refused with ${refusals.join(" and ")}`;

function savedWith(gaps: readonly string[], bypassed: readonly string[]): string {
    const noted = (what: string, ids: readonly string[]) =>
        ids.length === 0 ? "" : `, ${what} ${[...ids].sort().join()}`;
    return `saved${noted("noting", gaps)}${noted("bypassing", bypassed)}`;
}

function messageOf(ruleId: string): string {
    const rule = rules.find(({ id }) => id === ruleId);
    if (rule === undefined) throw new Error(`There is no rule ${ruleId}.`);
    return rule.words.en.message;
}
