import type { Account, Size } from "./accounts.ts";
import { pickSeller } from "./accounts.ts";
import type { Day } from "./calendar.ts";
import { workdayUpTo } from "./calendar.ts";
import { dealerBook, standardBook } from "./catalogue.ts";
import type { PriceBook } from "./catalogue.ts";
import { dealWords } from "./dealWords.ts";
import { idCounter } from "./ids.ts";
import type { Line } from "./lines.ts";
import { makeLines } from "./lines.ts";
import type { Seller, Team } from "./people.ts";
import { isInactiveOn } from "./people.ts";
import {
    DEALS_NOT_HANDED_OVER,
    DEALS_WITHOUT_ACCOUNT,
    DEALS_WITHOUT_LEAD_SOURCE,
    LATE_DEALS_WITHOUT_PRODUCTS,
    OPEN_DEALS_WITHOUT_NEXT_STEP,
    RENEWAL_WIN_RATE,
    RENEWALS,
    WIN_RATE,
    WON_DEALS_WITHOUT_PRODUCTS
} from "./proportions.ts";
import type { Random } from "./random.ts";
import type { Step } from "./stagePath.ts";
import { walkStages } from "./stagePath.ts";
import { newBusiness, placeOf, renewal } from "./salesProcesses.ts";
import type { SalesProcess } from "./salesProcesses.ts";
import type { Stage } from "./stages.ts";
import { closedLost, closedWon } from "./stages.ts";

export type LeadSource = "Web" | "Phone Inquiry" | "Partner Referral" | "Purchased List" | "Other";
export type DealType = "New Customer" | "Existing Customer - Upgrade" | "Existing Customer - Replacement";

export interface Deal {
    readonly id: string;
    readonly name: string;
    readonly process: SalesProcess;
    readonly account: Account | null;
    readonly team: Team;
    readonly size: Size;
    /** Who made it. */
    readonly creator: Seller;
    readonly owner: Seller;
    readonly leadSource: LeadSource | null;
    readonly type: DealType;
    readonly nextStep: string | null;
    readonly steps: readonly Step[];
    readonly stage: Stage;
    readonly book: PriceBook;
    /** Empty: no products, whatever the stage. */
    readonly lines: readonly Line[];
}

export interface Period {
    readonly firstDay: Day;
    readonly lastDay: Day;
}

const sources: readonly (readonly [LeadSource, number, number])[] = [
    ["Partner Referral", 24, 1.45],
    ["Web", 30, 0.95],
    ["Phone Inquiry", 16, 1.1],
    ["Purchased List", 10, 0.45],
    ["Other", 20, 0.9]
];
const chanceOfSize = { small: 1.15, medium: 1, large: 0.8 } as const satisfies Record<Size, number>;

export function makeDeals(random: Random, accounts: readonly Account[], period: Period, count: number): Deal[] {
    const nextId = idCounter("006");
    const createdOn = Array.from({ length: count }, () => creationDay(random, period)).sort(
        (one, other) => one - other
    );
    return createdOn.map((day) => makeDeal(random, random.pick(accounts), day, period.lastDay, nextId()));
}

/** The company grows: the last month brings about twice the deals of the first. */
function creationDay(random: Random, { firstDay, lastDay }: Period): Day {
    const place = (Math.sqrt(1 + 3 * random.fraction()) - 1) * (lastDay - firstDay + 1);
    return Math.max(firstDay, workdayUpTo(firstDay + Math.floor(place)));
}

function makeDeal(random: Random, met: Account, createdOn: Day, lastDay: Day, id: string): Deal {
    const process = random.happens(RENEWALS) ? renewal : newBusiness;
    const isRenewal = process === renewal;
    const account = !isRenewal && random.happens(DEALS_WITHOUT_ACCOUNT) ? null : met;
    const size = dealSize(random, met);
    const [source, , chanceOfSource] = random.weighted(sources.map((each) => [each, each[1]] as const));
    const type = dealType(random, isRenewal);
    const creator = creatorOf(random, met, createdOn);
    const known = type === "New Customer" ? 0.85 : 1.2;
    const rate = isRenewal ? RENEWAL_WIN_RATE : WIN_RATE * known;
    const chance = rate * chanceOfSource * chanceOfSize[size] * creator.skill;
    const steps = walkStages(random, { process, createdOn, size, wins: random.happens(chance), lastDay });
    const stage = steps.at(-1)?.stage ?? process.openStages[0] ?? closedLost;
    const book = met.isDealer ? dealerBook : standardBook;
    const lines = hasLines(random, process, steps) ? makeLines(random, size, book) : [];
    return {
        id,
        process,
        account,
        team: met.team,
        size,
        creator,
        owner: ownerNow(random, creator, met, steps, lastDay),
        leadSource: random.happens(DEALS_WITHOUT_LEAD_SOURCE) ? null : source,
        type,
        steps,
        stage,
        book,
        lines,
        name: isRenewal ? dealWords.nameOfRenewal(random, met) : dealWords.name(random, met, account !== null, lines),
        nextStep:
            stage.isClosed || random.happens(OPEN_DEALS_WITHOUT_NEXT_STEP)
                ? null
                : dealWords.nextStep(random, met.team, stage)
    };
}

function dealSize(random: Random, account: Account): Size {
    const weights = { small: [8, 2, 0], medium: [4, 5, 1], large: [2, 5, 3] }[account.size];
    return random.weighted(
        (["small", "medium", "large"] as const).map((size, index) => [size, weights[index] ?? 0] as const)
    );
}

function dealType(random: Random, isRenewal: boolean): DealType {
    if (isRenewal) return random.happens(0.3) ? "Existing Customer - Upgrade" : "Existing Customer - Replacement";
    return random.weighted([
        ["New Customer", 45],
        ["Existing Customer - Upgrade", 40],
        ["Existing Customer - Replacement", 15]
    ] as const);
}

function creatorOf(random: Random, account: Account, day: Day): Seller {
    if (random.happens(0.8) && !isInactiveOn(account.owner, day)) return account.owner;
    return pickSeller(random, account.team, day);
}

/** Somebody takes over what a seller who left had open, or nobody does. */
function ownerNow(random: Random, creator: Seller, account: Account, steps: readonly Step[], lastDay: Day): Seller {
    const last = steps.at(-1);
    if (creator.leftOn === null || last === undefined) return creator;
    if (last.stage.isClosed && last.day < creator.leftOn) return creator;
    if (!last.stage.isClosed && random.happens(DEALS_NOT_HANDED_OVER)) return creator;
    return pickSeller(random, account.team, lastDay);
}

/** By how far the deal ever came; from Proposal on, going without is the defect. */
function hasLines(random: Random, process: SalesProcess, steps: readonly Step[]): boolean {
    if (steps.some((step) => step.stage === closedWon)) return !random.happens(WON_DEALS_WITHOUT_PRODUCTS);
    const open = steps.filter((step) => !step.stage.isClosed);
    const furthest = Math.max(...open.map((step) => placeOf(process, step.stage)));
    if (furthest >= process.proposal) return !random.happens(LATE_DEALS_WITHOUT_PRODUCTS);
    return random.happens(process.openStages[furthest]?.linesByHere ?? 0);
}
