import type { Account } from "./accounts.ts";
import type { Family } from "./catalogue.ts";
import type { Line } from "./lines.ts";
import type { Team } from "./people.ts";
import type { Random } from "./random.ts";
import type { Stage } from "./stages.ts";

const topics: Readonly<Record<Family, Readonly<Record<Team, readonly string[]>>>> = {
    Controllers: {
        taiwan: ["產線控制器汰換", "新線控制系統", "安全迴路改善", "機台聯網"],
        international: ["controller retrofit", "new line controls", "safety upgrade", "machine connectivity"]
    },
    "Machine Vision": {
        taiwan: ["視覺檢測導入", "AOI 擴充", "包裝讀碼", "外觀瑕疵檢查"],
        international: ["vision inspection", "AOI extension", "code reading", "surface inspection"]
    },
    Software: {
        taiwan: ["MES 導入", "圖控系統更新", "稼動率看板", "預測保養試辦"],
        international: ["MES roll-out", "SCADA renewal", "OEE dashboards", "predictive maintenance pilot"]
    },
    Services: {
        taiwan: ["年度維護合約", "系統整合專案", "教育訓練"],
        international: ["annual maintenance", "integration project", "operator training"]
    }
};

const places: Readonly<Record<Team, readonly string[]>> = {
    taiwan: ["一廠", "二廠", "三廠", "總廠", "新廠", "包裝線", "組裝線", "倉儲區"],
    international: ["Plant 1", "Plant 2", "Line 3", "Line 5", "new site", "packaging hall", "assembly", "warehouse"]
};

const renewals: Readonly<Record<Team, readonly string[]>> = {
    taiwan: ["年度維護續約", "軟體授權續約", "保固延長", "備品合約續約"],
    international: ["maintenance renewal", "licence renewal", "warranty extension", "spare parts contract"]
};

const fairs: Readonly<Record<Team, readonly string[]>> = {
    taiwan: ["自動化展名單", "食品機械展名單", "電子設備展名單"],
    international: ["Automation fair lead", "Packaging fair lead"]
};

const nextSteps: Readonly<Record<Team, readonly (readonly string[])[]>> = {
    taiwan: [
        ["約現場訪談", "確認預算年度", "寄產品目錄"],
        ["訪談廠長需求", "盤點現有機台", "安排打樣"],
        ["送樣檢測報告", "寄出正式報價", "與採購確認付款條件"],
        ["等合約用印", "議價會議", "確認交期"]
    ],
    international: [
        ["Book site visit", "Confirm budget year", "Send brochure"],
        ["Interview plant manager", "List machines on site", "Arrange sample test"],
        ["Send test report", "Send formal quote", "Agree payment terms with purchasing"],
        ["Waiting for signed contract", "Price meeting", "Confirm delivery date"]
    ]
};

/** Texts of an opportunity, in the language its team writes. */
export const dealWords = {
    /** Without an account the name only says which fair the card came from. */
    name(random: Random, account: Account, isFiled: boolean, lines: readonly Line[]): string {
        if (!isFiled) return `${random.pick(fairs[account.team])} ${random.whole(1, 99)}`;
        const family =
            lines[0]?.entry.product.family ?? random.pick(["Controllers", "Machine Vision", "Software"] as const);
        const place = random.pick(places[account.team]);
        const topic = random.pick(topics[family][account.team]);
        return account.team === "taiwan"
            ? `${account.shortName} ${place}${topic}`
            : `${account.shortName} – ${place}, ${topic}`;
    },

    nameOfRenewal(random: Random, account: Account): string {
        const what = random.pick(renewals[account.team]);
        return account.team === "taiwan" ? `${account.shortName} ${what}` : `${account.shortName} – ${what}`;
    },

    nextStep(random: Random, team: Team, stage: Stage): string {
        const phase = stage.probability >= 90 ? 3 : stage.probability >= 60 ? 2 : stage.probability >= 20 ? 1 : 0;
        return random.pick(nextSteps[team][phase] ?? []);
    }
};
