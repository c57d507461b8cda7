import type { Language } from "c/pwPolicy";
import { en } from "./en.ts";
import type { ReportWords } from "./reportWords.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const reportWords: Readonly<Record<Language, ReportWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
