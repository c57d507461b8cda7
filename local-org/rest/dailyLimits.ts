/** Requests a day; this org counts them, and never refuses one. */
export const dailyApiRequests = 100_000;
