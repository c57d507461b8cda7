import type { Comparator, NumberComparison, NumberOperand } from "../condition.ts";
import { compareDecimals } from "../decimal.ts";
import { blankWitness } from "../facts.ts";
import type { Outcome } from "../verdict.ts";

const metWhenOrderIs: Record<Comparator, (order: number) => boolean> = {
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
    if (blankWitness(comparison.number) !== undefined) {
        return;
    }
    const atZero = outcomeAtZero(comparison.is, comparison.than);
    if (atZero !== comparison.whenBlank) {
        throw new Error(
            `A formula can't tell a blank ${comparison.number} from 0: say whenBlank "${atZero ?? "of a number"}", or name its blankWith in facts.ts.`
        );
    }
}

/** Undefined where another fact decides. A setting counts only above 0. */
function outcomeAtZero(comparator: Comparator, than: NumberOperand): Outcome | undefined {
    if ("fact" in than) {
        return undefined;
    }
    const order = "literal" in than ? compareDecimals("0", than.literal) : -1;
    return metWhenOrderIs[comparator](order) ? "met" : "unmet";
}
