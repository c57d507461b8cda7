import { rules, type Language } from "c/pwPolicy";
import { writeCount } from "../audit/report/numbers.ts";
import type { Section, TableSection } from "../audit/report/section.ts";
import { isChosen } from "../gate/overlayPlan.ts";
import type { OrgFeatures } from "./features.ts";
import type { Proposal } from "./propose.ts";
import { startIn } from "./proposePlan.ts";
import type { ConfigureWords } from "./words/configureWords.ts";

/** Files of each kind of change that are named. */
const namedFiles = 10;

/** What the org has, where its stages stand, what each rule does, and which files would change. */
export function writeProposal(
    proposal: Proposal,
    features: OrgFeatures,
    words: ConfigureWords,
    language: Language
): Section[] {
    return [
        { kind: "lines", title: words.title(proposal.org.name), lines: featureLines(features, proposal, words) },
        stageTable(proposal, words),
        ruleTable(proposal, words, language),
        fileLines(proposal, words)
    ];
}

function featureLines(features: OrgFeatures, { plan }: Proposal, words: ConfigureWords): string[] {
    const said = words.features;
    const names: Readonly<Record<Language, string>> = { en: said.english, zh_TW: "繁體中文", zh_CN: "简体中文" };
    const { hasRecordTypes, recordTypes, hasCurrencies, hasChatter } = features;
    return [
        hasRecordTypes ? said.recordTypes(writeCount(recordTypes.length)) : said.noRecordTypes,
        said.currencies(hasCurrencies),
        said.chatter(hasChatter),
        said.languages((["en", ...plan.translations] as const).map((language) => names[language]))
    ];
}

function stageTable(
    { processes, plan, stageNews, guidesTaken, guidesLeft }: Proposal,
    words: ConfigureWords
): TableSection {
    const rows = processes.map(({ recordType, stages }) => {
        const hasRecords = plan.processes.some((each) => each.recordType === recordType);
        const placed = stages.map(({ name, position }) => `${position} ${name}`).join(" · ");
        return [recordType === "*" ? words.everyRecordType : recordType, hasRecords ? placed : words.sameAsAll];
    });
    const { process, stages } = words.stageColumns;
    return {
        kind: "table",
        title: words.stages,
        columns: [
            { name: process, align: "left" },
            { name: stages, align: "left" }
        ],
        rows,
        notes: [
            ...stageNews.renamed.map(({ from, to }) => words.renamed(from, to)),
            ...stageNews.gone.map(words.gone),
            ...stageNews.added.map(words.added),
            ...guidesTaken.map(words.guideTaken),
            ...guidesLeft.map(words.guideLeft),
            ...stageNews.moved.map(({ stage, from, to }) => words.moved(stage, from, to))
        ]
    };
}

function ruleTable(
    { levels, plan, settingsToReset, laterStarts }: Proposal,
    words: ConfigureWords,
    language: Language
): TableSection {
    const { rule, level, start, note } = words.ruleColumns;
    const chosen = rules.filter(({ practice }) => isChosen(plan, practice));
    const rows = chosen.flatMap(({ id, words: said }) => {
        const settled = levels.find(({ ruleId }) => ruleId === id);
        if (settled === undefined) return [];
        const remark = settled.isTakenOver
            ? words.takenOver(words.levels[settled.chosen])
            : settled.inOrg !== null && settled.inOrg !== settled.level
              ? words.differsFromOrg(words.levels[settled.inOrg])
              : "";
        return [[`${said[language].title} (${id})`, words.levels[settled.level], startIn(plan, id) ?? "", remark]];
    });
    const unchosen = rules.length - chosen.length;
    return {
        kind: "table",
        title: words.rules,
        columns: [
            { name: rule, align: "left" },
            { name: level, align: "left" },
            { name: start, align: "right" },
            { name: note, align: "left" }
        ],
        rows,
        notes: [
            ...laterStarts.map(words.startsLater),
            ...settingsToReset.map((setting) =>
                words.settingReset({
                    rule: setting.ruleId,
                    field: setting.field,
                    inOrg: setting.inOrg ?? words.blank,
                    chosen: setting.chosen ?? words.blank
                })
            ),
            ...(unchosen === 0 ? [] : [words.notChosen(writeCount(unchosen))])
        ]
    };
}

function fileLines({ changes: { added, changed, removed } }: Proposal, words: ConfigureWords): Section {
    const counts = words.fileCounts(
        ...([added, changed, removed].map(({ length }) => writeCount(length)) as [string, string, string])
    );
    const named = [
        ...[added, changed, removed].flatMap((paths, index) => {
            const sign = ["+", "~", "-"][index] ?? "";
            const more = paths.length > namedFiles ? [words.more(writeCount(paths.length - namedFiles))] : [];
            return [...paths.slice(0, namedFiles).map((path) => `${sign} ${path}`), ...more];
        })
    ];
    const stays = removed.filter((path) => /^(customMetadata|objects|flows|pathAssistants)\//.test(path));
    const notes = stays.length === 0 ? [] : [words.staysInOrg(writeCount(stays.length))];
    return { kind: "lines", title: words.files, lines: [counts, ...named, ...notes] };
}
