import { opportunities } from "./answers.ts";
import type { RuleAnswers } from "./answers.ts";

export const DATES: readonly RuleAnswers[] = [
    {
        rule: "Dates and times as literals; a time has an offset from UTC",
        source: "Date Formats and Date Literals in WHERE",
        answers: [
            opportunities("CloseDate = 2026-05-13", "Alpha"),
            opportunities("CloseDate < 2026-01-01", "DELTA"),
            opportunities("CloseDate >= 2026-04-01 AND CloseDate <= 2026-06-30", "Alpha", "beta", "epsilon", "Ünit"),
            opportunities("CloseDate IN (2026-05-13, 2027-01-01)", "Alpha", "Zeta"),
            opportunities("CreatedDate > 2026-05-12T23:30:00Z", "Alpha", "Zeta"),
            opportunities("CreatedDate = 2026-05-13T01:30:00+02:00", "epsilon"),
            opportunities("CreatedDate >= 2026-05-13T08:00:00+08:00", "Alpha", "Zeta"),
            opportunities("CreatedDate < 2025-01-01T00:00:00.000Z", "Ünit")
        ]
    },
    {
        rule: "Date literals are ranges of days around today, Wednesday 2026-05-13; weeks begin on Sunday",
        source: "Date Formats and Date Literals in WHERE, table of date literals",
        answers: [
            opportunities("CloseDate = TODAY", "Alpha"),
            opportunities("CreatedDate = TODAY", "Alpha", "Zeta"),
            opportunities("CreatedDate = YESTERDAY", "epsilon"),
            opportunities("CloseDate = TOMORROW"),
            opportunities("CloseDate > TODAY", "epsilon", "Zeta"),
            opportunities("CloseDate != TODAY", "beta", "Gamma", "DELTA", "epsilon", "Zeta", "Ünit"),
            opportunities("CloseDate = THIS_WEEK", "Alpha", "Ünit"),
            opportunities("CloseDate = LAST_WEEK"),
            opportunities("CloseDate = THIS_MONTH", "Alpha", "Ünit"),
            opportunities("CloseDate = NEXT_MONTH", "epsilon"),
            opportunities("CreatedDate = LAST_MONTH", "beta"),
            opportunities("CloseDate = LAST_QUARTER", "Gamma"),
            opportunities("CloseDate = THIS_QUARTER", "Alpha", "beta", "epsilon", "Ünit"),
            opportunities("CloseDate = NEXT_YEAR", "Zeta"),
            opportunities("CloseDate = LAST_YEAR", "DELTA"),
            opportunities("CloseDate < THIS_YEAR", "DELTA"),
            opportunities("CloseDate > THIS_MONTH", "epsilon", "Zeta"),
            opportunities("CloseDate <= LAST_MONTH", "beta", "Gamma", "DELTA"),
            opportunities("CloseDate = LAST_N_DAYS:3", "Alpha", "Ünit"),
            opportunities("CloseDate = LAST_N_DAYS:2", "Alpha"),
            opportunities("CloseDate = NEXT_N_DAYS:48", "epsilon"),
            opportunities("CloseDate = NEXT_N_DAYS:47"),
            opportunities("CloseDate = LAST_90_DAYS", "Alpha", "beta", "Gamma", "Ünit"),
            opportunities("CloseDate = NEXT_90_DAYS", "epsilon"),
            opportunities("CreatedDate = N_DAYS_AGO:1", "epsilon"),
            opportunities("CreatedDate = LAST_N_WEEKS:2", "beta"),
            opportunities("CreatedDate = LAST_N_MONTHS:1", "beta"),
            opportunities("CloseDate = N_MONTHS_AGO:2", "Gamma"),
            opportunities("CloseDate = N_QUARTERS_AGO:1", "Gamma"),
            opportunities("CreatedDate = N_YEARS_AGO:2", "Ünit"),
            opportunities("CloseDate IN (TODAY, LAST_YEAR)", "Alpha", "DELTA")
        ]
    },
    {
        rule: "Date functions take a part of a date; weeks of a month or year are its sevens of days",
        source: "Date Functions",
        answers: [
            opportunities("CALENDAR_YEAR(CloseDate) = 2026 AND CALENDAR_MONTH(CloseDate) = 5", "Alpha", "Ünit"),
            opportunities("CALENDAR_QUARTER(CloseDate) = 2", "Alpha", "beta", "epsilon", "Ünit"),
            opportunities("DAY_IN_MONTH(CloseDate) = 1", "beta", "Zeta"),
            opportunities("DAY_IN_WEEK(CloseDate) = 1", "Ünit"),
            opportunities("DAY_IN_YEAR(CloseDate) = 365", "DELTA"),
            opportunities("WEEK_IN_MONTH(CloseDate) = 2", "Alpha", "Ünit"),
            opportunities("WEEK_IN_YEAR(CloseDate) = 1", "Zeta"),
            opportunities("HOUR_IN_DAY(CreatedDate) = 23", "beta", "epsilon", "Zeta"),
            opportunities("DAY_ONLY(CreatedDate) = 2026-05-12", "epsilon"),
            [
                "SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)",
                [
                    [2025, 1],
                    [2026, 5],
                    [2027, 1]
                ]
            ]
        ]
    },
    {
        rule: "convertTimezone() within a date function reads the clock of the user, here in Taipei",
        source: "Converting Time Zones in Date Functions",
        answers: [
            [
                "SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)), COUNT(Id) FROM Opportunity GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate)) ORDER BY HOUR_IN_DAY(convertTimezone(CreatedDate))",
                [
                    [7, 3],
                    [8, 2],
                    [18, 1],
                    [20, 1]
                ]
            ],
            opportunities("DAY_ONLY(convertTimezone(CreatedDate)) = 2026-05-13", "Alpha", "epsilon")
        ]
    },
    {
        rule: "Fiscal literals and functions begin the year in the month that the org says, here April",
        source: "Date Formats and Date Literals in WHERE; Date Functions",
        fiscalStartMonth: 4,
        answers: [
            opportunities("CloseDate = THIS_FISCAL_YEAR", "Alpha", "beta", "epsilon", "Zeta", "Ünit"),
            opportunities("CloseDate = LAST_FISCAL_YEAR", "Gamma", "DELTA"),
            opportunities("CloseDate = THIS_FISCAL_QUARTER", "Alpha", "beta", "epsilon", "Ünit"),
            opportunities("CloseDate = LAST_FISCAL_QUARTER", "Gamma"),
            opportunities("CloseDate = N_FISCAL_QUARTERS_AGO:2", "DELTA"),
            opportunities("FISCAL_QUARTER(CloseDate) = 4", "Gamma", "Zeta"),
            opportunities("FISCAL_MONTH(CloseDate) = 1", "beta"),
            opportunities("CALENDAR_YEAR(CloseDate) = 2026 AND CloseDate = LAST_FISCAL_YEAR", "Gamma"),
            opportunities("CloseDate = THIS_YEAR", "Alpha", "beta", "Gamma", "epsilon", "Ünit")
        ]
    },
    {
        rule: "A fiscal year has the name of the year it ends in, unless the org names it by its start",
        source: "Object Reference, Organization, UsesStartDateAsFiscalYearName; Date Functions, FISCAL_YEAR()",
        fiscalStartMonth: 4,
        answers: [
            [
                "SELECT FISCAL_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY FISCAL_YEAR(CloseDate) ORDER BY FISCAL_YEAR(CloseDate)",
                [
                    [2026, 2],
                    [2027, 5]
                ]
            ]
        ]
    },
    {
        rule: "Fiscal quarters begin where the fiscal year puts them, here in February, May, August and November",
        source: "Date Formats and Date Literals in WHERE",
        fiscalStartMonth: 2,
        answers: [
            opportunities("CloseDate = THIS_FISCAL_QUARTER", "Alpha", "epsilon", "Ünit"),
            opportunities("CloseDate = LAST_FISCAL_QUARTER", "beta", "Gamma"),
            opportunities("CloseDate = THIS_QUARTER", "Alpha", "beta", "epsilon", "Ünit")
        ]
    }
];
