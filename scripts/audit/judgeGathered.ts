import type { RecordRule } from "c/pwPolicy";
import type { AuditConfig } from "./derive/configFile.ts";
import { deriveFacts } from "./derive/deriveFacts.ts";
import type { DerivedOpportunity } from "./derive/deriveFacts.ts";
import { settleRules, unusedRuleRecords } from "./derive/ruleSettings.ts";
import { placeStages } from "./derive/stagePlaces.ts";
import type { StagePlaces } from "./derive/stagePlaces.ts";
import { listUnreadable } from "./derive/unreadable.ts";
import type { Gathered } from "./gathered.ts";
import { groupBy } from "./groupBy.ts";
import { judgeRules } from "./judge/judgeRules.ts";
import { sumFunnel } from "./judge/sumFunnel.ts";
import type { AuditResult, ProcessResult, Run } from "./result.ts";

export interface Terms {
    readonly rules: readonly RecordRule[];
    readonly config: AuditConfig;
    /** Rule ids that are not judged in this run. */
    readonly without: readonly string[];
}

/** From records to the answer, with no look at the world: the same records and terms give the same answer. */
export function judgeGathered(
    gathered: Gathered,
    terms: Terms
): Omit<AuditResult, "run"> & { run: Omit<Run, "id" | "seconds"> } {
    const rules = terms.rules.filter((rule) => !terms.without.includes(rule.id));
    const places = placeStages(gathered);
    const currency = terms.config.currency ?? gathered.currency;
    const opportunities = deriveFacts(gathered, places, currency);
    const inForce = settleRules(rules, gathered, terms.config);
    return {
        run: {
            org: "value" in gathered.org ? gathered.org.value : null,
            url: gathered.url,
            asOf: gathered.asOf,
            closedSince: gathered.closedSince,
            opportunities: opportunities.length,
            apiCalls: gathered.apiCalls,
            user: "value" in gathered.user ? gathered.user.value : null,
            seesAll: seesAllOf(gathered),
            settingsFrom: [...new Set(inForce.map((each) => each.source))],
            without: terms.without,
            unreadable: listUnreadable(gathered, places, opportunities),
            unmappedStages: countUnmapped(opportunities),
            unusedRuleRecords: unusedRuleRecords(terms.rules, gathered)
        },
        ...judgeRules(inForce, opportunities, gathered.asOf),
        processes: processesOf(places),
        funnel: sumFunnel(opportunities, {
            stages: "value" in gathered.stages ? gathered.stages.value : [],
            timeZone: gathered.timeZone,
            currency,
            isAmountReadable: gathered.opportunityFields.includes("Amount")
        })
    };
}

function seesAllOf({ seesAll }: Gathered): Run["seesAll"] {
    if ("unreadable" in seesAll) {
        return "notKnown";
    }
    return seesAll.value ? "yes" : "no";
}

function countUnmapped(opportunities: readonly DerivedOpportunity[]): Run["unmappedStages"] {
    const unmapped = groupBy(
        opportunities.filter((each) => each.isUnmapped),
        (each) => each.stage
    );
    return [...unmapped].map(([stage, members]) => ({ stage, count: members.length }));
}

function processesOf(places: readonly StagePlaces[]): ProcessResult[] {
    return places.map((each) => ({
        name: each.process.name,
        recordTypeId: each.process.recordTypeId,
        stages:
            "unreadable" in each.places
                ? []
                : [...each.places.value.values()].flatMap(({ position, ...place }) =>
                      position === null ? [] : [{ ...place, position }]
                  )
    }));
}
