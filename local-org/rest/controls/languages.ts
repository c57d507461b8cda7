import { activateLanguage, activeLanguages } from "../../metadata/languages.ts";
import { OrgError } from "../../orgError.ts";
import { isLanguage } from "../../schema/standard/people.ts";
import type { Call, Reply, Route } from "../call.ts";
import { ok } from "../call.ts";
import { jsonObject } from "../givenRecord.ts";

/** Which languages are active besides the org's own: what is translated into any other can't be deployed. */
export const languageControls: readonly Route[] = [{ method: "POST", path: "/languages", answer: activate }];

function activate(call: Call): Reply {
    const { languages } = jsonObject(call.body);
    if (!Array.isArray(languages) || !languages.every((each) => typeof each === "string" && isLanguage(each))) {
        throw new OrgError("INVALID_ARGUMENT", "languages must be a list of such as users can have: zh_TW, zh_CN.");
    }
    const { deployed } = call.services;
    languages.map(String).forEach((language) => activateLanguage(deployed, language, call.services.clock.now()));
    return ok({ languages: activeLanguages(deployed) });
}
