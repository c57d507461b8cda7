import type { Comparator, NumberComparison, NumberOperand } from "../condition.ts";
import { compareDecimals } from "../decimal.ts";
import { blankWitness, factDefinition } from "../facts.ts";
import type { Outcome } from "../verdict.ts";

const holdsForOrder: Record<Comparator, (order: number) => boolean> = {
    atLeast: (order) => order >= 0,
    atMost: (order) => order <= 0,
    above: (order) => order > 0,
    below: (order) => order < 0,
    equalTo: (order) => order === 0
};

/**
 * A number whose blankness no text fact tells reads as 0 in some formulas. Throws where a rule would have such
 * a blank come out otherwise than 0: then the gate could refuse what the panel lets pass.
 */
export function refuseTellingBlankFromZero(comparison: NumberComparison): void {
    const { number, whenBlank } = comparison;
    const isZero = factDefinition(number).blankIsZero === true;
    if (isZero !== (whenBlank === "zero")) {
        throw new Error(`Say whenBlank "zero" of ${number} exactly where facts.ts says blankIsZero.`);
    }
    if (isZero || blankWitness(number) !== undefined) {
        return;
    }
    const atZero = outcomeAtZero(comparison);
    if (atZero !== whenBlank) {
        throw new Error(
            `A formula can't tell a blank ${number} from 0: say whenBlank "${atZero ?? "zero"}", or name its blankWith in facts.ts.`
        );
    }
}

/** What the comparison says of 0; undefined where another fact decides. A setting counts only above 0. */
export function outcomeAtZero({ is, than, holds, otherwise }: NumberComparison): Outcome | undefined {
    const order = orderOfZero(than);
    if (order === undefined) {
        return undefined;
    }
    return holdsForOrder[is](order) ? (holds ?? "met") : (otherwise ?? "unmet");
}

function orderOfZero(than: NumberOperand): number | undefined {
    if ("fact" in than) {
        return undefined;
    }
    return "literal" in than ? compareDecimals("0", than.literal) : -1;
}
