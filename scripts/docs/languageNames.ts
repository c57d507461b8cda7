import type { Language } from "c/pwPolicy";

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = {
    en: "English",
    zh_TW: "繁體中文",
    zh_CN: "简体中文"
};
