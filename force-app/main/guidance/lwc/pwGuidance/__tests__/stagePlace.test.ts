import { describe, expect, it } from "@jest/globals";
import type { StageRecord } from "../readAnswer.ts";
import { nextPlace, placeOf } from "../stagePlace.ts";

/** "Scoping@Enterprise 2": where the stage stands for that record type. */
function recordsOf(text: string): StageRecord[] {
    return text.split(", ").map((each) => {
        const [, stage = "", recordType = "*", position = ""] = /^(\w+)(?:@(\w+))? (\d+)$/.exec(each) ?? [];
        const kind = stage === "Won" ? "won" : stage === "Lost" ? "lost" : "open";
        return { stage, recordType, position, kind };
    });
}

const forAll = "Leads 1, Scoping 2, Trial 3, Offer 4, Won 5, Lost 0";
const forEnterprise = "Scoping@Enterprise 1, Offer@Enterprise 4, Won@Enterprise 5, Lost@Enterprise 0";
const records = recordsOf(`${forAll}, ${forEnterprise}`);

describe("where a stage stands", () => {
    it.each([
        ["its own record goes first", "Scoping", "Enterprise", "1"],
        ["whatever the order of the records", "Offer", "Enterprise", "4"],
        ["in any case of letters", "SCOPING", "enterprise", "1"],
        ["a stage that its process leaves out stands where it stands for all", "Trial", "Enterprise", "3"],
        ["another record type has no records of its own", "Scoping", "Partner", "2"],
        ["without a record type there is the one for all", "Scoping", null, "2"],
        ["a stage without a record stands nowhere", "Signing", "Enterprise", undefined]
    ])("%s", (_says, stage, recordType, expected) => {
        expect(placeOf(records, stage, recordType)?.position).toBe(expected);
        expect(placeOf(records.toReversed(), stage, recordType)?.position).toBe(expected);
    });
});

describe("the next stage", () => {
    it.each([
        ["is one that its own process offers", "Scoping", "Enterprise", "Offer"],
        ["is the next of all where there is no process of its own", "Scoping", "Partner", "Trial"],
        ["is the next of all without a record type", "Scoping", null, "Trial"],
        ["is won after the last", "Offer", "Enterprise", "Won"],
        ["comes after a stage that the process left out, too", "Trial", "Enterprise", "Offer"]
    ])("%s", (_says, stage, recordType, expected) => {
        const place = placeOf(records, stage, recordType);
        expect(place && nextPlace(records, place, recordType)?.stage).toBe(expected);
    });
});
