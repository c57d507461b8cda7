import { blankFunctions } from "./blanks.ts";
import { dateFunctions } from "./date.ts";
import type { FunctionDefinition } from "./define.ts";
import { linkFunctions } from "./links.ts";
import { logicFunctions } from "./logic.ts";
import { numberFunctions } from "./number.ts";
import { recordFunctions } from "./record.ts";
import { textFunctions } from "./text.ts";
import { timeFunctions } from "./time.ts";
import { toTextFunctions } from "./toText.ts";

/** Every function this org knows, by its name in capitals. NOT is an operator. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
    [
        ...logicFunctions,
        ...blankFunctions,
        ...recordFunctions,
        ...textFunctions,
        ...toTextFunctions,
        ...linkFunctions,
        ...numberFunctions,
        ...dateFunctions,
        ...timeFunctions
    ].map((each) => [each.name, each])
);
