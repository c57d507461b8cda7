import { judgementOf, type AdviceFinding } from "../advice.ts";
import { compareDecimals } from "../decimal.ts";
import { stagesUnreadable, type ProcessRule } from "../process/processRule.ts";

type Setting = "tooFew" | "fewest" | "most" | "tooMany";
type Code = "tooFew" | "few" | "many" | "tooMany" | "closedStages" | "stagesUnreadable";

const usual = "5 to 9 open stages are what practitioners' pages call usual (5 for small sales teams, 7 or 8 for large)";

export const stageCount: ProcessRule<Setting, Code> = {
    kind: "process",
    id: "stage-count",
    practice: "stages",
    defaults: {
        level: "Observe",
        thresholds: {
            tooFew: {
                value: "3",
                unit: "stages",
                basis: "ownChoice",
                source: "This many or fewer are a problem. Our own choice."
            },
            fewest: { value: "5", unit: "stages", basis: "practitioners", source: `Fewer are a warning: ${usual}.` },
            most: { value: "9", unit: "stages", basis: "practitioners", source: `More are a warning: ${usual}.` },
            tooMany: {
                value: "12",
                unit: "stages",
                basis: "ownChoice",
                source: "This many or more are a problem. Our own choice."
            }
        }
    },
    definitions: [
        "Counted are the active open stages that the sales process offers. Not the org's whole list: nobody sees that one.",
        "Closed stages, won and lost, are counted apart and judged by nothing."
    ],
    judge({ stages }, { thresholds }) {
        if (stages === undefined) {
            return stagesUnreadable;
        }
        const count = (kind: string): string => String(stages.filter((stage) => stage.kind === kind).length);
        const args = { count: count("open"), fewest: thresholds.fewest, most: thresholds.most };
        const found = ((): Pick<AdviceFinding, "code" | "weight">[] => {
            if (compareDecimals(args.count, thresholds.tooFew) <= 0) {
                return [{ code: "tooFew", weight: "problem" }];
            }
            if (compareDecimals(args.count, thresholds.tooMany) >= 0) {
                return [{ code: "tooMany", weight: "problem" }];
            }
            if (compareDecimals(args.count, thresholds.fewest) < 0) {
                return [{ code: "few", weight: "warning" }];
            }
            return compareDecimals(args.count, thresholds.most) > 0 ? [{ code: "many", weight: "warning" }] : [];
        })();
        return judgementOf([
            ...found.map((finding) => ({ ...finding, args })),
            { code: "closedStages", weight: "remark", args: { won: count("won"), lost: count("lost") } }
        ]);
    },
    words: {
        en: {
            title: "The process has a workable number of stages",
            why: "With too many stages, people pick one at random and no two reports agree. With too few, nobody sees where deals stop.",
            fix: "Keep a stage only where the customer has done something new. Merge the others, and move their opportunities first.",
            findings: {
                tooFew: "Open stages: {count}. That is too few to see where opportunities stop; {fewest} to {most} are usual.",
                few: "Open stages: {count}. {fewest} to {most} are usual.",
                many: "Open stages: {count}. {fewest} to {most} are usual.",
                tooMany: "Open stages: {count}. That is too many to be told apart; {fewest} to {most} are usual.",
                closedStages: "Closed stages besides: won {won}, lost {lost}.",
                stagesUnreadable: "The stages of this process could not be read."
            }
        },
        zh_TW: {
            title: "銷售流程的階段數適中",
            why: "階段太多，大家就隨便選一個，報表彼此對不上；階段太少，就看不出案子停在哪裡。",
            fix: "只有客戶做了新的事，才需要一個階段。其餘的請合併，並先移走其中的商機。",
            findings: {
                tooFew: "進行中的階段：{count} 個。太少，看不出商機停在哪裡；一般為 {fewest} 到 {most} 個。",
                few: "進行中的階段：{count} 個。一般為 {fewest} 到 {most} 個。",
                many: "進行中的階段：{count} 個。一般為 {fewest} 到 {most} 個。",
                tooMany: "進行中的階段：{count} 個。太多，難以區分；一般為 {fewest} 到 {most} 個。",
                closedStages: "另有已結案的階段：贏得 {won} 個，失去 {lost} 個。",
                stagesUnreadable: "無法讀取此銷售流程的階段。"
            }
        },
        zh_CN: {
            title: "销售流程的阶段数适中",
            why: "阶段太多，大家就随便选一个，报表彼此对不上；阶段太少，就看不出项目停在哪里。",
            fix: "只有客户做了新的事，才需要一个阶段。其余的请合并，并先移走其中的业务机会。",
            findings: {
                tooFew: "进行中的阶段：{count} 个。太少，看不出业务机会停在哪里；一般为 {fewest} 到 {most} 个。",
                few: "进行中的阶段：{count} 个。一般为 {fewest} 到 {most} 个。",
                many: "进行中的阶段：{count} 个。一般为 {fewest} 到 {most} 个。",
                tooMany: "进行中的阶段：{count} 个。太多，难以区分；一般为 {fewest} 到 {most} 个。",
                closedStages: "另有已结束的阶段：赢得 {won} 个，丢失 {lost} 个。",
                stagesUnreadable: "无法读取此销售流程的阶段。"
            }
        }
    }
};
