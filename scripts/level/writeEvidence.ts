import type { Language, Level, RecordRule } from "c/pwPolicy";
import { writeCount } from "../audit/report/numbers.ts";
import type { LinesSection, Section, TableSection } from "../audit/report/section.ts";
import { checkWords } from "../check/words/index.ts";
import { sentenceOf } from "../check/writeCheck.ts";
import { nextLevel } from "./askedRule.ts";
import type { Broken, Evidence } from "./evidence.ts";
import { weigh, type Objection } from "./weigh.ts";
import { levelWords } from "./words/index.ts";
import type { LevelWords } from "./words/levelWords.ts";

/** The evidence, and what speaks against the level asked for, or else against the next one up. */
export function writeEvidence(
    evidence: Evidence,
    rule: RecordRule,
    asked: Level | null,
    language: Language
): Section[] {
    const words = levelWords[language];
    const { level, written, open, byOwner, byStage } = evidence;
    const stands =
        level === null ? words.standsAtNothing(written ?? "") : words.standsAt(level, rule.words[language].title);
    const counts = [open.applicable, open.met, open.unmet, open.unknown, open.exempt ?? 0].map(writeCount);
    return [
        lines(words.title(rule.id, evidence.org.name), [stands, words.asOf(evidence.asOf)]),
        {
            kind: "table",
            title: words.open,
            columns: words.openColumns.map((name) => ({ name, align: "right" as const })),
            rows: [counts],
            notes: []
        },
        lines(null, [...moveLines(evidence, words), exceptionLine(evidence, words)]),
        ...worstTable(words.byOwner, words.owner, byOwner, words),
        ...worstTable(words.byStage, words.stage, byStage, words),
        ...nextStep(evidence, rule, asked, language)
    ];
}

function nextStep(evidence: Evidence, rule: RecordRule, asked: Level | null, language: Language): Section[] {
    const words = levelWords[language];
    const to = asked ?? nextLevel(evidence.level ?? "Off");
    if (to === null) return [lines(null, [words.highest])];
    if (to === evidence.level) return [];
    const objections = weigh(evidence, to);
    const against =
        objections.length === 0
            ? lines(null, [words.nothingAgainst(to)])
            : lines(
                  words.against(to),
                  objections.map((objection) => `• ${sayObjection(objection, language)}`)
              );
    const how = [words.effects[to], ...(asked === null ? [words.raiseWith(rule.id, to)] : [])];
    return [against, lines(null, how)];
}

function sayObjection(objection: Objection, language: Language): string {
    if (objection.code === "setUp") return sentenceOf(checkWords[language], objection.finding);
    const said = levelWords[language].objections[objection.code] as (of: Objection) => string;
    return said(objection);
}

function moveLines({ moves, level }: Evidence, words: LevelWords): string[] {
    if (level === "Block" || level === "Off") return [words.movesAtBlock];
    if ("unreadable" in moves) return [words.movesUntold(moves.unreadable)];
    const { judged, since, withGap } = moves.value;
    return [words.moves(writeCount(judged), since, writeCount(withGap))];
}

function exceptionLine({ exceptions }: Evidence, words: LevelWords): string {
    const [first] = exceptions;
    return first === undefined ? words.noExceptions : words.exceptions(writeCount(exceptions.length), first.expiresOn);
}

function worstTable(title: string, name: string, broken: readonly Broken[], words: LevelWords): TableSection[] {
    if (broken.length === 0) return [];
    const columns = [
        { name, align: "left" },
        { name: words.count, align: "right" }
    ] as const;
    const rows = broken.map((each) => [each.name ?? words.noName, writeCount(each.count)]);
    return [{ kind: "table", title, columns, rows, notes: [] }];
}

export function lines(title: string | null, said: readonly string[]): LinesSection {
    return { kind: "lines", title, lines: said };
}
