import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkShape, childNamed, requiredText } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { FlowSchedule } from "./compiledFlow.ts";
import { scheduleShape } from "./flowShapes.ts";

const frequencies: readonly FlowSchedule["frequency"][] = ["Once", "Daily", "Weekly"];

/** Reads when a scheduled flow runs. Throws DeployProblem for what is no day, time or frequency. */
export function readSchedule(start: XmlElement, what: string): FlowSchedule {
    const schedule = childNamed(start, "schedule");
    if (schedule === undefined) throw new DeployProblem(`${what}: required element schedule is missing`, start.line);
    checkShape(schedule, scheduleShape, `${what}: schedule`);
    const given = requiredText(schedule, "frequency", what);
    const frequency = frequencies.find((each) => each === given);
    if (frequency === undefined) {
        const problem = `${what}: frequency ${given} is not supported by this local org; ${frequencies.join(", ")} are`;
        throw new DeployProblem(problem, schedule.line);
    }
    const [day, time] = ["startDate", "startTime"].map((name) => requiredText(schedule, name, what));
    return { frequency, startsAt: instantOf(`${day ?? ""}T${time ?? ""}`, what, schedule.line) };
}

/** The file ends the time in Z, and means the org's time zone, which is UTC here. */
function instantOf(text: string, what: string, line: number): string {
    const instant = new Date(/Z$/.test(text) ? text : `${text}Z`);
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z?$/.test(text) || Number.isNaN(instant.getTime())) {
        throw new DeployProblem(`${what}: schedule: ${text.replace("T", " ")} is no day and time`, line);
    }
    return instant.toISOString();
}
