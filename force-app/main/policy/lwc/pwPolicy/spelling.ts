/** One rule, one id, spelled mechanically in every world. */

/** `products-present` → `Products_Present`: DeveloperName of the rule record, name of the validation rule. */
export function developerName(ruleId: string): string {
    return capitalized(ruleId).join("_");
}

/** `products-present` → `productsPresent`: the file in rules/ and the constant it exports. */
export function constantName(ruleId: string): string {
    const joined = capitalized(ruleId).join("");
    return joined.charAt(0).toLowerCase() + joined.slice(1);
}

function capitalized(ruleId: string): string[] {
    return ruleId.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
}
