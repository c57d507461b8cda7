/** The ways into, through and out of a process, and which rules each of them asks: a table written by hand. */
import { lost, won } from "./stages.ts";

/** Which rules a move asks, as far as the place of the stage goes. */
export type Asks =
    /** None: it saves, and nothing is noted. */
    | "nothing"
    /** All but the one about losing. */
    | "whereOpen"
    /** Likewise, without those that speak of open opportunities only. */
    | "whereWon"
    /** The one about losing. */
    | "whereLost";

export interface Situation {
    readonly name: string;
    /** Where the deal stands; null where it is being created. `from` is the rule's own position. */
    readonly standsAt: (from: number) => number | null;
    /** Where it goes; null: nowhere, another field changes. */
    readonly goesTo: (from: number) => number | null;
    readonly asks: Asks;
    /** Tried through every door; the others through one. */
    readonly isForEveryDoor?: true;
    /** An approved exception, a bypass permission, or an opportunity older than the rule's date. */
    readonly spared?: "byException" | "byBypass" | "byAge";
}

const isForEveryDoor = true;
const fixed = (position: number | null) => () => position;
const relative = (steps: number) => (from: number) => from + steps;
const before = relative(-1);
const at = relative(0);
const wayPast = relative(2);

export const situations: readonly Situation[] = [
    { name: "created early", isForEveryDoor, standsAt: fixed(null), goesTo: fixed(2), asks: "nothing" },
    { name: "created late", isForEveryDoor, standsAt: fixed(null), goesTo: at, asks: "whereOpen" },
    { name: "created won", standsAt: fixed(null), goesTo: fixed(won), asks: "whereWon" },
    { name: "created lost", standsAt: fixed(null), goesTo: fixed(lost), asks: "whereLost" },
    { name: "advances, still early", isForEveryDoor, standsAt: relative(-2), goesTo: before, asks: "nothing" },
    { name: "advances to the rule's position", isForEveryDoor, standsAt: before, goesTo: at, asks: "whereOpen" },
    { name: "skips past the rule's position", standsAt: before, goesTo: wayPast, asks: "whereOpen" },
    { name: "advances, late already", standsAt: at, goesTo: wayPast, asks: "whereOpen" },
    {
        name: "advances, set aside by an exception",
        standsAt: before,
        goesTo: at,
        asks: "whereOpen",
        spared: "byException"
    },
    { name: "advances by who may bypass", standsAt: before, goesTo: at, asks: "whereOpen", spared: "byBypass" },
    { name: "advances, older than the rule's date", standsAt: before, goesTo: at, asks: "whereOpen", spared: "byAge" },
    { name: "won", isForEveryDoor, standsAt: before, goesTo: fixed(won), asks: "whereWon" },
    { name: "lost", isForEveryDoor, standsAt: wayPast, goesTo: fixed(lost), asks: "whereLost" },
    { name: "goes back, still late", isForEveryDoor, standsAt: wayPast, goesTo: at, asks: "nothing" },
    { name: "goes back, early again", standsAt: at, goesTo: before, asks: "nothing" },
    { name: "reopened from lost, early", standsAt: fixed(lost), goesTo: before, asks: "nothing" },
    { name: "reopened from lost, late", isForEveryDoor, standsAt: fixed(lost), goesTo: at, asks: "whereOpen" },
    { name: "reopened from won, late", isForEveryDoor, standsAt: fixed(won), goesTo: at, asks: "whereOpen" },
    { name: "reopened from won, early", standsAt: fixed(won), goesTo: before, asks: "nothing" },
    { name: "won after it was lost", isForEveryDoor, standsAt: fixed(lost), goesTo: fixed(won), asks: "whereWon" },
    { name: "lost after it was won", standsAt: fixed(won), goesTo: fixed(lost), asks: "whereLost" },
    {
        name: "stays, and another field changes",
        isForEveryDoor,
        standsAt: wayPast,
        goesTo: fixed(null),
        asks: "nothing"
    },
    { name: "stays, and its stage is written again", standsAt: wayPast, goesTo: wayPast, asks: "nothing" }
];

/** Rules that speak of open opportunities only. */
const ofOpenOnly: readonly string[] = ["next-step-filled", "close-date-not-past"];
const ofLoss: readonly string[] = ["loss-reason-given"];

/** Whether the situation asks this rule, by the kind of stage it leads to alone. */
export function isAsked(asks: Asks, ruleId: string): boolean {
    if (asks === "nothing") return false;
    if (asks === "whereLost") return ofLoss.includes(ruleId);
    return !ofLoss.includes(ruleId) && !(asks === "whereWon" && ofOpenOnly.includes(ruleId));
}
