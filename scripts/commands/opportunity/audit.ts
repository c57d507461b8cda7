import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { Errors, ux } from "@oclif/core";
import { Messages, SfError } from "@salesforce/core";
import { Flags, SfCommand, toHelpSection } from "@salesforce/sf-plugins-core";
import { historyRules, languageFor, languages, levels, processRules, rules } from "c/pwPolicy";
import type { Language } from "c/pwPolicy";
import { isDay } from "../../audit/day.ts";
import { emptyConfig, parseConfig } from "../../audit/derive/configFile.ts";
import { exitCodeOf } from "../../audit/exitCode.ts";
import type { FieldsOfOrg } from "../../audit/gather/gatherOpportunities.ts";
import { gatherOrg } from "../../audit/gather/gatherOrg.ts";
import type { Gathered } from "../../audit/gathered.ts";
import { judgeGathered } from "../../audit/judgeGathered.ts";
import { sayAdviceIn, wordsOfRuleIn } from "../../audit/report/ruleSpeech.ts";
import { reportWords } from "../../audit/report/words/index.ts";
import { writeCsv } from "../../audit/report/writeCsv.ts";
import { writeReport } from "../../audit/report/writeReport.ts";
import type { AuditResult } from "../../audit/result.ts";
import { readFacts, writeFacts } from "../../audit/savedFacts.ts";
import { CannotStart } from "../../cannotStart.ts";
import { checkWritable, readWhole, writeWhole } from "../../files/wholeFile.ts";
import { packageVersion } from "../../org/packageRoot.ts";
import { openSampleOrg, openTargetOrg } from "../../org/openAuditedOrg.ts";
import { endOnSignal } from "../../terminal/endOnSignal.ts";
import { localeOf } from "../../terminal/localeOf.ts";
import { printReport } from "../../terminal/printReport.ts";
import { StageTimer } from "../../terminal/stageTimer.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.audit");

const recordRules = rules.filter((rule) => rule.kind === "record");
const adviceRules = [...historyRules, ...processRules];
const recordRuleIds = recordRules.map((rule) => rule.id);
const ruleIds = [...recordRuleIds, ...adviceRules.map((rule) => rule.id)];

/** Seconds that reading and judging the sample pipeline may take on two slow cores. */
const budgets = { gather: 10, judge: 3 } as const;

type AuditFlags = Awaited<ReturnType<OpportunityAudit["parseFlags"]>>;

/** Parses, runs the four steps, prints, and sets the exit code; what the steps mean stands in scripts/audit. */
export default class OpportunityAudit extends SfCommand<AuditResult> {
    static override readonly summary = messages.getMessage("summary");
    static override readonly description = messages.getMessage("description");
    static override readonly examples = messages.getMessages("examples");
    static override readonly errorCodes = toHelpSection("ERROR CODES", {
        0: messages.getMessage("errorCodes.0"),
        1: messages.getMessage("errorCodes.1"),
        2: messages.getMessage("errorCodes.2")
    });

    static override readonly flags = {
        // Not Flags.optionalOrg: that one falls back to the user's default org.
        "target-org": Flags.string({ char: "o", summary: messages.getMessage("flags.target-org.summary") }),
        language: Flags.option({ options: languages, summary: messages.getMessage("flags.language.summary") })(),
        "fail-on": Flags.option({
            options: levels.filter((level) => level !== "Off"),
            summary: messages.getMessage("flags.fail-on.summary")
        })(),
        "require-complete": Flags.boolean({ summary: messages.getMessage("flags.require-complete.summary") }),
        without: Flags.string({
            options: ruleIds,
            multiple: true,
            multipleNonGreedy: true,
            default: [],
            summary: messages.getMessage("flags.without.summary")
        }),
        "closed-within": Flags.integer({
            min: 0,
            max: 36_500,
            default: 365,
            summary: messages.getMessage("flags.closed-within.summary")
        }),
        "as-of": Flags.string({
            exclusive: ["from"],
            summary: messages.getMessage("flags.as-of.summary")
        }),
        config: Flags.string({ summary: messages.getMessage("flags.config.summary") }),
        csv: Flags.string({ summary: messages.getMessage("flags.csv.summary") }),
        html: Flags.string({ summary: messages.getMessage("flags.html.summary") }),
        save: Flags.string({ exclusive: ["from"], summary: messages.getMessage("flags.save.summary") }),
        from: Flags.string({ exclusive: ["target-org"], summary: messages.getMessage("flags.from.summary") })
    };

    override async run(): Promise<AuditResult> {
        endOnSignal(130);
        const flags = await this.parseFlags();
        const config =
            flags.config === undefined
                ? emptyConfig
                : parseConfig(readWhole(flags.config), flags.config, recordRuleIds, adviceRules);
        const html = htmlPathOf(flags);
        const timer = new StageTimer(
            { start: (label) => ux.action.start(label), stop: (text) => ux.action.stop(text) },
            () => performance.now()
        );
        const gathered = await this.gather(flags, config.fields ?? {}, timer);
        const judged = await timer.time("Judging", budgets.judge, () =>
            judgeGathered(gathered.records, {
                rules: recordRules,
                historyRules,
                processRules,
                config,
                without: flags.without
            })
        );
        const seconds = Number(((performance.now() - gathered.startedAt) / 1000).toFixed(1));
        const result: AuditResult = { ...judged, run: { id: randomUUID(), ...judged.run, seconds } };
        const language = flags.language ?? languageFor(localeOf(process.env));
        if (html !== null) {
            // The charts' library takes a while to load, and not every audit draws.
            const { htmlReport } = await import("../../audit/report/html/htmlReport.ts");
            writeWhole(html, htmlReport(result, language, packageVersion()));
        }
        this.deliver(result, gathered.records, flags, language);
        if (html !== null) {
            this.log(`\n${reportWords[language].written(resolve(html))}`);
        }
        return result;
    }

    async parseFlags() {
        const { flags } = await this.parse(OpportunityAudit);
        if (flags["as-of"] !== undefined && !isDay(flags["as-of"])) {
            throw new CannotStart(`--as-of ${flags["as-of"]} is not a day: write it as YYYY-MM-DD.`);
        }
        return flags;
    }

    /** Records from a saved file, the target org or a fresh local one, which is closed again. */
    private async gather(
        flags: AuditFlags,
        fieldsOfOrg: FieldsOfOrg,
        timer: StageTimer
    ): Promise<{ records: Gathered; startedAt: number }> {
        if (flags.from !== undefined) {
            return { startedAt: performance.now(), records: readFacts(readWhole(flags.from), flags.from) };
        }
        const alias = flags["target-org"];
        const org = alias === undefined ? await openSampleOrg(timer) : await openTargetOrg(alias, timer);
        try {
            const startedAt = performance.now();
            const asOf = flags["as-of"] ?? org.today;
            const scope = {
                now: new Date(),
                closedWithinDays: flags["closed-within"],
                currency: org.currency,
                fieldsOfOrg,
                ...(asOf === undefined ? {} : { asOf })
            };
            const budget = alias === undefined ? budgets.gather : null;
            return {
                startedAt,
                records: await timer.time("Reading opportunities", budget, () => gatherOrg(org.connection, scope))
            };
        } finally {
            await org.close();
        }
    }

    /** Files first, then the report, then the exit code. */
    private deliver(result: AuditResult, records: Gathered, flags: AuditFlags, language: Language): void {
        const wordsOfRule = wordsOfRuleIn(language);
        if (flags.save !== undefined) {
            writeWhole(flags.save, writeFacts(records));
        }
        if (flags.csv !== undefined) {
            writeWhole(flags.csv, writeCsv(result.findings, wordsOfRule, sayAdviceIn(language)));
        }
        printReport(writeReport(result, language, wordsOfRule), this);
        process.exitCode = exitCodeOf(result, {
            failOn: flags["fail-on"] ?? null,
            requireComplete: flags["require-complete"]
        });
    }

    /** A known problem is one sentence and exit code 2; anything else keeps its stack. */
    protected override catch(error: Error): Promise<never> {
        if (error instanceof CannotStart) {
            return super.catch(new SfError(error.message, error.name, [], 2, error));
        }
        const isExpected = error instanceof SfError || error instanceof Errors.CLIError;
        if (!isExpected && !this.jsonEnabled()) {
            this.logToStderr(error.stack ?? error.message);
        }
        return super.catch(error);
    }
}

/** Where the HTML report goes, known to be writable; the sample's always has a place. Null: none is wanted. */
function htmlPathOf(flags: AuditFlags): string | null {
    const isSample = flags["target-org"] === undefined && flags.from === undefined;
    const path = flags.html ?? (isSample ? join("reports", "audit.html") : null);
    if (path !== null) {
        checkWritable(path, { makeFolder: flags.html === undefined });
    }
    return path;
}
