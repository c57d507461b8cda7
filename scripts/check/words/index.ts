import type { Language } from "c/pwPolicy";
import type { CheckWords } from "./checkWords.ts";
import { en } from "./en.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const checkWords: Readonly<Record<Language, CheckWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
