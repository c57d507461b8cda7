import type { HtmlWords } from "./htmlWords.ts";

export const en: HtmlWords = {
    lang: "en",
    brand: "Pipewright audit",
    contents: "Contents",
    about: {
        org: "Org",
        asOf: "As of",
        period: "In scope",
        readAs: "Read as",
        settings: "Rule settings",
        opportunities: "Opportunities",
        effort: "Effort",
        run: "Run",
        version: "Version"
    },
    period: (since) => (since === null ? "open opportunities" : `open, or closed since ${since}`),
    effort: (calls, seconds) => `${calls} API calls, ${seconds} s`,
    verdict: {
        broken: ({ count, open, share, worth, rule, ruleCount }) =>
            `${count} of ${open} open opportunities (${share})${worth === null ? "" : `, worth ${worth.amount} of ${worth.of},`} break at least one rule; the one broken most is “${rule}” (${ruleCount}).`,
        onlyClosed: (closed) => `No open opportunity breaks a rule; of the closed ones, ${closed} do.`,
        clean: (judged) => `All is well: none of the ${judged} opportunities in scope breaks a rule.`,
        nothingJudged: "Nothing could be judged: see below what could not be read.",
        cannotTell: (count) => `Of ${count} more it cannot be told.`
    },
    localLinks: "The links lead to a local org, which answers only while it runs.",
    basis: (day, count) => `As of ${day} · ${count} opportunities in scope`,
    howCounted: "How this is counted",
    rules: {
        notJudged: "Not judged",
        cannotTellReasons: "Why it cannot be told",
        reason: "Reason",
        count: "Count",
        applies: "Applies when",
        requires: "Requires that",
        kinds: {
            history: "of open opportunities",
            process: "of sales processes"
        },
        bar: (met, unmet, unknown) => `${met} met, ${unmet} unmet, ${unknown} cannot tell`,
        definitions: [
            [
                "Applies to",
                "What the rule speaks of: met, unmet and cannot tell together. Opportunities in scope, where the rule's name says nothing else."
            ],
            [
                "Cannot tell",
                "A field could not be read or has no value, or a setting is missing or not valid. Never counted as met."
            ],
            ["Share met", "Met, divided by applies to. Left out where nothing could be judged."],
            [
                "Level",
                "Observe: reported here, and shown on the record as watched. Warn: shown there as a warning. Block: the org also refuses the change of stage."
            ]
        ]
    },
    where: {
        title: "Owners and stages",
        byOwner: "Opportunities to mend, by owner",
        byStage: "Opportunities to mend, by stage",
        inScope: "In scope",
        toMend: "To mend",
        open: "open",
        closed: "closed",
        cannotTell: "Cannot tell",
        share: "Share to mend",
        first: (shown, all) => `The chart shows ${shown} of ${all} owners; the table has them all.`,
        definitions: [
            ["To mend", "Opportunities that break at least one rule, each counted once."],
            [
                "Cannot tell",
                "Opportunities that break no rule that could be judged, with at least one rule that could not."
            ],
            ["Amount", "The sum of the amounts of what is to be mended. A blank amount adds nothing."],
            ["Share to mend", "To mend, divided by all opportunities in scope at that stage."]
        ]
    },
    funnel: {
        countChart: "Open opportunities by stage",
        amountChart: "Open amount by stage",
        withoutAmount: "Without amount",
        open: "Open",
        won: "Won",
        lost: "Lost",
        winRate: "Win rate",
        daysWon: "Days to win",
        daysClosed: "Days to close",
        openWithoutAccount: "Open without account",
        accountUnreadable: "cannot tell",
        sample: (count) => `n = ${count}`,
        days: (days) => `${days} days`,
        mean: (days) => `median; mean ${days}`,
        definitions: {
            open: "Open on the as-of date, whatever their close date.",
            won: "Won, with a close date in the period.",
            lost: "Lost, with a close date in the period.",
            winRate:
                "Won divided by won and lost together, closed in the period; open ones are not in it. The interval is Wilson's, 95\u00a0%.",
            days: "Whole days from the day of creation to the close date, of those closed in the period.",
            openWithoutAccount: "Open opportunities whose account is blank.",
            stages: [
                [
                    "Count",
                    "Opportunities in scope that stand in the stage; in a closed stage, those closed in the period."
                ],
                ["Amount", "The sum of their amounts. A blank amount adds nothing and is counted as without amount."]
            ]
        }
    },
    processes: {
        title: "Sales processes",
        position: "Position",
        kind: "Kind",
        probability: "Probability",
        kinds: { open: "open", won: "won", lost: "lost" },
        definitions: [
            [
                "Position",
                "From the org's stage records; where there are none, the rank among the open stages that the process offers. Lost is 0."
            ],
            ["Probability", "The stage's default in the org, in percent."]
        ]
    },
    list: {
        title: "What to mend",
        lead: "By owner, the one with most to mend first. Open opportunities stand before closed ones.",
        opportunity: "Opportunity",
        whatToDo: "What to do",
        cannotTell: "Cannot tell",
        jump: "Owners",
        none: "Nothing to mend.",
        owner: (toMend) => `${toMend} to mend`,
        rest: (count) => `${count} more findings are not listed here. Add --csv findings.csv for all of them.`,
        facts: {
            CloseDate: "close date",
            PW_Contact_Roles__c: "contacts with a role",
            minimum: "at least",
            largerMinimum: "at least, for larger deals"
        },
        colon: ": "
    },
    footer: "Made by Pipewright from what the org answered. Nothing in the org was changed."
};
