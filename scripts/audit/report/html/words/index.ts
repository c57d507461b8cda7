import type { Language } from "c/pwPolicy";
import { en } from "./en.ts";
import type { HtmlWords } from "./htmlWords.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const htmlWords: Readonly<Record<Language, HtmlWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
