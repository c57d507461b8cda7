import type { BulkJobs } from "../bulk/bulkJobs.ts";
import type { SettableClock } from "../clock.ts";
import type { DeployedRegistry } from "../metadata/deployedRegistry.ts";
import type { LeadConversionSettings } from "../save/leadConversion.ts";
import type { FieldSecurity } from "../people/fieldSecurity.ts";
import type { RunningUser } from "../people/people.ts";
import type { DeployJobs } from "../soap/deployJobs.ts";
import type { ToolingStore } from "../tooling/toolingStore.ts";
import type { KeptSnapshots } from "./controls/snapshots.ts";
import type { Cursors } from "./cursors.ts";
import type { RequestLog } from "./requestLog.ts";
import type { SignIns } from "./signIns.ts";

/** What the server keeps beside the org itself. */
export interface Services {
    readonly signIns: SignIns;
    readonly cursors: Cursors;
    readonly requestLog: RequestLog;
    readonly clock: SettableClock;
    readonly fieldSecurity: FieldSecurity;
    /** Runs scheduled flows. */
    readonly defaultWorkflowUser: RunningUser;
    /** Changed by a control. */
    readonly leadConversion: LeadConversionSettings;
    readonly deploys: DeployJobs;
    readonly deployed: DeployedRegistry;
    readonly bulkJobs: BulkJobs;
    readonly tooling: ToolingStore;
    readonly snapshots: KeptSnapshots;
    /** Runs a subrequest of a composite as a request of its own; `url` is a path with its query. */
    answerWithin(call: { token: string; baseUrl: string }, request: SubRequest): SubReply;
}

export interface SubRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
}

export interface SubReply {
    readonly status: number;
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
}
