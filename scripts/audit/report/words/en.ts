import { isAboutDiscount, isAboutPlace } from "./whatIsUndecided.ts";
import type { ReportWords } from "./reportWords.ts";

export const en: ReportWords = {
    title: (org) => `Pipewright audit of ${org}`,
    sandbox: "sandbox",
    orgUnknown: "an org whose name this user may not read",
    asOf: (day) => `As of ${day}.`,
    scope: (count, closedSince) =>
        closedSince === null
            ? `Open opportunities: ${count}.`
            : `Opportunities: ${count}, open or closed since ${closedSince}.`,
    readAs: (user, sees) => `Read as ${user}, ${sees}.`,
    sees: {
        yes: "who sees every opportunity",
        no: "who does not see every opportunity: this is a partial view",
        notKnown: "and whether that user sees every opportunity is not known: this may be a partial view"
    },
    userUnknown: "a user whose name can't be read",
    settings: (sources) => `Rule settings: ${sources}.`,
    source: {
        ruleRecord: "the org's rule records",
        configFile: "the config file",
        default:
            "the rules' own defaults (Pipewright is not installed there, or this user may not read its rule records)"
    },
    effort: (calls, seconds) => `Read and judged in ${seconds} s with ${calls} API calls.`,
    level: { Off: "Off", Observe: "Observe", Warn: "Warn", Block: "Block" },
    without: (rules) => `Left out with --without: ${rules}.`,
    off: (rules) => `Off, so not judged: ${rules}.`,
    noOpportunities: (closedSince) =>
        closedSince === null
            ? "There is no open opportunity that this user can see, so there is nothing to judge."
            : `There is no opportunity that this user can see, open or closed since ${closedSince}, so there is nothing to judge.`,
    unmapped: (count, stages) =>
        `In stages that no sales process offers, and so not to be judged by stage: ${count} (${stages}).`,
    unusedRuleRecords: (names) => `These rule records name no rule and have no effect: ${names}.`,
    unreadableTitle: "Could not be read, though it should be readable",
    cannotTellTitle: "Why some could not be judged",
    reason: {
        factUnreadable: (detail) => `not readable: ${detail}`,
        undecided: (detail) => {
            if (detail === "") {
                return "no threshold is set for its sales process";
            }
            if (isAboutDiscount(detail)) {
                return "the discount of some products can't be known: no list price, or sold above it";
            }
            return isAboutPlace(detail) ? "the stage has no known place in its sales process" : `no value: ${detail}`;
        },
        ruleThrew: (detail) => `the rule failed: ${detail}`,
        badSetting: (detail) => `a setting is not valid: ${detail}`,
        settingUnreadable: (detail) => `settings not readable: ${detail}`,
        noSuchField: (detail) => `not judged: this org has no field ${detail}; name its own in the config file`
    },
    exceptions: {
        title: "Exceptions in force",
        count: (rule, count) => `${rule}: not judged for ${count}, because an exception sets it aside.`,
        one: ({ rule, opportunity, lastDay, approver, reason }) =>
            `${opportunity}: "${rule}" set aside until ${lastDay}, approved by ${approver}. Reason: ${reason}`
    },
    noApprover: "(approver not readable)",
    nothingFound: "No opportunity breaks a rule.",
    rules: {
        title: "How the rules are kept",
        rule: "Rule",
        level: "Level",
        applicable: "Applies to",
        met: "Met",
        unmet: "Unmet",
        unknown: "Cannot tell",
        share: "Share met"
    },
    owners: { title: "By owner", owner: "Owner", count: "Opportunities to mend", amount: "Amount" },
    noOwner: "(owner not readable)",
    more: (count) => `… and ${count} more`,
    worst: "Where to begin",
    funnel: { title: "Pipeline by stage", stage: "Stage", count: "Count", amount: "Amount", bar: "" },
    noStage: "(no stage)",
    figures: {
        open: (count, amount) => `Open: ${count}, worth ${amount}.`,
        won: (count, amount) => `Won: ${count}, worth ${amount}.`,
        withoutAccount: (count, open) => `Open without an account: ${count} of ${open}.`,
        winRate: (rate, won, lost) => `Win rate: ${rate} % (${won} won, ${lost} lost, closed in the period).`,
        wilson: (low, high) => `95 % interval: ${low} to ${high} %.`,
        tooFew: "Fewer than 20 decided: too few to say.",
        noneDecided: "Win rate: nothing was closed in the period.",
        days: (won, wonMedian, closed, closedMedian) =>
            `Days from creation to close: won ${won} on average (median ${wonMedian}), all closed ${closed} (median ${closedMedian}).`,
        withoutAmount: (count) => `Without an amount, and so not in it: ${count}.`,
        orgCurrency: "Amounts are in the org's currency.",
        mixedCurrency: "Amounts are in several currencies and are not added up."
    },
    next: {
        title: "What to do next",
        lines: [
            "Mend the opportunities above with their owners, then run the audit again.",
            "Every finding about an opportunity, for a spreadsheet: npm run audit -- --csv findings.csv; all of it, for a program: npm run -s audit -- --json.",
            "To fail a scheduled job when a rule is broken: npm run audit -- --fail-on Observe."
        ]
    },
    written: (path) => `The report with charts: ${path}`,
    partial: "This is a partial view: a clean report says nothing of what the user can't see.",
    comma: ", ",
    gap: " "
};
