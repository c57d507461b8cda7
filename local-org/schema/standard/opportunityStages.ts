/** A stage of the standard sales process. */
export interface StandardStage {
    readonly name: string;
    /** Percent points. */
    readonly probability: number;
    readonly forecastCategoryName: string;
    readonly isClosed: boolean;
    readonly isWon: boolean;
}

const open = (name: string, probability: number): StandardStage => ({
    name,
    probability,
    forecastCategoryName: "Pipeline",
    isClosed: false,
    isWon: false
});

/** The stages a new org has, in order: eight open ones, won and lost. */
export const standardStages: readonly StandardStage[] = [
    open("Prospecting", 10),
    open("Qualification", 10),
    open("Needs Analysis", 20),
    open("Value Proposition", 50),
    open("Id. Decision Makers", 60),
    open("Perception Analysis", 70),
    open("Proposal/Price Quote", 75),
    open("Negotiation/Review", 90),
    { name: "Closed Won", probability: 100, forecastCategoryName: "Closed", isClosed: true, isWon: true },
    { name: "Closed Lost", probability: 0, forecastCategoryName: "Omitted", isClosed: true, isWon: false }
];

/** ForecastCategory holds another spelling than ForecastCategoryName for some values. */
export const forecastCategoryByName: ReadonlyMap<string, string> = new Map([
    ["Omitted", "Omitted"],
    ["Pipeline", "Pipeline"],
    ["Best Case", "BestCase"],
    ["Most Likely", "MostLikely"],
    ["Commit", "Forecast"],
    ["Closed", "Closed"]
]);
