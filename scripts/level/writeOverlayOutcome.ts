import type { Language, RecordRule } from "c/pwPolicy";
import type { Section } from "../audit/report/section.ts";
import { configureWords } from "../configure/words/index.ts";
import { otherSettings } from "./otherSettings.ts";
import { recordIn, type TakenBack } from "./overlayLevel.ts";
import type { OrgRuleRecord } from "./ruleRecord.ts";
import { levelWords } from "./words/index.ts";
import { lines } from "./writeEvidence.ts";

export interface OverlayOutcome {
    readonly rule: RecordRule;
    /** As the org has it, the level apart. */
    readonly record: OrgRuleRecord;
    readonly folder: string;
    /** The folder's record says the level too. */
    readonly isWritten: boolean;
}

/** What the folder says now, and what else its deploy would change in the rule's record. */
export function writeOverlayOutcome(
    { rule, record, folder, isWritten }: OverlayOutcome,
    language: Language
): Section[] {
    const [words, said] = [levelWords[language], configureWords[language]];
    const file = recordIn(folder, rule);
    const resets = (file === null ? [] : otherSettings(rule, record, file.content)).map((setting) =>
        said.settingReset({
            rule: rule.id,
            field: setting.field,
            inOrg: setting.inOrg ?? said.blank,
            chosen: setting.chosen ?? said.blank
        })
    );
    return [
        lines(null, [isWritten ? words.overlayDone(folder) : words.choicesDone(folder)]),
        ...(resets.length === 0 ? [] : [lines(words.resets(folder), resets)])
    ];
}

export function sayTakenBack(folder: string, { choiceLeft, isGone }: TakenBack, language: Language): string {
    const words = levelWords[language];
    if (isGone) return words.overlayGone(folder);
    return choiceLeft === null ? words.overlayBack(folder) : words.choiceLeft(folder, choiceLeft);
}
