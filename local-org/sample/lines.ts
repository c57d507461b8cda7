import type { Size } from "./accounts.ts";
import type { PriceBook, PriceBookEntry } from "./catalogue.ts";
import { priceBookEntries } from "./catalogue.ts";
import type { Cents } from "./money.ts";
import {
    LINES_ABOVE_LIST_PRICE,
    LINES_DISCOUNTED,
    LINES_WITHOUT_LIST_PRICE,
    SERVICES_WITHOUT_PRICE
} from "./proportions.ts";
import type { Random } from "./random.ts";

export interface Line {
    readonly entry: PriceBookEntry;
    readonly quantity: bigint;
    readonly unitPrice: Cents;
    /** Percent points. */
    readonly discount: number;
}

/** Sellers lower the sales price instead of giving a discount on this share of lines: the other way to the same money. */
const linesWithLoweredPrice = 0.07;

export function makeLines(random: Random, size: Size, book: PriceBook): Line[] {
    const priced = priceBookEntries.filter((entry) => entry.book === book && entry.listPrice > 0n);
    const unpriced = priceBookEntries.filter((entry) => entry.book === book && entry.listPrice === 0n);
    const count = { small: random.whole(1, 2), medium: random.whole(2, 4), large: random.whole(3, 6) }[size];
    return random.sample(priced, count).map((entry) => {
        const isUnpriced = unpriced.length > 0 && random.happens(LINES_WITHOUT_LIST_PRICE);
        return makeLine(random, size, isUnpriced ? random.pick(unpriced) : entry);
    });
}

/** Whole dollars times a whole quantity times a whole percentage: never a fraction of a cent. */
export function totalOf(line: Line): Cents {
    return (line.unitPrice * line.quantity * BigInt(100 - line.discount)) / 100n;
}

export function totalOfLines(lines: readonly Line[]): Cents {
    return lines.reduce((sum, line) => sum + totalOf(line), 0n);
}

/** Some services stand on the deal to be priced later, and nobody has done it yet. */
export function leaveServicesUnpriced(random: Random, lines: readonly Line[]): Line[] {
    return lines.map((line) =>
        line.entry.product.family === "Services" && random.happens(SERVICES_WITHOUT_PRICE)
            ? { ...line, unitPrice: 0n, discount: 0 }
            : line
    );
}

export function withoutDiscounts(lines: readonly Line[]): Line[] {
    return lines.map((line) => ({ ...line, discount: 0 }));
}

function makeLine(random: Random, size: Size, entry: PriceBookEntry): Line {
    return {
        entry,
        quantity: quantityOf(random, size, entry),
        unitPrice: unitPriceOf(random, entry.listPrice),
        discount: random.happens(LINES_DISCOUNTED) ? discountOf(random, size) : 0
    };
}

function quantityOf(random: Random, size: Size, entry: PriceBookEntry): bigint {
    if (entry.product.isCapital) return BigInt(size === "large" ? random.whole(1, 3) : 1);
    const [low, high] = ({ small: [1, 4], medium: [2, 12], large: [6, 40] } as const)[size];
    return BigInt(random.whole(low, high));
}

function unitPriceOf(random: Random, listPrice: Cents): Cents {
    if (listPrice === 0n) return BigInt(random.whole(20, 300)) * 100_000n;
    if (random.happens(LINES_ABOVE_LIST_PRICE)) return wholeDollars(listPrice * BigInt(random.whole(104, 112)));
    if (random.happens(linesWithLoweredPrice)) return wholeDollars(listPrice * BigInt(random.whole(82, 97)));
    return listPrice;
}

/** Of a price times percent points. */
function wholeDollars(centsTimesPercent: bigint): Cents {
    return (centsTimesPercent / 10_000n) * 100n;
}

function discountOf(random: Random, size: Size): number {
    const usual = [
        [3, 2],
        [5, 5],
        [8, 3],
        [10, 5],
        [12, 2],
        [15, 3]
    ] as const;
    const generous = [
        [18, 1],
        [20, 2],
        [25, 1],
        [30, 1]
    ] as const;
    return random.weighted(size === "small" ? usual : [...usual, ...generous]);
}
