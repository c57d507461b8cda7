import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Args } from "@oclif/core";
import { Messages, SfError } from "@salesforce/core";
import type { Connection } from "@salesforce/core";
import { Flags, SfCommand, toHelpSection } from "@salesforce/sf-plugins-core";
import { languageFor, languages, type Language, type Level, type RecordRule } from "c/pwPolicy";
import { CannotStart } from "../../cannotStart.ts";
import { askedLevel, askedRule } from "../../level/askedRule.ts";
import type { Evidence } from "../../level/evidence.ts";
import { gatherEvidence, type EvidenceScope } from "../../level/gatherEvidence.ts";
import { createLevelRun, noteInJournal, writePackage, type LevelRun } from "../../level/levelRun.ts";
import { readOverlayLevel, writeOverlayLevel, type OverlayLevel } from "../../level/overlayLevel.ts";
import { proposedCommand, rehearsal, runTests } from "../../level/proposal.ts";
import { levelOf, readRuleRecord, recordPackage, withLevel } from "../../level/ruleRecord.ts";
import { setLevel } from "../../level/setLevel.ts";
import { weigh, type Objection } from "../../level/weigh.ts";
import { levelWords } from "../../level/words/index.ts";
import { lines, writeEvidence } from "../../level/writeEvidence.ts";
import { writeOverlayOutcome } from "../../level/writeOverlayOutcome.ts";
import { connectTargetOrg } from "../../org/connectTargetOrg.ts";
import { newRunName } from "../../runs/runPath.ts";
import { endOnSignal } from "../../terminal/endOnSignal.ts";
import { localeOf } from "../../terminal/localeOf.ts";
import { printReport } from "../../terminal/printReport.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.level");

/** What `--json` prints. */
export interface LevelResult {
    readonly evidence: Evidence;
    /** What speaks against the level asked for; empty where none was. */
    readonly against: readonly Objection[];
    /** Null where nothing was written. */
    readonly run: string | null;
    /** Where the rule stands now. */
    readonly level: string | null;
}

interface Goal {
    readonly rule: RecordRule;
    readonly to: Level;
    readonly language: Language;
    readonly overlay: OverlayLevel | null;
    readonly orgId: string;
}

type LevelFlags = Awaited<ReturnType<OpportunityLevel["parseFlags"]>>["flags"];

export default class OpportunityLevel extends SfCommand<LevelResult> {
    static override readonly summary = messages.getMessage("summary");
    static override readonly description = messages.getMessage("description");
    static override readonly examples = messages.getMessages("examples");
    static override readonly errorCodes = toHelpSection("ERROR CODES", {
        0: messages.getMessage("errorCodes.0"),
        2: messages.getMessage("errorCodes.2")
    });

    static override readonly args = {
        rule: Args.string({ required: true, description: messages.getMessage("args.rule.description") })
    };

    static override readonly flags = {
        // Not Flags.requiredOrg: that one falls back to the user's default org.
        "target-org": Flags.string({
            char: "o",
            required: true,
            summary: messages.getMessage("flags.target-org.summary")
        }),
        // Not Flags.option: a level misspelt gets our one sentence.
        to: Flags.string({ summary: messages.getMessage("flags.to.summary") }),
        days: Flags.integer({ min: 1, max: 3650, default: 30, summary: messages.getMessage("flags.days.summary") }),
        "run-tests": Flags.boolean({ dependsOn: ["to"], summary: messages.getMessage("flags.run-tests.summary") }),
        // Not Flags.directory: what it refuses ends with 1.
        "overlay-dir": Flags.string({ summary: messages.getMessage("flags.overlay-dir.summary") }),
        language: Flags.option({ options: languages, summary: messages.getMessage("flags.language.summary") })(),
        "dry-run": Flags.boolean({ exclusive: ["yes"], summary: messages.getMessage("flags.dry-run.summary") }),
        yes: Flags.boolean({ summary: messages.getMessage("flags.yes.summary") }),
        "run-dir": Flags.string({ default: "pipewright-runs", summary: messages.getMessage("flags.run-dir.summary") })
    };

    override async run(): Promise<LevelResult> {
        endOnSignal(130);
        const { flags, rule, to } = await this.parseFlags();
        const language = flags.language ?? languageFor(localeOf(process.env));
        const overlay = flags["overlay-dir"] === undefined ? null : readOverlayLevel(flags["overlay-dir"], rule);
        const connection = await connectTargetOrg(flags["target-org"]);
        const evidence = await gatherEvidence(connection, rule, scopeOf(flags));
        printReport(writeEvidence(evidence, rule, to, language), this);
        if (to !== null) this.log("");
        const shown = { evidence, against: to === null ? [] : weigh(evidence, to), run: null, level: evidence.written };
        if (to === null) return shown;
        if (to === evidence.level) {
            this.log(levelWords[language].already(to));
            return shown;
        }
        const run = await this.raise(connection, { rule, to, language, overlay, orgId: evidence.org.id }, flags);
        return run === null ? shown : { ...shown, run: run.run, level: run.to };
    }

    async parseFlags() {
        const { flags, args } = await this.parse(OpportunityLevel);
        const rule = askedRule(args.rule);
        const to = flags.to === undefined ? null : askedLevel(flags.to);
        const asks = to !== null && !flags.yes && !flags["dry-run"];
        if (asks && (this.jsonEnabled() || !process.stdin.isTTY)) {
            throw new CannotStart("Nobody can be asked here: give --yes to set the level, or --dry-run to look.");
        }
        return { flags, rule, to };
    }

    /** Null where nobody wanted it. */
    private async raise(connection: Connection, goal: Goal, flags: LevelFlags): Promise<LevelRun | null> {
        const { rule, to, overlay, orgId } = goal;
        const words = levelWords[goal.language];
        const record = await readRuleRecord(connection, rule);
        const from = levelOf(record);
        const files = recordPackage(withLevel(record, to));
        const said = from ?? words.blank;
        const planned = [words.plan(said, to), ...(overlay === null ? [] : [words.planOverlay(overlay.folder)])];
        printReport([lines(null, planned)], this);
        if (flags["dry-run"]) {
            if (to === "Block") await this.rehearse(connection, files, goal, flags);
            this.log(`\n${words.dryRun}`);
            return null;
        }
        const change = { run: newRunName(new Date()), orgId, ruleId: rule.id, from, to, overlay };
        const run = createLevelRun(flags["run-dir"], change, record, files);
        if (to === "Block") await this.propose(connection, run, goal.language, flags);
        if (!flags.yes && !(await this.confirm({ message: words.ask(said, to), ms: 600_000 }))) {
            this.log(words.left);
            return null;
        }
        await setLevel(connection, rule, run, { from, to });
        printReport([lines(null, [words.done(to), words.kept(run.path), words.undoWith(run.run)])], this);
        if (overlay !== null) {
            const isWritten = writeOverlayLevel(rule, orgId, { ...overlay, chosen: to, record: to });
            printReport(writeOverlayOutcome({ rule, record, folder: overlay.folder, isWritten }, goal.language), this);
        }
        return run;
    }

    /** The command that tries Block first, and with --run-tests its answer. Throws `CannotStart` where that fails. */
    private async propose(connection: Connection, run: LevelRun, language: Language, flags: LevelFlags): Promise<void> {
        this.log("");
        const command = proposedCommand(run.path, flags["target-org"]);
        printReport([lines(levelWords[language].propose, [command])], this);
        if (flags["run-tests"]) {
            await this.test(connection, run.path, language, (entry) => noteInJournal(run, entry));
        }
    }

    /** The same without a run: what the tests need is gone again when they end. */
    private async rehearse(
        connection: Connection,
        files: Readonly<Record<string, string>>,
        { rule, language }: Goal,
        flags: LevelFlags
    ): Promise<void> {
        this.log("");
        printReport([lines(levelWords[language].propose, [rehearsal(rule.id, flags["target-org"])])], this);
        if (!flags["run-tests"]) return;
        const folder = mkdtempSync(join(tmpdir(), "pipewright-level-"));
        try {
            writePackage(folder, files);
            await this.test(connection, folder, language, () => undefined);
        } finally {
            rmSync(folder, { recursive: true });
        }
    }

    private async test(
        connection: Connection,
        folder: string,
        language: Language,
        note: (entry: Readonly<Record<string, unknown>>) => void
    ): Promise<void> {
        const words = levelWords[language];
        const org = { url: connection.instanceUrl, token: connection.accessToken ?? "" };
        const { tests, problems } = await runTests(folder, org);
        note({ tested: tests, problems });
        if (problems.length > 0) throw new CannotStart(`${words.testsFailed} ${problems.join("; ")}`);
        this.log(words.testsPassed(String(tests ?? 0)));
    }

    /** A known problem is one sentence and exit code 2; anything else keeps its stack. */
    protected override catch(error: Error): Promise<never> {
        return super.catch(error instanceof CannotStart ? new SfError(error.message, error.name, [], 2, error) : error);
    }
}

function scopeOf({ days, "overlay-dir": overlay }: LevelFlags): EvidenceScope {
    return { now: new Date(), days, ...(overlay === undefined ? {} : { overlay }) };
}
