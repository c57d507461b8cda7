/** Invented names. None is meant to be a company that exists. */

export interface Place {
    readonly country: string;
    readonly city: string;
}

/** The part of a Taiwanese company's name that is its own. */
export const taiwaneseBrands = [
    "晁昱",
    "鑫鋐",
    "弘岳",
    "沛澄",
    "嶸昌",
    "昕泰",
    "懋霖",
    "景灝",
    "璟元",
    "巨嵐",
    "群淇",
    "宥鼎",
    "聿豐",
    "碩霆",
    "禾鉅",
    "翊展",
    "勤嶺",
    "汎錡",
    "瀚鈞",
    "品崴",
    "旭堃",
    "台澔",
    "立嵩",
    "德翃",
    "信頡",
    "富堤",
    "銓緯",
    "凱萊恩",
    "新禾川",
    "北辰嶺",
    "大甲溪",
    "竹北川",
    "松崗",
    "青埔原",
    "港都信",
    "南灣興",
    "東昇嶺",
    "西螺田",
    "山水木",
    "日月青",
    "永洲",
    "長汎",
    "恆嶼",
    "健朔",
    "和薪",
    "百濬",
    "千葉禾",
    "萬嵐",
    "元皓",
    "佳霖",
    "冠岑",
    "上儀豐",
    "合曜",
    "友磐",
    "利昂",
    "宏嶧",
    "金崙",
    "鉅楙",
    "穎峰禾",
    "展嶽"
] as const;

/** What such a company does, with the industry the account is filed under. */
export const taiwaneseTrades = [
    ["精密機械", "Machinery"],
    ["精密工業", "Manufacturing"],
    ["電子", "Electronics"],
    ["半導體材料", "Electronics"],
    ["食品", "Food & Beverage"],
    ["生技", "Biotechnology"],
    ["化工", "Chemicals"],
    ["紡織", "Apparel"],
    ["物流", "Transportation"],
    ["光電", "Electronics"],
    ["汽車零件", "Manufacturing"],
    ["包裝材料", "Manufacturing"]
] as const;

/** Dealers and integrators: they buy from the dealer price book. */
export const dealerTrades = ["自動化", "系統整合", "機電", "儀器"] as const;

export const taiwaneseCities = [
    "台北市",
    "新北市",
    "桃園市",
    "新竹市",
    "新竹縣",
    "苗栗縣",
    "台中市",
    "彰化縣",
    "雲林縣",
    "台南市",
    "高雄市",
    "屏東縣"
] as const;

export const foreignBrands = [
    "Halvorsen",
    "Brightmoor",
    "Kestelwood",
    "Tannerfield",
    "Osterlund",
    "Verhaegen",
    "Marchetto",
    "Delacroix & Fils",
    "Pemberwick",
    "Ridgecombe",
    "Lowenthal",
    "Stavrakis",
    "Norrgard",
    "Quillfeather",
    "Ashdale",
    "Corbinian",
    "Wexcombe",
    "Thornbury",
    "Ilvermoor",
    "Castellari",
    "Dunmore",
    "Eklundh",
    "Fairlough",
    "Grunwaldt"
] as const;

export const foreignTrades = [
    ["Packaging", "Manufacturing"],
    ["Foods", "Food & Beverage"],
    ["Precision", "Machinery"],
    ["Pharma", "Biotechnology"],
    ["Components", "Electronics"],
    ["Logistics", "Transportation"],
    ["Chemicals", "Chemicals"],
    ["Drives", "Machinery"]
] as const;

/** Country, city and the letters after a company's name there. */
export const foreignPlaces = [
    ["Germany", "Augsburg", "GmbH"],
    ["Netherlands", "Tilburg", "B.V."],
    ["Sweden", "Västerås", "AB"],
    ["Italy", "Bergamo", "S.r.l."],
    ["United Kingdom", "Coventry", "Ltd"],
    ["United States", "Grand Rapids", "Inc."],
    ["United States", "Charlotte", "LLC"],
    ["Mexico", "Querétaro", "S.A. de C.V."]
] as const;

/** Whole names where the place shapes the name. */
export const asianAccounts: readonly (readonly [string, string, string, string])[] = [
    ["Nagahama Seiki K.K.", "Japan", "Nagoya", "Machinery"],
    ["Tsukishiro Foods K.K.", "Japan", "Osaka", "Food & Beverage"],
    ["Minamikawa Denshi K.K.", "Japan", "Sendai", "Electronics"],
    ["Hoshizora Pharma K.K.", "Japan", "Toyama", "Biotechnology"],
    ["Kirisawa Koki K.K.", "Japan", "Hamamatsu", "Machinery"],
    ["Rattanapong Packaging Co., Ltd.", "Thailand", "Rayong", "Manufacturing"],
    ["Siam Lanna Components Co., Ltd.", "Thailand", "Chonburi", "Electronics"],
    ["Chao Phraya Auto Parts Co., Ltd.", "Thailand", "Samut Prakan", "Manufacturing"],
    ["Đông Hưng Linh Kiện JSC", "Vietnam", "Bắc Ninh", "Electronics"],
    ["Phú Khang Foods JSC", "Vietnam", "Bình Dương", "Food & Beverage"],
    ["Sông Lam Textile JSC", "Vietnam", "Nghệ An", "Apparel"],
    ["Penang Straits Precision Sdn. Bhd.", "Malaysia", "Penang", "Machinery"],
    ["Kinta Valley Gloves Sdn. Bhd.", "Malaysia", "Ipoh", "Manufacturing"],
    ["Merlion Bay Biologics Pte. Ltd.", "Singapore", "Singapore", "Biotechnology"],
    ["Jurong Crest Logistics Pte. Ltd.", "Singapore", "Singapore", "Transportation"],
    ["PT Cahaya Samudra Kemasan", "Indonesia", "Bekasi", "Manufacturing"],
    ["PT Nusa Ringgit Makanan", "Indonesia", "Surabaya", "Food & Beverage"],
    ["Coimbra Valley Motors Pvt. Ltd.", "India", "Pune", "Manufacturing"],
    ["Sahyadri Instruments Pvt. Ltd.", "India", "Nashik", "Electronics"],
    ["Luzon Crest Semicon Inc.", "Philippines", "Laguna", "Electronics"]
];
