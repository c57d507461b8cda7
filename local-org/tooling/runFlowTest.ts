import type { RecordValues } from "../data/value.ts";
import { holds } from "../flow/compareData.ts";
import { isTriggered } from "../flow/compiledFlow.ts";
import type { TriggeredFlow } from "../flow/compiledFlow.ts";
import type { FlowFailure, FlowRecord } from "../flow/flow.ts";
import { runAfterSaveFlow, runBeforeSaveFlow } from "../flow/runRecordTriggeredFlow.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import { fieldPathValue } from "../save/fieldPath.ts";
import { inTransaction } from "../save/inTransaction.ts";
import { loadRecords } from "../save/loadRecords.ts";
import type { OpenTransaction } from "../save/openTransaction.ts";
import { LimitExceeded } from "../save/transaction.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { FlowTest, TestAssertion, TestCondition } from "./flowTest.ts";

/** What is wrong; none where the test passed. */
export type FlowTestProblems = readonly string[];

/** Thrown to leave nothing of the run behind. */
class Undone extends Error {
    readonly problems: FlowTestProblems;

    constructor(problems: FlowTestProblems) {
        super("A flow test keeps nothing.");
        this.problems = problems;
    }
}

/**
 * Runs the flow, active or not, for the test's record, in a transaction that is rolled back. Only this flow runs
 * for the record itself; what it saves goes through the whole save order, as everywhere.
 */
export function runFlowTest(org: Org, test: FlowTest, user: RunningUser): FlowTestProblems {
    try {
        inTransaction(org, user, `flow test ${test.name}`, (transaction) => {
            throw new Undone(problemsOf({ org, test, user, transaction, ...testedParts(org, test) }));
        });
    } catch (error) {
        if (error instanceof Undone) return error.problems;
        if (error instanceof LimitExceeded) return [error.message];
        throw error;
    }
    throw new Error("A flow test was kept.");
}

interface TestRun {
    readonly org: Org;
    readonly test: FlowTest;
    readonly user: RunningUser;
    readonly transaction: OpenTransaction;
    readonly flow: TriggeredFlow;
    readonly object: ObjectSchema;
}

function testedParts(org: Org, test: FlowTest): Pick<TestRun, "flow" | "object"> {
    const flow = org.deployed.flow(test.flow);
    const object = org.schema.object(test.object);
    if (flow === undefined || !isTriggered(flow) || object === undefined) {
        throw new Error(`The flow ${test.flow} of the test ${test.name} is gone.`);
    }
    return { flow, object };
}

function problemsOf(run: TestRun): FlowTestProblems {
    const { org, test, user, transaction, flow, object } = run;
    const record = triggeringRecord(run);
    const before = failedAssertions(org, object, record.values, test.atStart);
    if (before.length > 0) return before;
    const runFlow = flow.when === "beforeSave" ? runBeforeSaveFlow : runAfterSaveFlow;
    const failures = runFlow(org, flow, [record], user, transaction);
    if (failures.length > 0) return failures.map(problemOf);
    const id = record.values["Id"];
    const saved = flow.when === "afterSave" && typeof id === "string" ? org.store.read(object, id) : undefined;
    return failedAssertions(org, object, saved ?? record.values, test.atFinish);
}

/** As the flow finds it: an after-save flow a row that is there, a before-save flow of a new record one without Id. */
function triggeringRecord(run: TestRun): FlowRecord {
    const { org, test, object, flow } = run;
    const initial = filledRecord(run, test.initial);
    if (test.updated === null) {
        if (flow.when === "beforeSave") return { values: initial, prior: null };
        return { values: inserted(run, initial), prior: null };
    }
    const prior = inserted(run, initial);
    const values = { ...prior, ...test.updated };
    if (flow.when === "afterSave") org.store.update(object, String(prior["Id"]), test.updated);
    return { values, prior };
}

function filledRecord({ org, object, user }: TestRun, given: Readonly<RecordValues>): RecordValues {
    const [record] = loadRecords(org, "insert", object, [{ ...given }]);
    const values = record?.values ?? {};
    if (object.fields.has("OwnerId")) values["OwnerId"] ??= user.id;
    return values;
}

function inserted({ org, object, user }: TestRun, values: RecordValues): RecordValues {
    const now = org.clock.now();
    const kept = {
        Id: org.store.newId(object),
        ...{ CreatedDate: now, CreatedById: user.id },
        ...{ LastModifiedDate: now, LastModifiedById: user.id, SystemModstamp: now }
    };
    const known = Object.entries(kept).filter(([name]) => object.fields.has(name));
    const row = { ...values, ...Object.fromEntries(known) };
    org.store.insert(object, row);
    return row;
}

function problemOf({ message, fields }: FlowFailure): string {
    return fields.length === 0 ? message : `${message} (${fields.join(", ")})`;
}

function failedAssertions(
    org: Org,
    object: ObjectSchema,
    values: Readonly<RecordValues>,
    assertions: readonly TestAssertion[]
): string[] {
    return assertions.flatMap(({ conditions, errorMessage }) => {
        const failed = conditions.find((condition) => !conditionHolds(org, object, values, condition));
        if (failed === undefined) return [];
        const found = fieldPathValue(org, object, values, failed.path);
        const said = `$Record.${failed.path.join(".")} is ${found === null ? "blank" : String(found)}`;
        return [errorMessage === "" ? said : `${errorMessage} (${said})`];
    });
}

function conditionHolds(
    org: Org,
    object: ObjectSchema,
    values: Readonly<RecordValues>,
    { path, operator, value }: TestCondition
): boolean {
    const [name = ""] = path;
    const own = path.length === 1 ? org.schema.field(object, name) : undefined;
    // Outside formulas a percent of 30 is 30, as in the flow itself.
    const left = own === undefined ? fieldPathValue(org, object, values, path) : (values[own.name] ?? null);
    return holds(left, operator, value, "exact");
}
