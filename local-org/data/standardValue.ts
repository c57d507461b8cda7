import type { PicklistValue } from "../schema/objectSchema.ts";

/** What a stage says beyond its name. */
export interface StageSettings {
    readonly isClosed: boolean;
    readonly isWon: boolean;
    /** Percent points, 0 to 100. */
    readonly probability: number;
    /** As ForecastCategory spells it: `BestCase`, and `Forecast` for Commit. */
    readonly forecastCategory: string;
    readonly description: string | null;
}

/** One choice of a standard value set; only stages have settings. */
export interface StandardValue extends PicklistValue {
    readonly stage?: StageSettings;
}
