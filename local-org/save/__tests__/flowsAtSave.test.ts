import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import { assignment, flowFile, orgForFlows, reference, start, text } from "../../flow/__tests__/flowXml.ts";
import { compileFormula } from "../../formula/compileFormula.ts";
import { deploy, problemsOf } from "../../metadata/__tests__/deployed.ts";
import type { RecordValues } from "../../data/value.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import { formulaNames } from "../formulaScope.ts";
import { saveRecords } from "../saveRecords.ts";
import type { SaveOutcome } from "../saveRecords.ts";
import { deal } from "./savingOrg.ts";

describe("before-save flows in the save order", () => {
    let held: OrgWithControls;
    let opportunity: ObjectSchema;
    beforeEach(() => {
        held = orgForFlows();
        const found = held.org.schema.object("Opportunity");
        if (found === undefined) throw new Error("There is no Opportunity.");
        opportunity = found;
    });

    const deployFlows = (flows: Readonly<Record<string, string>>): void => {
        const files = Object.entries(flows).map(([name, content]) => [`flows/${name}.flow`, content]);
        const problems = problemsOf(deploy(held, { Flow: Object.keys(flows) }, Object.fromEntries(files)));
        if (problems.length > 0) throw new Error(problems.join("\n"));
    };
    const assigning = (field: string, value: string, order: number): string =>
        flowFile(
            start("Assign") + assignment("Assign", [[`$Record.${field}`, "Assign", value]]),
            `<status>Active</status><triggerOrder>${order}</triggerOrder>`
        );
    const save = (changes: RecordValues = {}): SaveOutcome | undefined => {
        const { org, administrator: user } = held;
        const records = [{ ...deal, ...changes }];
        return saveRecords(org, { operation: "insert", object: opportunity, records, allOrNone: true, user })[0];
    };
    const saved = (outcome: SaveOutcome | undefined): RecordValues =>
        held.org.store.read(opportunity, outcome?.id ?? "") ?? {};

    it("shows a later flow, and then the rules, what an earlier flow wrote", () => {
        deployFlows({
            A_Last: assigning("NextStep", reference("$Record.Text__c"), 20),
            B_First: assigning("Text__c", text("Call"), 10)
        });
        held.deployed.putValidationRule({
            object: "Opportunity",
            name: "No_Calls",
            active: true,
            condition: compileFormula('NextStep = "Call"', formulaNames(held.org, opportunity)),
            message: "Don't call.",
            displayField: null
        });

        const outcome = save();

        assert.deepEqual(
            outcome?.errors.map((error) => error.message),
            ["Don't call."]
        );
    });

    it("follows a stage that a flow chose with its probability and its closing", () => {
        deployFlows({ Win: assigning("StageName", text("Closed Won"), 10) });

        const record = saved(save());

        assert.deepEqual([String(record["Probability"]), record["IsWon"]], ["100", true]);
    });

    it("refuses a value of a flow that its field can't hold", () => {
        deployFlows({ Long: assigning("NextStep", text("x".repeat(256)), 10) });

        assert.deepEqual(
            save()?.errors.map((error) => error.statusCode),
            ["STRING_TOO_LONG"]
        );
    });

    it("lets a flow write what the user may not", () => {
        held.fieldSecurity.set(held.administrator.id, "Opportunity", "NextStep", false);
        deployFlows({ Say: assigning("NextStep", text("Call"), 10) });

        assert.equal(saved(save())["NextStep"], "Call");
    });
});
