import { judgementOf, notApplicable, type AdviceFinding, type Weight } from "../advice.ts";
import { compareDecimals } from "../decimal.ts";
import { compareQuotient, daysText, millisecondsPerDay, quotientText } from "../exactQuotient.ts";
import type { HistoryFacts, HistoryRule, UsualStay } from "../history/historyRule.ts";

type Setting = "fewestStays" | "fewestForAverage" | "overAverageDays" | "lastResortDays" | "graceDays";
type Code =
    | "beyondPercentile"
    | "beyondAverage"
    | "beyondLastResort"
    | "slow"
    | "usual"
    | "neverMoved"
    | "returned"
    | "unlistedStage"
    | "historyDiffers"
    | "unreadable";
type Thresholds = Readonly<Record<Setting, string>>;

export const notStuck: HistoryRule<Setting, Code> = {
    kind: "history",
    id: "not-stuck",
    practice: "stages",
    defaults: {
        level: "Observe",
        thresholds: {
            fewestStays: {
                value: "20",
                unit: "stays",
                basis: "ownChoice",
                source: "From this many stays that ended in advance on, the org's own 90th percentile decides. Both are our own choice."
            },
            fewestForAverage: {
                value: "5",
                unit: "stays",
                basis: "ownChoice",
                source: "From this many on, their average decides; with fewer, the days of last resort. Our own choice."
            },
            overAverageDays: {
                value: "14",
                unit: "days",
                basis: "published",
                source: "Stuck is more than the average and this many days: Salesforce Revenue Intelligence's rule."
            },
            lastResortDays: {
                value: "30",
                unit: "days",
                basis: "unsourced",
                source: "Where the org has too few stays to go by. Pages that give day counts name no study; set your own."
            },
            graceDays: {
                value: "1",
                unit: "days",
                basis: "ownChoice",
                source: "Nothing is stuck before this many days, however fast others were. Our own choice."
            }
        }
    },
    definitions: [
        "The age is that of the current stay: from the last change of stage to the moment judged, in days of 24 hours.",
        "It is held against the stays of the same process in the same stage that ended in a move to a higher stage or to won, as the org's own history has them. Lost opportunities linger; they would make any age look usual.",
        "The percentile is by nearest rank: the shortest stay that at least 90 of 100 stays don't exceed. The average is theirs too.",
        "What half of all stays take is Kaplan–Meier's median over every stay, whatever ended it: open ones count as “longer than until now”, so that slow stays are not left out.",
        "An age beyond the 75th percentile is remarked upon as slow; that alone breaks nothing."
    ],
    judge(facts, { thresholds }) {
        const { process, stage, sojourns, usual, asOf } = facts;
        const place = process?.find((candidate) => candidate.stage === stage);
        if (place !== undefined && place.kind !== "open") {
            return notApplicable;
        }
        if (process === undefined || stage === undefined || sojourns === undefined || usual === undefined) {
            return judgementOf([{ code: "unreadable", weight: "cannotTell", args: {} }]);
        }
        const current = sojourns.at(-1);
        if (place === undefined || current === undefined || current.stage !== stage) {
            const code = place === undefined ? "unlistedStage" : "historyDiffers";
            return judgementOf([{ code, weight: "cannotTell", args: { stage: place?.label ?? stage } }]);
        }
        const age = Math.max(0, asOf - current.from);
        return judgementOf([
            ...judgeAge(age, usual, thresholds).map((found) => ({
                ...found,
                args: { ...found.args, stage: place.label, days: daysText(age) }
            })),
            ...remarks(facts, usual).map((found) => ({ ...found, args: { ...found.args, stage: place.label } }))
        ]);
    },
    words: {
        en: {
            title: "The opportunity keeps moving",
            why: "An opportunity that outstays those that advanced may no longer be alive, and until it is closed it swells the forecast.",
            fix: "Agree the next step with the customer and its date; if there is none, move the opportunity back or close it.",
            findings: {
                beyondPercentile:
                    "{days} days in “{stage}”. Of {count} stays there that ended in advance, nine in ten took at most {limit} days.",
                beyondAverage:
                    "{days} days in “{stage}”: more than {margin} days over the average of {average} (of {count} stays that ended in advance, too few for the org's own limit).",
                beyondLastResort:
                    "{days} days in “{stage}”: more than {limit} days, a last resort, since only {count} stays there ended in advance.",
                slow: "{days} days in “{stage}”. Of {count} stays there that ended in advance, three in four took at most {limit} days.",
                usual: "Half of all stays in “{stage}” end within {median} days ({stays} stays, {open} of them still open).",
                neverMoved: "It has never left “{stage}”, the stage it was created in.",
                returned: "Visit {visits} to “{stage}”: {total} days in all.",
                unlistedStage: "The stage “{stage}” is not part of the record's sales process.",
                historyDiffers: "The stage history does not tell since when it has been in “{stage}”.",
                unreadable: "The stage history, or how long others stayed, could not be read."
            }
        },
        zh_TW: {
            title: "商機持續前進",
            why: "停得比順利前進的商機還久，可能早已沒有進展；在結案之前，它一直灌大預測。",
            fix: "與客戶約定下一步與日期；如果沒有下一步，就退回前面的階段或結案。",
            findings: {
                beyondPercentile:
                    "在「{stage}」已 {days} 天。後來前進的 {count} 次停留中，十次有九次不超過 {limit} 天。",
                beyondAverage:
                    "在「{stage}」已 {days} 天：超過平均 {average} 天再加 {margin} 天（後來前進的停留只有 {count} 次，不足以訂出自己的界限）。",
                beyondLastResort:
                    "在「{stage}」已 {days} 天：超過 {limit} 天。這只是最後的參考值，因為該階段後來前進的停留只有 {count} 次。",
                slow: "在「{stage}」已 {days} 天。後來前進的 {count} 次停留中，四次有三次不超過 {limit} 天。",
                usual: "在「{stage}」的停留有一半在 {median} 天內結束（共 {stays} 次，其中 {open} 次仍在進行）。",
                neverMoved: "建立後從未離開「{stage}」。",
                returned: "第 {visits} 次進入「{stage}」，累計 {total} 天。",
                unlistedStage: "階段「{stage}」不在此記錄的銷售流程中。",
                historyDiffers: "階段歷史沒有說明何時進入「{stage}」。",
                unreadable: "無法讀取階段歷史，或無法讀取其他商機停留多久。"
            }
        },
        zh_CN: {
            title: "业务机会持续推进",
            why: "停得比顺利推进的业务机会还久，可能早已没有进展；在结束之前，它一直夸大预测。",
            fix: "与客户约定下一步与日期；如果没有下一步，就退回前面的阶段或结束。",
            findings: {
                beyondPercentile: "在“{stage}”已 {days} 天。后来推进的 {count} 次停留中，十次有九次不超过 {limit} 天。",
                beyondAverage:
                    "在“{stage}”已 {days} 天：超过平均 {average} 天再加 {margin} 天（后来推进的停留只有 {count} 次，不足以定出自己的界限）。",
                beyondLastResort:
                    "在“{stage}”已 {days} 天：超过 {limit} 天。这只是最后的参考值，因为该阶段后来推进的停留只有 {count} 次。",
                slow: "在“{stage}”已 {days} 天。后来推进的 {count} 次停留中，四次有三次不超过 {limit} 天。",
                usual: "在“{stage}”的停留有一半在 {median} 天内结束（共 {stays} 次，其中 {open} 次仍在进行）。",
                neverMoved: "创建后从未离开“{stage}”。",
                returned: "第 {visits} 次进入“{stage}”，累计 {total} 天。",
                unlistedStage: "阶段“{stage}”不在此记录的销售流程中。",
                historyDiffers: "阶段历史没有说明何时进入“{stage}”。",
                unreadable: "无法读取阶段历史，或无法读取其他业务机会停留多久。"
            }
        }
    }
};

function judgeAge(age: number, usual: UsualStay, thresholds: Thresholds): AdviceFinding[] {
    const { advanced, advancedTotal, advancedP75, advancedP90 } = usual;
    const count = String(advanced);
    const found = (code: Code, weight: Weight, args: AdviceFinding["args"]): AdviceFinding[] => [
        { code, weight, args: { ...args, count } }
    ];
    if (compareQuotient(age, millisecondsPerDay, thresholds.graceDays) <= 0) {
        return [];
    }
    if (advancedP90 !== null && compareDecimals(count, thresholds.fewestStays) >= 0) {
        if (age > advancedP90) {
            return found("beyondPercentile", "problem", { limit: daysText(advancedP90) });
        }
        const isSlow = advancedP75 !== null && age > advancedP75;
        return isSlow ? found("slow", "remark", { limit: daysText(advancedP75) }) : [];
    }
    if (advanced > 0 && compareDecimals(count, thresholds.fewestForAverage) >= 0) {
        // age > total / count + margin, without dividing: no rounding decides.
        const over = BigInt(age) * BigInt(advanced) - BigInt(advancedTotal);
        const isOver =
            compareQuotient(over, BigInt(advanced) * BigInt(millisecondsPerDay), thresholds.overAverageDays) > 0;
        const average = quotientText(advancedTotal, BigInt(advanced) * BigInt(millisecondsPerDay));
        return isOver ? found("beyondAverage", "problem", { average, margin: thresholds.overAverageDays }) : [];
    }
    const isOver = compareQuotient(age, millisecondsPerDay, thresholds.lastResortDays) > 0;
    return isOver ? found("beyondLastResort", "problem", { limit: thresholds.lastResortDays }) : [];
}

function remarks({ sojourns = [], stage, asOf }: HistoryFacts, usual: UsualStay): AdviceFinding[] {
    const visits = sojourns.filter((stay) => stay.stage === stage);
    const total = visits.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? asOf) - from), 0);
    const remark = (code: Code, args: AdviceFinding["args"] = {}): AdviceFinding => ({ code, weight: "remark", args });
    const { median, stays, open } = usual;
    return [
        ...(median === null
            ? []
            : [remark("usual", { median: daysText(median), stays: String(stays), open: String(open) })]),
        ...(sojourns.length === 1 ? [remark("neverMoved")] : []),
        ...(visits.length > 1 ? [remark("returned", { visits: String(visits.length), total: daysText(total) })] : [])
    ];
}
