import type { HistoryRule } from "../history/historyRule.ts";
import type { ProcessRule } from "../process/processRule.ts";
import type { Rule } from "../rule.ts";
import { amountHasProducts } from "./amountHasProducts.ts";
import { closeDateNotPast } from "./closeDateNotPast.ts";
import { contactRoleNamed } from "./contactRoleNamed.ts";
import { contactRolesPresent } from "./contactRolesPresent.ts";
import { decisionRoleNamed } from "./decisionRoleNamed.ts";
import { discountApproved } from "./discountApproved.ts";
import { discountLogged } from "./discountLogged.ts";
import { leadSourceSet } from "./leadSourceSet.ts";
import { lossReasonGiven } from "./lossReasonGiven.ts";
import { nextStepFilled } from "./nextStepFilled.ts";
import { notStuck } from "./notStuck.ts";
import { primaryContactSet } from "./primaryContactSet.ts";
import { productsPresent } from "./productsPresent.ts";
import { productsPriced } from "./productsPriced.ts";
import { stageCount } from "./stageCount.ts";
import { stageNamesDistinct } from "./stageNamesDistinct.ts";
import { stageNotSkipped } from "./stageNotSkipped.ts";
import { stageProbabilityOrdered } from "./stageProbabilityOrdered.ts";
import { stageUsed } from "./stageUsed.ts";

/** Every rule about a record, in the order in which reports show them. An id that has shipped is never reused. */
export const rules: readonly Rule[] = [
    productsPresent,
    productsPriced,
    amountHasProducts,
    contactRolesPresent,
    primaryContactSet,
    decisionRoleNamed,
    contactRoleNamed,
    discountLogged,
    discountApproved,
    nextStepFilled,
    closeDateNotPast,
    leadSourceSet,
    lossReasonGiven
];

/** Every rule about a sales process, likewise. */
export const processRules: readonly ProcessRule[] = [
    stageCount,
    stageNamesDistinct,
    stageProbabilityOrdered,
    stageUsed
];

/** Every rule about the way of an opportunity through its stages, likewise. */
export const historyRules: readonly HistoryRule[] = [stageNotSkipped, notStuck];
