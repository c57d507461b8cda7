import type { DeployOptions } from "../metadata/deployReport.ts";
import { OrgError } from "../orgError.ts";

// What would change the meaning of a deploy and isn't done here must not be passed over.
const onlyAs: Readonly<Record<string, readonly string[]>> = {
    allowMissingFiles: ["false"],
    autoUpdatePackage: ["false"],
    performRetrieve: ["false"],
    runAllTests: ["false"],
    testLevel: ["NoTestRun", "RunSpecifiedTests", "RunLocalTests", "RunAllTestsInOrg", "RunRelevantTests"]
};

// singlePackage is found out from the zip; nothing deleted is kept, as purgeOnDelete asks; there is no Apex to test.
const known: ReadonlySet<string> = new Set([
    "checkOnly",
    "ignoreWarnings",
    "rollbackOnError",
    "singlePackage",
    "purgeOnDelete",
    "runTests",
    ...Object.keys(onlyAs)
]);

/** The options as SOAP and REST give them, by name. Throws INVALID_OPERATION naming one that isn't done here. */
export function deployOptions(given: readonly (readonly [name: string, text: string])[]): DeployOptions {
    for (const [name, text] of given) {
        const allowed = onlyAs[name];
        if (!known.has(name) || (allowed !== undefined && !allowed.includes(text))) {
            throw new OrgError(
                "INVALID_OPERATION",
                `The deploy option ${name} ${text} is not supported by this local org.`
            );
        }
    }
    const flag = (name: string, otherwise: boolean): boolean => {
        const text = given.find(([each]) => each === name)?.[1];
        if (text === undefined || text === "") return otherwise;
        if (text !== "true" && text !== "false") {
            throw new OrgError("INVALID_OPERATION", `The deploy option ${name} must be true or false, not "${text}".`);
        }
        return text === "true";
    };
    return {
        checkOnly: flag("checkOnly", false),
        rollbackOnError: flag("rollbackOnError", false),
        ignoreWarnings: flag("ignoreWarnings", true)
    };
}
