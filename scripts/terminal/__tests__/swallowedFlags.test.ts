import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { swallowedFlags } from "../swallowedFlags.ts";

describe("flags that npm kept for itself", () => {
    const cases: readonly [string, NodeJS.ProcessEnv, string[]][] = [
        ["a value given with =", { npm_lifecycle_event: "audit", npm_config_target_org: "acme" }, ["target-org"]],
        ["a flag whose value became an argument", { npm_lifecycle_event: "audit", npm_config_csv: "true" }, ["csv"]],
        ["npm's own settings", { npm_lifecycle_event: "audit", npm_config_json: "true", npm_config_save: "" }, []],
        ["a run without npm", { npm_config_target_org: "acme" }, []],
        ["a run as it should be", { npm_lifecycle_event: "audit" }, []]
    ];
    for (const [what, environment, expected] of cases) {
        it(`are ${expected.join() || "none"} for ${what}`, () => {
            assert.deepEqual(swallowedFlags(environment), expected);
        });
    }
});
