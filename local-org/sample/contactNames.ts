import type { Team } from "./people.ts";

export const chineseLastNames = [
    "陳",
    "林",
    "黃",
    "張",
    "李",
    "王",
    "吳",
    "劉",
    "蔡",
    "楊",
    "許",
    "鄭",
    "謝",
    "郭",
    "洪",
    "曾",
    "邱",
    "廖",
    "徐",
    "周",
    "葉",
    "莊",
    "呂",
    "簡"
] as const;

export const chineseFirstNames = [
    "志明",
    "淑芬",
    "俊傑",
    "美玲",
    "建宏",
    "怡君",
    "家豪",
    "雅婷",
    "承翰",
    "欣怡",
    "柏宇",
    "佩君",
    "彥廷",
    "思妤",
    "信宏",
    "惠雯",
    "國華",
    "麗華",
    "政達",
    "靜宜",
    "育誠",
    "筱涵",
    "振豪",
    "婉婷",
    "明哲",
    "秀琴",
    "文傑",
    "郁雯",
    "哲瑋",
    "曉薇"
] as const;

export const foreignLastNames = [
    "Bergstrom",
    "Tanaka",
    "Okabe",
    "Nguyen",
    "Tran",
    "Suwannarat",
    "Abdullah",
    "Hartono",
    "Deshpande",
    "Santos",
    "Keller",
    "de Wit",
    "Moretti",
    "Whitcombe",
    "Alvarez",
    "Novak",
    "Fischer",
    "Lim",
    "Iyer",
    "Carver",
    "Holm",
    "Yamamoto",
    "Pratama"
] as const;

export const foreignFirstNames = [
    "Anna",
    "Kenji",
    "Yuki",
    "Linh",
    "Minh",
    "Somchai",
    "Aisyah",
    "Budi",
    "Rohan",
    "Maria",
    "Stefan",
    "Joost",
    "Giulia",
    "Helen",
    "Diego",
    "Petra",
    "Jonas",
    "Wei Ling",
    "Meera",
    "Thomas",
    "Ingrid",
    "Haruto",
    "Dewi"
] as const;

/** Values of the standard Role picklist of OpportunityContactRole. */
export type ContactRole =
    | "Business User"
    | "Decision Maker"
    | "Economic Buyer"
    | "Economic Decision Maker"
    | "Evaluator"
    | "Executive Sponsor"
    | "Influencer"
    | "Technical Buyer";

/** A title, where it sits, the role such a person usually plays, and how common it is. */
export interface Position {
    readonly title: Readonly<Record<Team, string>>;
    readonly department: Readonly<Record<Team, string>>;
    readonly roles: readonly ContactRole[];
    readonly weight: number;
}

export const positions: readonly Position[] = [
    {
        title: { taiwan: "總經理", international: "Managing Director" },
        department: { taiwan: "總經理室", international: "Management" },
        roles: ["Economic Decision Maker", "Executive Sponsor"],
        weight: 2
    },
    {
        title: { taiwan: "廠長", international: "Plant Manager" },
        department: { taiwan: "製造部", international: "Operations" },
        roles: ["Decision Maker", "Business User"],
        weight: 4
    },
    {
        title: { taiwan: "採購經理", international: "Purchasing Manager" },
        department: { taiwan: "採購部", international: "Procurement" },
        roles: ["Economic Buyer", "Evaluator"],
        weight: 4
    },
    {
        title: { taiwan: "自動化課長", international: "Automation Lead" },
        department: { taiwan: "工程部", international: "Engineering" },
        roles: ["Technical Buyer", "Evaluator"],
        weight: 5
    },
    {
        title: { taiwan: "製程工程師", international: "Process Engineer" },
        department: { taiwan: "工程部", international: "Engineering" },
        roles: ["Evaluator", "Influencer"],
        weight: 5
    },
    {
        title: { taiwan: "品保經理", international: "Quality Manager" },
        department: { taiwan: "品保部", international: "Quality" },
        roles: ["Business User", "Influencer"],
        weight: 3
    },
    {
        title: { taiwan: "資訊經理", international: "IT Manager" },
        department: { taiwan: "資訊部", international: "IT" },
        roles: ["Technical Buyer", "Influencer"],
        weight: 3
    },
    {
        title: { taiwan: "財務長", international: "CFO" },
        department: { taiwan: "財務部", international: "Finance" },
        roles: ["Economic Buyer"],
        weight: 1
    },
    {
        title: { taiwan: "生產主任", international: "Production Supervisor" },
        department: { taiwan: "製造部", international: "Operations" },
        roles: ["Business User"],
        weight: 3
    }
];
