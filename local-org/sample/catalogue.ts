import { seeded } from "../data/seedOrg.ts";
import { idCounter } from "./ids.ts";
import type { Cents } from "./money.ts";

export type Family = "Controllers" | "Machine Vision" | "Software" | "Services";

export interface Product {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly family: Family;
    /** New Taiwan dollars a unit in the standard price book; 0 is priced by hand, which is a defect on purpose. */
    readonly listPrice: number;
    readonly description: string;
    /** Sold in ones and twos however large the deal is. */
    readonly isCapital: boolean;
}

export interface PriceBook {
    readonly id: string;
    readonly name: string;
    /** Of the standard list price, percent. */
    readonly percent: bigint;
    readonly families: readonly Family[];
}

export interface PriceBookEntry {
    readonly id: string;
    readonly book: PriceBook;
    readonly product: Product;
    readonly listPrice: Cents;
}

const productId = idCounter("01t");

function product(
    code: string,
    name: string,
    family: Family,
    listPrice: number,
    description: string,
    isCapital = false
): Product {
    return { id: productId(), code, name, family, listPrice, description, isCapital };
}

export const products: readonly Product[] = [
    product("EC-100", "EC-100 邊緣控制器 Edge Controller", "Controllers", 38_000, "單線資料收集與控制"),
    product("EC-300", "EC-300 運動控制器 Motion Controller", "Controllers", 86_000, "八軸同動控制"),
    product("EC-500", "EC-500 安全控制器 Safety Controller", "Controllers", 125_000, "SIL 3 安全迴路"),
    product("IO-16", "IO-16 遠端 I/O 模組 Remote I/O", "Controllers", 9_800, "十六點數位輸出入"),
    product("VS-200", "VS-200 智慧相機 Smart Camera", "Machine Vision", 68_000, "讀碼與外觀檢查"),
    product("VS-500", "VS-500 3D 掃描頭 3D Scanner", "Machine Vision", 320_000, "高度與平整度量測"),
    product("VS-LGT", "VS-LGT 光源組 Lighting Kit", "Machine Vision", 12_500, "環形光與背光"),
    product("VS-AOI", "VS-AOI 檢測站 Inspection Station", "Machine Vision", 1_450_000, "整機含輸送與軟體", true),
    product("SW-MES", "製造執行系統 MES Suite", "Software", 480_000, "每廠年約", true),
    product("SW-SCADA", "圖控軟體 SCADA", "Software", 180_000, "五千點授權", true),
    product("SW-PDM", "預測保養 Predictive Maintenance", "Software", 260_000, "每廠年約", true),
    product("SW-OEE", "稼動率看板 OEE Dashboard", "Software", 45_000, "每線年約"),
    product("SV-INT", "系統整合 System Integration", "Services", 18_000, "人天"),
    product("SV-TRN", "教育訓練 Training", "Services", 24_000, "天"),
    product("SV-MNT", "年度維護 Annual Maintenance", "Services", 120_000, "年", true),
    product("SV-CUS", "客製開發 Custom Development", "Services", 0, "另行報價", true),
    product("ZZ-MISC", "其他項目 Miscellaneous", "Services", 0, "暫用品項", true)
];

/** Every org has it. */
export const standardBook: PriceBook = {
    id: seeded.standardPricebook,
    name: "Standard Price Book",
    percent: 100n,
    families: ["Controllers", "Machine Vision", "Software", "Services"]
};

/** What dealers in Taiwan buy at; they do their own integration work, so services are not in it. */
export const dealerBook: PriceBook = {
    id: idCounter("01s")(),
    name: "台灣經銷價",
    percent: 72n,
    families: ["Controllers", "Machine Vision", "Software"]
};

export const priceBooks: readonly PriceBook[] = [standardBook, dealerBook];

const entryId = idCounter("01u");

export const priceBookEntries: readonly PriceBookEntry[] = priceBooks.flatMap((book) =>
    products
        .filter((each) => book.families.includes(each.family))
        .map((each) => ({ id: entryId(), book, product: each, listPrice: BigInt(each.listPrice) * book.percent }))
);
