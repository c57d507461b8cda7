import assert from "node:assert/strict";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import scanner from "@flow-scanner/lightning-flow-scanner-core";
import { flowExceptions } from "./flowExceptions.ts";

interface Violation {
    readonly flow: string;
    readonly rule: string;
    readonly element: string;
}

const forceApp = join(import.meta.dirname, "../../force-app");

describe("the flows we deploy", () => {
    it("break no rule of the flow scanner without a reason", async () => {
        const violations = await scan(
            globSync("**/*.flow-meta.xml", { cwd: forceApp }).map((path) => join(forceApp, path))
        );

        const unreasoned = violations.filter(
            (violation) => !flowExceptions.some((exception) => isSame(exception, violation))
        );
        assert.deepEqual(unreasoned, []);
    });

    it("still need every exception that is made for them", async () => {
        const violations = await scan(
            globSync("**/*.flow-meta.xml", { cwd: forceApp }).map((path) => join(forceApp, path))
        );

        const idle = flowExceptions.filter(
            (exception) => !violations.some((violation) => isSame(exception, violation))
        );
        assert.deepEqual(idle, []);
    });
});

describe("the flow scanner", () => {
    it("names a variable that nothing uses", async () => {
        const step = "<assignments><name>Set</name><label>Set</label></assignments>";
        const start = "<start><connector><targetReference>Set</targetReference></connector></start>";
        const idle = "<variables><name>idle</name><dataType>String</dataType></variables>";

        const violations = await scanPlanted(`${step}${start}${idle}`);

        assert.ok(violations.some(({ rule, element }) => rule === "UnusedVariable" && element === "idle"));
    });

    it("fails where a rule can't run, rather than finding the flow clean", async () => {
        await assert.rejects(scanPlanted("<variables><name>idle</name></variables>"), /could not run on PW_Planted/);
    });
});

/** Every violation of every rule the scanner has. Throws where it could not read a flow or run a rule. */
async function scan(paths: readonly string[]): Promise<Violation[]> {
    const parsed = await scanner.parse([...paths]);
    for (const { uri, errorMessage } of parsed)
        assert.equal(errorMessage, undefined, `${uri} can't be read: ${errorMessage}`);
    const results = scanner.scan(parsed, { rules: {} });
    return results.flatMap(({ flow, ruleResults }) =>
        ruleResults.flatMap(({ ruleName, occurs, details, errorMessage }) => {
            assert.equal(errorMessage, undefined, `${ruleName} could not run on ${flow.name}: ${errorMessage}`);
            return occurs ? details.map(({ name }) => ({ flow: flow.name ?? "", rule: ruleName, element: name })) : [];
        })
    );
}

async function scanPlanted(content: string): Promise<Violation[]> {
    const folder = mkdtempSync(join(tmpdir(), "flow-"));
    try {
        const path = join(folder, "PW_Planted.flow-meta.xml");
        const head = '<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><label>Planted</label>';
        writeFileSync(path, `<?xml version="1.0"?>${head}<processType>AutoLaunchedFlow</processType>${content}</Flow>`);
        return await scan([path]);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function isSame(one: Violation, other: Violation): boolean {
    return one.flow === other.flow && one.rule === other.rule && one.element === other.element;
}
