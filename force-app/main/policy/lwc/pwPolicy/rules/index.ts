import type { HistoryRule } from "../history/historyRule.ts";
import type { ProcessRule } from "../process/processRule.ts";
import type { Rule } from "../rule.ts";
import { closeDateNotPast } from "./closeDateNotPast.ts";
import { contactRolesPresent } from "./contactRolesPresent.ts";
import { notStuck } from "./notStuck.ts";
import { productsPresent } from "./productsPresent.ts";
import { stageCount } from "./stageCount.ts";
import { stageNamesDistinct } from "./stageNamesDistinct.ts";
import { stageNotSkipped } from "./stageNotSkipped.ts";
import { stageProbabilityOrdered } from "./stageProbabilityOrdered.ts";
import { stageUsed } from "./stageUsed.ts";

/** Every rule about a record, in the order in which reports show them. An id that has shipped is never reused. */
export const rules: readonly Rule[] = [productsPresent, contactRolesPresent, closeDateNotPast];

/** Every rule about a sales process, likewise. */
export const processRules: readonly ProcessRule[] = [
    stageCount,
    stageNamesDistinct,
    stageProbabilityOrdered,
    stageUsed
];

/** Every rule about the way of an opportunity through its stages, likewise. */
export const historyRules: readonly HistoryRule[] = [stageNotSkipped, notStuck];
