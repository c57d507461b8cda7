/** Facts that no value is known of, as a reason lists them, speak of where the stage stands. */
export function isAboutPlace(detail: string): boolean {
    return detail.split(", ").some((fact) => fact === "PW_Kind__c" || fact === "PW_Position__c");
}

/** They speak of lines without a list price, sold above it, or not counted yet. */
export function isAboutDiscount(detail: string): boolean {
    return detail === "PW_Lines_Without_List__c";
}
