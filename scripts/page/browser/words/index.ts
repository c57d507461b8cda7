import { settings } from "../settings.ts";
import type { Language } from "../settings.ts";
import { en } from "./en.ts";
import type { PageWords } from "./pageWords.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

export type { PageWords } from "./pageWords.ts";

const all: Readonly<Record<Language, PageWords>> = { "en-US": en, "zh-TW": zhTW, "zh-CN": zhCN };

/** In the language this page was asked for. */
export const words = all[settings.language];

export const languageNames: Readonly<Record<Language, string>> = {
    "en-US": "English",
    "zh-TW": "繁體中文",
    "zh-CN": "简体中文"
};
