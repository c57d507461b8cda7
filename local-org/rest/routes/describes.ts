import { describeGlobal, describeObject } from "../../schema/describe.ts";
import type { Call, Reply, Route } from "../call.ts";
import { ok } from "../call.ts";
import { objectOfPath } from "../objectNamed.ts";
import { notFound } from "../problems.ts";

/** What objects there are, and what fields one has, as far as the user may see them. */
export const describeRoutes: readonly Route[] = [
    { method: "GET", path: "/sobjects", answer: listObjects },
    { method: "GET", path: "/sobjects/:object/describe", answer: describe },
    { method: "GET", path: "/sobjects/:object", answer: basics },
    // No object of the Tooling API is kept here. For SourceMember the answer means: changes are not tracked.
    { method: "GET", path: "/tooling/sobjects/:object/describe", answer: refuseTooling },
    { method: "GET", path: "/tooling/sobjects/:object", answer: refuseTooling }
];

function listObjects({ org, user, version }: Call): Reply {
    return ok(describeGlobal(org.schema, user, `v${version}`));
}

function describe(call: Call): Reply {
    return ok(describeObject(call.org.schema, objectOfPath(call), call.user, `v${call.version}`));
}

function basics(call: Call): Reply {
    const { name } = objectOfPath(call);
    const objectDescribe = describeGlobal(call.org.schema, call.user, `v${call.version}`).sobjects.find(
        (each) => each.name === name
    );
    return ok({ objectDescribe, recentItems: [] });
}

function refuseTooling(): Reply {
    throw notFound();
}
