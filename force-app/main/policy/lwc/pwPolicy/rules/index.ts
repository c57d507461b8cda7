import type { Rule } from "../rule.ts";
import { closeDateNotPast } from "./closeDateNotPast.ts";
import { contactRolesPresent } from "./contactRolesPresent.ts";
import { productsPresent } from "./productsPresent.ts";

/** Every rule, in the order in which reports show them. An id that has shipped is never reused. */
export const rules: readonly Rule[] = [productsPresent, contactRolesPresent, closeDateNotPast];
