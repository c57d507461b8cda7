import type { Language } from "c/pwPolicy";
import { en } from "./en.ts";
import type { LevelWords } from "./levelWords.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const levelWords: Readonly<Record<Language, LevelWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
