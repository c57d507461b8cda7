import jsforce from "jsforce";
import { developerName, rules, type Level } from "c/pwPolicy";
import type { RunningLocalOrg } from "../org/localOrg.ts";

/** A new install only watches; the page is there to show what a rep meets once an admin has raised the levels. */
const shownLevels: Readonly<Record<string, Level>> = {
    "products-present": "Block",
    "contact-roles-present": "Warn"
};

/** Raises the rule records of the local org as an admin would in Setup; what they say besides the level stays. */
export async function raiseLevels({ url, token }: RunningLocalOrg): Promise<void> {
    const connection = new jsforce.Connection({ instanceUrl: url, accessToken: token, version: "66.0" });
    const records = rules.flatMap((rule) => {
        const level = shownLevels[rule.id];
        const record = {
            fullName: `PW_Rule.${developerName(rule.id)}`,
            label: rule.words.en.title,
            protected: false,
            values: [{ field: "Level__c", value: { "@xsi:type": "xsd:string", "": level } }]
        };
        return level === undefined ? [] : [record];
    });
    const results = await connection.metadata.update("CustomMetadata", records as never);
    for (const { success, fullName, errors } of [results].flat()) {
        if (!success) {
            throw new Error(`The level of ${fullName} could not be raised: ${JSON.stringify(errors)}`);
        }
    }
}
