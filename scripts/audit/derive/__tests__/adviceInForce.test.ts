import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { processRules } from "c/pwPolicy";
import { gathered } from "../../__tests__/records.ts";
import type { Gathered } from "../../gathered.ts";
import { settleAdvice } from "../adviceInForce.ts";
import type { AuditConfig } from "../configFile.ts";

const config: AuditConfig = { rules: { "stage-count": { level: "Warn", thresholds: { most: "7" } } } };

function inForce(values: Partial<Gathered>, given: AuditConfig = { rules: {} }) {
    const found = settleAdvice(processRules, gathered(values), given).find(({ rule }) => rule.id === "stage-count");
    assert.ok(found !== undefined);
    return [found.source, found.level, found.settings.thresholds["most"], found.trouble?.code ?? null];
}

const record = (level: string | null): Partial<Gathered> => ({
    ruleRecords: { value: [{ developerName: "Stage_Count", level, fromPosition: null, minimum: null }] }
});

describe("the settings of a rule that advises", () => {
    const cases: readonly [string, unknown, unknown][] = [
        ["are its own where nothing is set", inForce({}), ["default", "Observe", "9", null]],
        ["are those of the config file", inForce({}, config), ["configFile", "Warn", "7", null]],
        [
            "take the level from the org's record, and thresholds, which records don't hold, from the file",
            inForce(record("Off"), config),
            ["ruleRecord", "Off", "7", null]
        ],
        [
            "are in trouble where a record blocks",
            inForce(record("Block")),
            ["ruleRecord", "Observe", "9", "badSetting"]
        ],
        ["are in trouble where a record is blank", inForce(record(null)), ["ruleRecord", "Observe", "9", "badSetting"]],
        [
            "are in trouble where records can't be read",
            inForce({ ruleRecords: { unreadable: "no" } }),
            ["ruleRecord", "Observe", "9", "settingUnreadable"]
        ]
    ];
    for (const [what, found, expected] of cases) {
        it(what, () => assert.deepEqual(found, expected));
    }
});
