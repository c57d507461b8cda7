import type { Day } from "./calendar.ts";
import { dayOf } from "./calendar.ts";
import { idCounter } from "./ids.ts";

export type Team = "taiwan" | "international";

export interface Seller {
    readonly id: string;
    readonly roleId: string;
    readonly managerId: string | null;
    readonly firstName: string;
    readonly lastName: string;
    readonly alias: string;
    readonly title: string;
    readonly language: "zh_TW" | "en_US";
    /** Null: looks after both teams. */
    readonly team: Team | null;
    /** How often this one is given a deal, next to team mates. */
    readonly load: number;
    /** Factor on the chance to win: people differ, and the report should show it. */
    readonly skill: number;
    /** First day away; the user is inactive since. */
    readonly leftOn: Day | null;
}

export interface Role {
    readonly id: string;
    readonly parentId: string | null;
    readonly name: string;
    readonly developerName: string;
}

const roleId = idCounter("00E");
const [vicePresident, taiwanManager, taiwanSeller, abroadManager, abroadSeller] = Array.from({ length: 5 }, roleId) as [
    string,
    string,
    string,
    string,
    string
];

export const roles: readonly Role[] = [
    { id: vicePresident, parentId: null, name: "業務副總 VP Sales", developerName: "VP_Sales" },
    { id: taiwanManager, parentId: vicePresident, name: "台灣業務經理", developerName: "Taiwan_Sales_Manager" },
    { id: taiwanSeller, parentId: taiwanManager, name: "台灣業務", developerName: "Taiwan_Sales" },
    { id: abroadManager, parentId: vicePresident, name: "海外業務經理", developerName: "International_Sales_Manager" },
    { id: abroadSeller, parentId: abroadManager, name: "海外業務", developerName: "International_Sales" }
];

const userId = idCounter("005");
const [head, taiwanLead, abroadLead] = Array.from({ length: 3 }, userId) as [string, string, string];

const chief = { roleId: vicePresident, managerId: null, team: null, leftOn: null } as const;
const taiwan = {
    roleId: taiwanSeller,
    managerId: taiwanLead,
    team: "taiwan",
    language: "zh_TW",
    leftOn: null
} as const;
const abroad = {
    roleId: abroadSeller,
    managerId: abroadLead,
    team: "international",
    language: "en_US",
    leftOn: null
} as const;

/** One leads, two manage a team, seven sell; one of the seven has left. */
export const sellers: readonly Seller[] = [
    {
        ...chief,
        id: head,
        firstName: "文彬",
        lastName: "施",
        alias: "wpshih",
        title: "業務副總 VP Sales",
        language: "zh_TW",
        load: 0.15,
        skill: 1.3
    },
    {
        ...taiwan,
        id: taiwanLead,
        roleId: taiwanManager,
        managerId: head,
        firstName: "雅筑",
        lastName: "江",
        alias: "yjchiang",
        title: "台灣業務經理",
        load: 0.5,
        skill: 1.2
    },
    {
        ...abroad,
        id: abroadLead,
        roleId: abroadManager,
        managerId: head,
        firstName: "Marcus",
        lastName: "Lindqvist",
        alias: "mlindq",
        title: "International Sales Manager",
        load: 0.5,
        skill: 1.15
    },
    {
        ...taiwan,
        id: userId(),
        firstName: "冠廷",
        lastName: "蘇",
        alias: "ktsu",
        title: "資深業務",
        load: 1.3,
        skill: 1
    },
    {
        ...taiwan,
        id: userId(),
        firstName: "佩珊",
        lastName: "高",
        alias: "pskao",
        title: "業務專員",
        load: 1,
        skill: 0.85
    },
    {
        ...taiwan,
        id: userId(),
        firstName: "宗翰",
        lastName: "賴",
        alias: "thlai",
        title: "業務專員",
        load: 1,
        skill: 0.75
    },
    {
        ...taiwan,
        id: userId(),
        firstName: "怡安",
        lastName: "方",
        alias: "iafang",
        title: "通路業務",
        load: 0.9,
        skill: 0.85,
        leftOn: dayOf("2026-03-16")
    },
    {
        ...abroad,
        id: userId(),
        firstName: "Priya",
        lastName: "Raman",
        alias: "praman",
        title: "Account Executive, Southeast Asia",
        load: 1.1,
        skill: 0.95
    },
    {
        ...abroad,
        id: userId(),
        firstName: "Daniel",
        lastName: "Koster",
        alias: "dkoster",
        title: "Account Executive, Europe",
        load: 1,
        skill: 0.8
    },
    {
        ...abroad,
        id: userId(),
        firstName: "慧君",
        lastName: "杜",
        alias: "hctu",
        title: "Account Executive, Japan & Americas",
        load: 1,
        skill: 0.95
    }
];

export function nameOf(seller: Seller): string {
    return fullName(seller.firstName, seller.lastName);
}

/** Chinese names are written last name first and without a space. */
export function fullName(firstName: string, lastName: string): string {
    return /\p{Script=Han}/u.test(lastName) ? lastName + firstName : `${firstName} ${lastName}`;
}

export function isInactiveOn(seller: Seller, day: Day): boolean {
    return seller.leftOn !== null && seller.leftOn <= day;
}
