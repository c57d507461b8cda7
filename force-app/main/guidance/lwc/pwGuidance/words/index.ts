export type { GuidanceWords } from "./guidanceWords.ts";
import type { Language } from "c/pwPolicy";
import { en } from "./en.ts";
import type { GuidanceWords } from "./guidanceWords.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export const words: Readonly<Record<Language, GuidanceWords>> = { en, zh_TW: zhTW, zh_CN: zhCN };
