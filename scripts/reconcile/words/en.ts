import type { ReconcileWords } from "./reconcileWords.ts";

export const en: ReconcileWords = {
    title: (org) => `Stamps of open opportunities in ${org}`,
    looked: (opportunities) => `Open opportunities: ${opportunities}.`,
    partial: "This user may not see every opportunity: those unseen stay as they are.",
    nothing: "Every stamp says what it should.",
    toChange: (opportunities) => `Stamps that differ: ${opportunities}.`,
    byField: "What would change",
    columns: { field: "Field", count: "Opportunities", sample: "For example", change: "From → to" },
    fields: {
        PW_Stage_Stamp__c: "Stage of the stamp",
        PW_Kind__c: "Kind of stage",
        PW_Record_Type__c: "Record type",
        PW_Position__c: "Position",
        PW_From_Position__c: "Position before",
        PW_Contact_Roles__c: "Contacts with a role",
        PW_Primary_Roles__c: "Primary contacts",
        PW_Decision_Roles__c: "Deciding contacts",
        PW_Unnamed_Roles__c: "Contacts without a role",
        PW_Roles_Uncounted__c: "Contact roles uncounted"
    },
    blank: "blank",
    yes: "yes",
    no: "no",
    dryRun: "Nothing was changed (--dry-run).",
    ask: (opportunities) => `Write these stamps (opportunities: ${opportunities})?`,
    askUndo: (opportunities) => `Put the old stamps back (opportunities: ${opportunities})?`,
    left: "Nothing was changed.",
    kept: (folder) => `Old values and journal: ${folder}`,
    outcomes: {
        written: (count) => `Mended: ${count}.`,
        changedMeanwhile: (count) => `Left alone, because somebody changed them meanwhile: ${count}.`,
        refused: (count) => `Refused by the org: ${count}.`
    },
    restored: (count) => `Restored: ${count}.`,
    refusedBecause: (name, reason) => `${name}: ${reason}`,
    more: (count) => `… and ${count} more; all stand in the journal.`,
    undoWith: (run) => `To take it back: npm run -s reconcile -- undo ${run} --target-org …`
};
