import {
    asianAccounts,
    dealerTrades,
    foreignBrands,
    foreignPlaces,
    foreignTrades,
    taiwaneseBrands,
    taiwaneseCities,
    taiwaneseTrades
} from "./accountNames.ts";
import type { Day } from "./calendar.ts";
import { idCounter } from "./ids.ts";
import type { Seller, Team } from "./people.ts";
import { sellers } from "./people.ts";
import type { Random } from "./random.ts";

export type Size = "small" | "medium" | "large";

export interface Account {
    readonly id: string;
    readonly name: string;
    /** Without the legal ending, as it stands in an opportunity's name. */
    readonly shortName: string;
    readonly industry: string;
    readonly country: string;
    readonly city: string;
    readonly team: Team;
    readonly size: Size;
    readonly employees: number;
    readonly isDealer: boolean;
    readonly owner: Seller;
    readonly createdOn: Day;
    readonly website: string;
}

type Named = Pick<Account, "name" | "shortName" | "industry" | "country" | "city" | "team" | "isDealer">;

const taiwaneseCount = 120;
const dealerCount = 14;
const westernCount = 46;

/** About 200: Taiwan first, dealers among them, then the rest of Asia and the West. `openedOn` is the company's first day. */
export function makeAccounts(random: Random, openedOn: Day): Account[] {
    const nextId = idCounter("001");
    const named = [...taiwaneseAccounts(random), ...dealers(random), ...asian(), ...western(random)];
    return named.map((account, index) => {
        const size = random.weighted([
            ["small", 5],
            ["medium", 4],
            ["large", 2]
        ] as const);
        return {
            ...account,
            id: nextId(),
            size,
            employees: employeesOf(size, random),
            owner: pickSeller(random, account.team),
            createdOn: openedOn + random.whole(0, 200),
            website: `https://account-${String(index + 1).padStart(3, "0")}.example`
        };
    });
}

/** A colleague of the team, by load; nobody who has left on that day. */
export function pickSeller(random: Random, team: Team, day?: Day): Seller {
    const present = sellers.filter(
        (seller) =>
            (seller.team ?? team) === team && (day === undefined || seller.leftOn === null || day < seller.leftOn)
    );
    return random.weighted(present.map((seller) => [seller, seller.load] as const));
}

function taiwaneseAccounts(random: Random): Named[] {
    const names = taiwaneseBrands.flatMap((brand) =>
        random.sample(taiwaneseTrades, 2).map(([trade, industry]) => ({ shortName: brand + trade, industry }))
    );
    return random.sample(names, taiwaneseCount).map(({ shortName, industry }) => ({
        ...inTaiwan(shortName, random),
        industry,
        isDealer: false
    }));
}

function dealers(random: Random): Named[] {
    return random.sample(taiwaneseBrands, dealerCount).map((brand) => ({
        ...inTaiwan(brand + random.pick(dealerTrades), random),
        industry: "Engineering",
        isDealer: true
    }));
}

function inTaiwan(shortName: string, random: Random): Omit<Named, "industry" | "isDealer"> {
    const ending = random.happens(0.8) ? "股份有限公司" : "有限公司";
    return {
        name: shortName + ending,
        shortName,
        country: "Taiwan",
        city: random.pick(taiwaneseCities),
        team: "taiwan"
    };
}

function asian(): Named[] {
    return asianAccounts.map(([name, country, city, industry]) => ({
        name,
        shortName: name.replace(/ (K\.K\.|Co\., Ltd\.|JSC|Sdn\. Bhd\.|Pte\. Ltd\.|Pvt\. Ltd\.|Inc\.)$/, ""),
        country,
        city,
        industry,
        team: "international",
        isDealer: false
    }));
}

function western(random: Random): Named[] {
    const names = foreignBrands.flatMap((brand) =>
        random.sample(foreignTrades, 2).map(([trade, industry]) => ({ shortName: `${brand} ${trade}`, industry }))
    );
    return random.sample(names, westernCount).map(({ shortName, industry }) => {
        const [country, city, ending] = random.pick(foreignPlaces);
        return {
            name: `${shortName} ${ending}`,
            shortName,
            industry,
            country,
            city,
            team: "international",
            isDealer: false
        };
    });
}

function employeesOf(size: Size, random: Random): number {
    const typical = { small: 45, medium: 260, large: 1_800 }[size];
    return Math.max(5, Math.round(typical * random.spread(0.5)));
}
