/** Deals with real child records and the move each will try: what the gate must say follows from the records alone. */
import { evaluateRule, rules, type Facts, type RuleSettings } from "c/pwPolicy";
import type { Random } from "../../local-org/sample/random.ts";
import { placeIn } from "../../scripts/gate/placeProcesses.ts";
import { standardStages, type PlacedProcessStage } from "../../scripts/gate/stages.ts";

export interface PlannedMove {
    readonly from: string;
    readonly to: string;
    readonly closeDate: string;
    readonly hasLine: boolean;
    /** One entry a contact role: the number of the contact, and the role or blank. */
    readonly roles: readonly { readonly contact: number; readonly role: string | null }[];
}

export const contactCount = 4;

export function planMove(random: Random, today: string): PlannedMove {
    const year = Number(today.slice(0, 4));
    const from = random.pick(standardStages).name;
    return {
        from,
        to: random.pick(standardStages.filter(({ name }) => name !== from)).name,
        closeDate: random.pick([`${year - 1}-01-15`, today, `${year + 1}-01-15`]),
        hasLine: random.happens(0.5),
        roles: Array.from({ length: random.whole(0, 4) }, () => ({
            contact: random.whole(0, contactCount - 1),
            role: random.pick(["Decision Maker", "Evaluator", null])
        }))
    };
}

/** The messages that must refuse the move, in no order; none where it must go through. */
export function expectedRefusals(
    move: PlannedMove,
    settings: Readonly<Record<string, RuleSettings>>,
    today: string
): string[] {
    const from = stageNamed(move.from);
    const to = stageNamed(move.to);
    const fromPosition = from.kind === "open" ? Number(from.position) : 0;
    const position = Number(to.position);
    if (position <= fromPosition) {
        return [];
    }
    const facts: Facts = {
        StageName: to.name,
        CloseDate: move.closeDate,
        HasOpportunityLineItem: move.hasLine,
        PW_Kind__c: to.kind,
        PW_Position__c: String(position),
        PW_Contact_Roles__c: String(
            new Set(move.roles.filter(({ role }) => role !== null).map(({ contact }) => contact)).size
        )
    };
    return rules.flatMap((rule) => {
        const inForce = settings[rule.id];
        return inForce && evaluateRule(rule, facts, inForce, today) === "unmet" ? [rule.words.en.message] : [];
    });
}

function stageNamed(name: string): PlacedProcessStage {
    const stage = placeIn(standardStages).find((each) => each.name === name);
    if (stage === undefined) {
        throw new Error(`${name} is none of the standard stages.`);
    }
    return stage;
}
