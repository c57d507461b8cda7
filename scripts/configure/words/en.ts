import type { ConfigureWords } from "./configureWords.ts";

const quoted = (name: string): string => `“${name}”`;

export const en: ConfigureWords = {
    title: (org) => `Pipewright overlay for ${org}`,
    features: {
        recordTypes: (count) => `Record types of opportunities: ${count}.`,
        noRecordTypes: "Opportunities have no record types.",
        currencies: (several) =>
            several ? "Several currencies: amounts in rules are in the opportunity's own." : "One currency.",
        chatter: (isOn) => (isOn ? "Chatter is on." : "Chatter is off: decisions are kept, and not posted."),
        languages: (names) => `Messages are in ${names.join(", ")}.`,
        english: "English"
    },
    stages: "Stages and their positions",
    stageColumns: { process: "Record type", stages: "Stages" },
    everyRecordType: "* (every other)",
    sameAsAll: "as *",
    gone: (stage) =>
        `The stage ${quoted(stage)} is no longer active: its record goes from the folder. Delete it in the org too.`,
    added: (stage) => `The stage ${quoted(stage)} is new.`,
    renamed: (from, to) =>
        `The stage ${quoted(from)} is gone and ${quoted(to)} is new in its place: it was renamed, it seems.`,
    moved: (stage, from, to) =>
        `The stage ${quoted(stage)} moves from position ${from} to ${to}: run opportunity reconcile after the deploy.`,
    guideTaken: (stage) => `What the org’s record tells reps at ${quoted(stage)} is taken over into pipewright.json.`,
    guideLeft: (stage) =>
        `What the org’s record tells reps at ${quoted(stage)} can't be taken over, for it names a field that Opportunity does not have or is too long: a deploy sets it back.`,
    rules: "Rules",
    ruleColumns: { rule: "Rule", level: "Level", start: "From position", note: "Note" },
    levels: { Off: "Off", Observe: "Observe", Warn: "Warn", Block: "Block" },
    takenOver: (chosen) => `set in the org, taken over (chosen was ${chosen})`,
    differsFromOrg: (inOrg) => `the org has ${inOrg} until this is deployed`,
    settingReset: ({ rule, field, inOrg, chosen }) =>
        `${rule}: ${field} is ${inOrg} in the org, and becomes ${chosen} when this is deployed. To keep it, choose it in pipewright.json.`,
    startsLater: ({ ruleId, stage, recordType }) =>
        `${ruleId}: starts after ${quoted(stage)} in ${recordType}, for the stage stands further on in another process.`,
    blank: "blank",
    staysInOrg: (count) =>
        `A deploy deletes nothing: what ${count} removed files brought goes on working in an org that has it. Set the levels of left-out rules to Off there; the check names them.`,
    notChosen: (count) => `Rules of modules that were not chosen: ${count}.`,
    slots: "What the org has only so many of",
    slotColumns: { what: "What", used: "Used", added: "Added", limit: "Limit" },
    slotKinds: {
        rollUps: "Roll-up summaries on Opportunity",
        fields: "Custom fields on Opportunity",
        validationRules: "Active validation rules on Opportunity",
        flows: "Active flows in the org"
    },
    uncertain:
        "Limits with ~ depend on the edition and are the ones commonly told; Setup → Company Information tells yours.",
    lacking: (what) => `Too few are left: ${what}. Ask Salesforce for more, or remove some, before you deploy.`,
    files: "Files",
    fileCounts: (added, changed, removed) => `New: ${added}. Changed: ${changed}. Removed: ${removed}.`,
    more: (count) => `… and ${count} more`,
    nothingToWrite: (folder) => `${folder} is as it should be: nothing to write.`,
    ask: (folder) => `Write this to ${folder}?`,
    dryRun: "Nothing was written (--dry-run).",
    left: "Nothing was written.",
    written: (folder) => `Written to ${folder}. Commit it to version control.`,
    next: "What to do next",
    sandboxSteps: "In a sandbox or scratch org:",
    productionSteps: "In production, in two phases:",
    activate: "Setup → Flows: activate the newest version of each PW_ flow"
};
