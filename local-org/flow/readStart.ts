import { DeployProblem } from "../metadata/deployProblem.ts";
import { booleanOf, checkShape, childNamed, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { ScheduledFlow, TriggeredFlow } from "./compiledFlow.ts";
import type { FlowMoment } from "./flow.ts";
import { calledStartShape, scheduledPathShape, scheduledStartShape, startShape } from "./flowShapes.ts";
import { readSchedule } from "./readSchedule.ts";
import { connectorOf, readFilters } from "./readConditions.ts";

const moments: Readonly<Record<string, FlowMoment>> = {
    RecordBeforeSave: "beforeSave",
    RecordAfterSave: "afterSave",
    RecordBeforeDelete: "beforeDelete"
};

/** What the start says of a flow, all but what has to be compiled. */
export type ReadStart =
    | { readonly when: "called"; readonly first: string | null }
    | Pick<ScheduledFlow, "when" | "object" | "entry" | "schedule" | "first">
    | (Pick<
          TriggeredFlow,
          "when" | "object" | "onCreate" | "onUpdate" | "entry" | "onlyWhenNewlyMet" | "first" | "asyncFirst"
      > & { readonly filterFormula: { readonly text: string; readonly line: number } | null });

/** Reads the start. Throws DeployProblem for a trigger or a path that does not run here. */
export function readStart(root: XmlElement, what: string): ReadStart {
    const start = childNamed(root, "start");
    const startElement = textOf(root, "startElementReference");
    if (start === undefined) {
        if (startElement === undefined) throw new DeployProblem(`${what}: it has no start`, root.line);
        return { when: "called", first: startElement };
    }
    const triggerType = textOf(start, "triggerType") ?? "None";
    if (triggerType === "None") return readCalledStart(start, startElement, what);
    if (triggerType === "Scheduled") return readScheduledStart(start, `${what}: start`);
    const when = moments[triggerType];
    if (when === undefined) {
        const problem = `${what}: triggerType ${triggerType} is not supported by this local org`;
        throw new DeployProblem(`${problem}; ${[...Object.keys(moments), "Scheduled"].join(", ")} are`, start.line);
    }
    return readRecordStart(start, when, `${what}: start`);
}

function readCalledStart(start: XmlElement, startElement: string | undefined, what: string): ReadStart {
    const { children } = start;
    const shaped = { ...start, children: children.filter(({ name }) => name !== "triggerType") };
    checkShape(shaped, calledStartShape, `${what}: start`);
    return { when: "called", first: connectorOf(start, "connector", `${what}: start`) ?? startElement ?? null };
}

function readScheduledStart(start: XmlElement, what: string): ReadStart {
    checkShape(start, scheduledStartShape, what);
    const object = textOf(start, "object") ?? null;
    const entry = readFilters(start, what);
    if (object === null && entry.filters.length > 0)
        throw new DeployProblem(`${what}: filters without an object have no meaning`, start.line);
    return {
        when: "scheduled",
        object,
        entry,
        schedule: readSchedule(start, what),
        first: connectorOf(start, "connector", what)
    };
}

function readRecordStart(start: XmlElement, when: FlowMoment, what: string): ReadStart {
    checkShape(start, startShape, what);
    const trigger = requiredText(start, "recordTriggerType", what);
    const known = when === "beforeDelete" ? ["Delete"] : ["Create", "Update", "CreateAndUpdate"];
    if (!known.includes(trigger)) {
        const problem = `${what}: recordTriggerType ${trigger} is not supported by this local org in such a flow`;
        throw new DeployProblem(problem, start.line);
    }
    const filterFormula = childNamed(start, "filterFormula");
    const entry = readFilters(start, what);
    if (filterFormula !== undefined && entry.filters.length > 0)
        throw new DeployProblem(`${what}: filters and filterFormula exclude each other`, start.line);
    const onlyWhenNewlyMet = booleanOf(start, "doesRequireRecordChangedToMeetCriteria", false);
    if (onlyWhenNewlyMet && when === "beforeDelete")
        throw new DeployProblem(`${what}: a flow that runs before deletion knows no change of the record`, start.line);
    return {
        when,
        object: requiredText(start, "object", what),
        onCreate: trigger !== "Update",
        onUpdate: trigger !== "Create",
        entry,
        onlyWhenNewlyMet,
        first: connectorOf(start, "connector", what),
        asyncFirst: readAsyncPath(start, when, what),
        filterFormula:
            filterFormula === undefined || filterFormula.text === ""
                ? null
                : { text: filterFormula.text, line: filterFormula.line }
    };
}

function readAsyncPath(start: XmlElement, when: FlowMoment, what: string): string | null {
    const [path, another] = childrenNamed(start, "scheduledPaths");
    if (path === undefined) return null;
    const named = textOf(path, "name") ?? textOf(path, "label");
    const place = named === undefined ? `${what}: scheduled path` : `${what}: scheduled path '${named}'`;
    if (textOf(path, "pathType") !== "AsyncAfterCommit" || another !== undefined) {
        const problem = `${place} is not supported by this local org; one path of type AsyncAfterCommit is`;
        throw new DeployProblem(problem, path.line);
    }
    checkShape(path, scheduledPathShape, place);
    if (when !== "afterSave")
        throw new DeployProblem(`${place}: only a flow that runs after save has a path after the commit`, path.line);
    return connectorOf(path, "connector", place);
}
