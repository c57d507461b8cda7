/** True where the facts named without a value are those of the stage's place: one thing to a reader. */
export function isAboutPlace(detail: string): boolean {
    return detail.split(", ").some((fact) => fact === "PW_Kind__c" || fact === "PW_Position__c");
}
