/** Choices that several standard objects share, as a new org has them. */
import type { PicklistEntry } from "../fields.ts";

export const sources: readonly PicklistEntry[] = [
    "Web",
    "Phone Inquiry",
    "Partner Referral",
    "Purchased List",
    "Other"
];

export const ratings: readonly PicklistEntry[] = ["Hot", "Warm", "Cold"];

export const salutations: readonly PicklistEntry[] = ["Mr.", "Ms.", "Mrs.", "Dr.", "Prof."];

export const forecastCategories: readonly PicklistEntry[] = [
    "Omitted",
    "Pipeline",
    ["BestCase", "Best Case"],
    ["MostLikely", "Most Likely"],
    ["Forecast", "Commit"],
    "Closed"
];

export const forecastCategoryNames: readonly PicklistEntry[] = ["Omitted", "Pipeline", "Best Case", "Commit", "Closed"];

export const industries: readonly PicklistEntry[] = [
    "Agriculture",
    "Apparel",
    "Banking",
    "Biotechnology",
    "Chemicals",
    "Communications",
    "Construction",
    "Consulting",
    "Education",
    "Electronics",
    "Energy",
    "Engineering",
    "Entertainment",
    "Environmental",
    "Finance",
    "Food & Beverage",
    "Government",
    "Healthcare",
    "Hospitality",
    "Insurance",
    "Machinery",
    "Manufacturing",
    "Media",
    "Not For Profit",
    "Recreation",
    "Retail",
    "Shipping",
    "Technology",
    "Telecommunications",
    "Transportation",
    "Utilities",
    "Other"
];
