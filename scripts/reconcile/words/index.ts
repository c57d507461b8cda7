import type { Language } from "c/pwPolicy";
import { en } from "./en.ts";
import type { ReconcileWords } from "./reconcileWords.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const reconcileWords: Readonly<Record<Language, ReconcileWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
