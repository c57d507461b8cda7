import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { overlayFiles } from "../overlay.ts";
import { standardPlan, type OverlayPlan } from "../overlayPlan.ts";
import { placeProcesses } from "../placeProcesses.ts";

const nameOf = (path: string): string => /flowtests\/(\w+)/.exec(path)?.[1] ?? "";

function testsOf(plan: OverlayPlan): Map<string, string> {
    const files = overlayFiles(plan).filter(({ path }) => path.startsWith("flowtests/"));
    return new Map(files.map(({ path, content }) => [nameOf(path), content]));
}

function withStages(...stages: readonly (readonly [name: string, kind: "open" | "won" | "lost"])[]): OverlayPlan {
    const ordered = stages.map(([name, kind], index) => ({ name, kind, probability: String(index * 10) }));
    return { ...standardPlan, processes: placeProcesses([{ recordType: "*", stages: ordered }]) };
}

describe("the flow tests of an overlay", () => {
    const missing: readonly (readonly [without: OverlayPlan["modules"][number], tests: readonly string[]])[] = [
        ["products", ["PW_Line_Needs_A_Price"]],
        ["discounts", ["PW_Decision_Needs_Approval", "PW_Decision_Needs_None"]],
        ["alerts", ["PW_Clone_Was_Never_Told"]],
        ["contactRoles", []]
    ];

    for (const [without, tests] of missing) {
        it(`leave out those of flows that are not written: without ${without}`, () => {
            const modules = standardPlan.modules.filter((each) => each !== without);
            const left = testsOf({ ...standardPlan, modules });

            assert.deepEqual(
                [...testsOf(standardPlan).keys()].filter((name) => !left.has(name)),
                tests
            );
        });
    }

    it("speak of the org's own stages", () => {
        const tests = testsOf(
            withStages(["接觸 & 拜訪", "open"], ["Proof", "open"], ["成交", "won"], ["失敗", "lost"])
        );

        assert.match(tests.get("PW_Stamp_Move_Ahead") ?? "", /<stringValue>Proof<\/stringValue>/);
        assert.match(tests.get("PW_Stamp_Reopen") ?? "", /<stringValue>接觸 &amp; 拜訪<\/stringValue>/);
        assert.doesNotMatch([...tests.values()].join(), /Prospecting|Closed Won/);
    });

    it("are as many as the stages allow", () => {
        const stampTests = [...testsOf(withStages(["Only", "open"], ["Won", "won"])).keys()].filter((name) =>
            /^PW_(Stamp|Note)/.test(name)
        );

        assert.deepEqual(stampTests, ["PW_Stamp_New_Deal", "PW_Stamp_Win"]);
    });
});
