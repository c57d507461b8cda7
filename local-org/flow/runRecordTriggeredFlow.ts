import type { RecordValues } from "../data/value.ts";
import { FormulaError } from "../formula/formula.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { Transaction } from "../save/transaction.ts";
import { holds } from "./compareData.ts";
import type { CompiledFlow, FieldFilter } from "./compiledFlow.ts";
import type { FlowFailure, FlowRecord, RecordTriggeredFlow } from "./flow.ts";
import { FlowFault } from "./interview.ts";
import type { Datum, Interview } from "./interview.ts";
import { formulaScopeOf, readOperandOf, readReference } from "./readReference.ts";
import { hasChanged, runInterview } from "./runInterview.ts";
import type { Run } from "./runInterview.ts";

const mostVisits = 2_000_000;

/**
 * Runs one before-save flow for the records of a batch, in system context, and changes their values in
 * place. Whoever the flow refuses, by a custom error or because it fails, is in the answer.
 */
export function runBeforeSaveFlow(
    org: Org,
    flow: RecordTriggeredFlow,
    records: readonly FlowRecord[],
    user: RunningUser,
    transaction: Transaction
): FlowFailure[] {
    if (!isCompiled(flow)) throw new Error(`The flow ${flow.name} was not compiled by a deploy.`);
    const object = org.schema.object(flow.object);
    if (object === undefined) throw new Error(`The flow ${flow.name} speaks of ${flow.object}, which this org lacks.`);
    void transaction;
    const run: Run = { cache: new Map(), visitsLeft: mostVisits };
    return records.flatMap((record, index) => {
        const interview = { org, flow, object, user, record, held: new Map<string, Datum>(), loops: new Map() };
        return runSafely(interview, run).map((failure) => ({ index, ...failure }));
    });
}

/**
 * Runs one after-save flow for the saved records of a batch, with their Ids; they are not changed in place.
 * Its asynchronous path waits for the commit.
 */
export function runAfterSaveFlow(
    org: Org,
    flow: RecordTriggeredFlow,
    records: readonly FlowRecord[],
    user: RunningUser,
    transaction: Transaction
): FlowFailure[] {
    void [org, records, user, transaction];
    throw new Error(`This org can't run the after-save flow ${flow.name}.`);
}

/** Runs one before-delete flow for the records of a batch that are about to go: `values` as stored. */
export function runBeforeDeleteFlow(
    org: Org,
    flow: RecordTriggeredFlow,
    records: readonly FlowRecord[],
    user: RunningUser,
    transaction: Transaction
): FlowFailure[] {
    void [org, records, user, transaction];
    throw new Error(`This org can't run the before-delete flow ${flow.name}.`);
}

function isCompiled(flow: RecordTriggeredFlow): flow is CompiledFlow {
    return "elements" in flow && "resources" in flow;
}

function runSafely(interview: Interview, run: Run): Omit<FlowFailure, "index">[] {
    try {
        if (!enters(interview)) return [];
        setVariables(interview);
        return runInterview(interview, run);
    } catch (error) {
        if (!(error instanceof FlowFault) && !(error instanceof FormulaError)) throw error;
        const message = `We can't save this record because the “${interview.flow.name}” process failed. ${error.message}`;
        return [{ message, fields: [], statusCode: "CANNOT_EXECUTE_FLOW_TRIGGER" }];
    }
}

function enters(interview: Interview): boolean {
    const { flow, record } = interview;
    const isNew = record.prior === null;
    if (isNew ? !flow.onCreate : !flow.onUpdate) return false;
    if (!meetsEntry(interview)) return false;
    return isNew || !flow.onlyWhenNewlyMet || !metEntryBefore(interview);
}

function meetsEntry(interview: Interview): boolean {
    const { entry, entryFormula } = interview.flow;
    if (entryFormula !== null && entryFormula.evaluate(formulaScopeOf(interview), interview.org.nullMode) !== true)
        return false;
    return entry.filters.length === 0 || entry.logic((index) => entryFilterHolds(interview, entry.filters[index]));
}

function metEntryBefore(interview: Interview): boolean {
    const prior: RecordValues = { ...interview.record.prior };
    return meetsEntry({ ...interview, record: { values: prior, prior } });
}

function entryFilterHolds(interview: Interview, filter: FieldFilter | undefined): boolean {
    if (filter === undefined) return true;
    const right = readOperandOf(interview, filter.value);
    if (filter.operator === "IsChanged") return hasChanged(interview, filter.field) === (right === true);
    return holds(
        readReference(interview, `$Record.${filter.field}`),
        filter.operator,
        right === "" ? null : right,
        "exact"
    );
}

function setVariables(interview: Interview): void {
    for (const resource of interview.flow.resources.values()) {
        if (resource.kind !== "variable") continue;
        const empty: Datum = resource.type.isCollection ? [] : null;
        interview.held.set(
            resource.name,
            resource.initial === null ? empty : readOperandOf(interview, resource.initial)
        );
    }
}
