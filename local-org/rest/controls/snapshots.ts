import { OrgError } from "../../orgError.ts";
import type { OrgSnapshot } from "../../snapshotOrg.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent, part } from "../call.ts";

/** Snapshots of the org by the number they were given; as many as their disk should take, the oldest go. */
export interface KeptSnapshots {
    keep(): string;
    restore(id: string): void;
}

const most = 20;

export function createKeptSnapshots(snapshotOrg: () => OrgSnapshot): KeptSnapshots {
    const kept = new Map<string, OrgSnapshot>();
    let made = 0;
    return {
        keep() {
            made += 1;
            kept.set(String(made), snapshotOrg());
            const [oldest] = kept;
            if (kept.size > most && oldest !== undefined) {
                oldest[1].discard();
                kept.delete(oldest[0]);
            }
            return String(made);
        },
        restore(id) {
            const snapshot = kept.get(id);
            if (snapshot === undefined) throw new OrgError("NOT_FOUND", `There is no snapshot ${id}.`, { status: 404 });
            snapshot.restore();
        }
    };
}

/** The whole org, kept and put back; administrators may, for it brings back everybody's records. */
export const snapshotControls: readonly Route[] = [
    { method: "POST", path: "/snapshots", answer: keep },
    { method: "POST", path: "/snapshots/:id/restore", answer: restore }
];

function keep(call: Call): Reply {
    checkMay(call);
    return { status: 201, body: { id: call.services.snapshots.keep() } };
}

function restore(call: Call): Reply {
    checkMay(call);
    call.services.snapshots.restore(part(call, "id"));
    return noContent;
}

function checkMay({ user }: Call): void {
    if (!user.isAdministrator) {
        throw new OrgError("INSUFFICIENT_ACCESS", "Snapshots need an administrator of this org.", { status: 403 });
    }
}
