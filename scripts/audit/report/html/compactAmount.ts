import type { Language } from "c/pwPolicy";

const locales: Readonly<Record<Language, string>> = { en: "en", zh_TW: "zh-TW", zh_CN: "zh-CN" };

/** "126.2M", "1.3億": for the end of a bar, with the exact figure in the table beside it. "–" where not known. */
export function compactAmount(amount: string | null, language: Language): string {
    return amount === null
        ? "–"
        : new Intl.NumberFormat(locales[language], { notation: "compact", maximumFractionDigits: 1 }).format(
              Number(amount)
          );
}
