import { runScheduledFlow } from "../../flow/runScheduledFlow.ts";
import { forgetNotifications, sentNotifications } from "../../notifications/sentNotifications.ts";
import { OrgError } from "../../orgError.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent, ok, part } from "../call.ts";

/** What nobody asked for: flows that run by the clock, and the notifications that flows sent. */
export const flowControls: readonly Route[] = [
    { method: "POST", path: "/scheduled-flows/:name/run", answer: run },
    { method: "GET", path: "/notifications", answer: (call) => ok(sentNotifications(call.org)) },
    { method: "DELETE", path: "/notifications", answer: forget }
];

/** The clock has no timers: a run is asked for, once its schedule has begun. */
function run(call: Call): Reply {
    const { org, services } = call;
    checkMay(call);
    const name = part(call, "name");
    const flow = org.deployed.flow(name);
    if (flow?.when !== "scheduled" || !flow.active) {
        throw new OrgError("NOT_FOUND", `There is no active scheduled flow ${name}.`, { status: 404 });
    }
    if (org.clock.now() < flow.schedule.startsAt) {
        const times = `from ${flow.schedule.startsAt} on, and it is ${org.clock.now()}`;
        throw new OrgError("INVALID_ARGUMENT", `The flow ${flow.name} runs ${times}.`);
    }
    return ok(runScheduledFlow(org, flow, services.defaultWorkflowUser));
}

function forget(call: Call): Reply {
    checkMay(call);
    forgetNotifications(call.org);
    return noContent;
}

function checkMay({ user }: Call): void {
    if (!user.isAdministrator) {
        throw new OrgError("INSUFFICIENT_ACCESS", "This control needs an administrator of this org.", { status: 403 });
    }
}
