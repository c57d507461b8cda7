import type { LevelWords } from "./levelWords.ts";

export const en: LevelWords = {
    title: (rule, org) => `${rule} in ${org}`,
    standsAt: (level, title) => `${title}. It stands at ${level}.`,
    standsAtNothing: (written) => `Its record says "${written}", which is no level: the rule blocks nothing.`,
    asOf: (day) => `As of ${day}.`,
    open: "Open opportunities",
    openColumns: ["Applies to", "Met", "Unmet", "Unknown", "Set aside"],
    moves: (judged, since, withGap) =>
        `Last moves since ${since}: ${judged}; of these, the rule was not met in ${withGap}.`,
    movesAtBlock: "Moves are watched at Observe and Warn; at Block and Off nothing is noted.",
    movesUntold: (reason) => `Moves can't be told: ${reason}`,
    byOwner: "Unmet, by owner",
    byStage: "Unmet, by stage",
    owner: "Owner",
    stage: "Stage",
    count: "Opportunities",
    noName: "not told",
    noExceptions: "No exception to the rule is in force.",
    exceptions: (count, first) => `Exceptions in force: ${count}; the first ends on ${first}.`,
    against: (level) => `What speaks against ${level}`,
    nothingAgainst: (level) => `Nothing that can be read speaks against ${level}.`,
    objections: {
        levelInvalid: ({ written }) => `The record says "${written}": whoever wrote that meant something.`,
        skips: ({ skipped }) => `It skips ${skipped.join(" and ")}: nobody has been told yet.`,
        wouldBeRefused: ({ count, of }) =>
            `${count} of ${of} open opportunities don't meet it: their next move forward would be held up.`,
        wouldBeWarned: ({ count, of }) =>
            `${count} of ${of} open opportunities don't meet it: whoever works them would be warned.`,
        unknown: ({ count, of }) => `${count} of ${of} can't be judged: what they would do is not known.`,
        nothingApplies: () => "It applies to no open opportunity: there is nothing to learn from.",
        partialView: () => "This user may not see every opportunity: the counts are of those seen.",
        drifted: ({ count }) =>
            `${count} open opportunities have no stamp yet, or one that says something else than their records: run npm run -s reconcile first.`,
        driftUntold: ({ reason }) => `Whether the stamps are right can't be told: ${reason}`,
        noMoves: ({ since }) => `No move has been watched since ${since}.`,
        movesUntold: ({ reason }) => `What moves would have been held up can't be told: ${reason}`,
        unstamped: ({ count }) =>
            `${count} moves carry no stamp (automation, or the gate was off): a block would not see such moves.`
    },
    effects: {
        Off: "Off: the rule is not judged.",
        Observe: "Observe: the audit and the panel show it; nothing is refused.",
        Warn: "Warn: the panel warns; nothing is refused.",
        Block: "Block: a move that breaks it is refused, for every user and every API client without the bypass."
    },
    highest: "It stands at the highest level.",
    raiseWith: (rule, level) => `To go there: npm run -s level -- ${rule} --to ${level} --target-org …`,
    already: (level) => `It stands at ${level} already: nothing was changed.`,
    plan: (from, to) => `The record goes from ${from} to ${to}; its other values stay as the org has them.`,
    planOverlay: (folder) => `${folder} will say the same: its choices, and the record that its deploy brings.`,
    propose: "First let the org's own tests say what they think. This deploys nothing:",
    testsPassed: (tests) => `The check-only deploy went through; tests run: ${tests}.`,
    testsFailed: "The check-only deploy failed, so the level stays:",
    ask: (from, to) => `Set it from ${from} to ${to}?`,
    askUndo: (from, to) => `Put it back from ${from} to ${to}?`,
    dryRun: "Nothing was changed (--dry-run).",
    left: "Nothing was changed.",
    done: (level) => `It stands at ${level}.`,
    overlayDone: (folder) => `${folder} says so too: its choices, and the record that its deploy brings.`,
    resets: (folder) => `A deploy of ${folder} would still change`,
    overlayBack: (folder) => `${folder} says again what it said before.`,
    choiceLeft: (folder, level) =>
        `pipewright.json in ${folder} was changed to ${level} meanwhile, and was left: choose there what you want.`,
    overlayGone: (folder) => `${folder} has no pipewright.json any more: nothing was changed there.`,
    choicesDone: (folder) =>
        `pipewright.json in ${folder} says so too. Run opportunity configure before you deploy the overlay again.`,
    kept: (folder) => `The record as it was, and the journal: ${folder}`,
    undoWith: (run) => `To take it back: npm run -s level -- undo ${run} --target-org …`,
    blank: "blank"
};
