import type { Language } from "c/pwPolicy";
import type { ConfigureWords } from "./configureWords.ts";
import { en } from "./en.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const configureWords: Readonly<Record<Language, ConfigureWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
