import { OrgError } from "../../orgError.ts";
import type { Call, Reply, Route } from "../call.ts";
import { ok } from "../call.ts";
import { jsonObject } from "../givenRecord.ts";

/** How leads are converted: the setting of the platform, and what is not certain about it. */
export const leadControls: readonly Route[] = [{ method: "PUT", path: "/lead-conversion", answer: setConversion }];

function setConversion(call: Call): Reply {
    const settings = call.services.leadConversion;
    if (!call.user.isAdministrator) {
        throw new OrgError("INSUFFICIENT_ACCESS", "This control needs an administrator of this org.", { status: 403 });
    }
    const body = jsonObject(call.body);
    const given = {
        requiresValidation: body["requiresValidation"] ?? settings.requiresValidation,
        runsFlows: body["runsFlows"] ?? settings.runsFlows
    };
    const { requiresValidation, runsFlows } = given;
    if (typeof requiresValidation !== "boolean" || typeof runsFlows !== "boolean") {
        throw new OrgError("INVALID_ARGUMENT", "requiresValidation and runsFlows must be true or false.");
    }
    Object.assign(settings, { requiresValidation, runsFlows });
    return ok({ requiresValidation, runsFlows });
}
