import { Exact, withTwoDecimals } from "../exact.ts";
import type { WinRate } from "../result.ts";

/** Below this many decided opportunities a rate says more about chance than about selling. Our own choice. */
const enough = 20;

/** The normal distribution's 97.5 % quantile: two-sided 95 %. */
const z = new Exact("1.959963984540054");

/** won / (won + lost) with Wilson's score interval, in percent points. */
export function winRateOf(won: number, lost: number): WinRate {
    const decided = won + lost;
    const isTooFew = decided < enough;
    return {
        won,
        lost,
        rate: decided === 0 ? null : withTwoDecimals(new Exact(won).times(100).div(decided)),
        wilson95: isTooFew ? null : wilson95(won, decided),
        isTooFew
    };
}

function wilson95(won: number, decided: number): { low: string; high: string } {
    const share = new Exact(won).div(decided);
    const squared = z.times(z);
    const scale = squared.div(decided).plus(1);
    const centre = share.plus(squared.div(decided * 2)).div(scale);
    const spread = share
        .times(new Exact(1).minus(share))
        .div(decided)
        .plus(squared.div(new Exact(decided).times(decided).times(4)))
        .sqrt()
        .times(z)
        .div(scale);
    return {
        low: withTwoDecimals(centre.minus(spread).times(100)),
        high: withTwoDecimals(centre.plus(spread).times(100))
    };
}
