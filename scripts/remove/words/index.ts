import type { Language } from "c/pwPolicy";
import { en } from "./en.ts";
import type { RemoveWords } from "./removeWords.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const removeWords: Readonly<Record<Language, RemoveWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
