import { Messages, SfError } from "@salesforce/core";
import type { Connection } from "@salesforce/core";
import { Flags, SfCommand, toHelpSection } from "@salesforce/sf-plugins-core";
import { languageFor, languages } from "c/pwPolicy";
import { OrgReader } from "../../audit/gather/orgReader.ts";
import { writeCount } from "../../audit/report/numbers.ts";
import { CannotStart } from "../../cannotStart.ts";
import { connectTargetOrg } from "../../org/connectTargetOrg.ts";
import { checkStampAccess, gatherPlan, organizationOf } from "../../reconcile/gatherStamps.ts";
import { applyThrough } from "../../reconcile/openDoors.ts";
import { createRunFolder, openRunFolder, type RunFolder, type Settled } from "../../reconcile/runFolder.ts";
import { reconcileWords } from "../../reconcile/words/index.ts";
import { writeOutcome, writePlan } from "../../reconcile/writePlan.ts";
import { newRunName } from "../../runs/runPath.ts";
import { endOnSignal } from "../../terminal/endOnSignal.ts";
import { localeOf } from "../../terminal/localeOf.ts";
import { printReport } from "../../terminal/printReport.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.reconcile");

/** What `--json` prints. */
export interface ReconcileResult {
    /** Null where nothing was written. */
    readonly run: string | null;
    readonly opportunities: number | null;
    readonly toChange: number;
    readonly settled: readonly Settled[];
}

type ReconcileFlags = Awaited<ReturnType<OpportunityReconcile["parseFlags"]>>;

export default class OpportunityReconcile extends SfCommand<ReconcileResult> {
    static override readonly summary = messages.getMessage("summary");
    static override readonly description = messages.getMessage("description");
    static override readonly examples = messages.getMessages("examples");
    static override readonly errorCodes = toHelpSection("ERROR CODES", {
        0: messages.getMessage("errorCodes.0"),
        2: messages.getMessage("errorCodes.2")
    });

    static override readonly flags = {
        // Not Flags.requiredOrg: that one falls back to the user's default org.
        "target-org": Flags.string({
            char: "o",
            required: true,
            summary: messages.getMessage("flags.target-org.summary")
        }),
        language: Flags.option({ options: languages, summary: messages.getMessage("flags.language.summary") })(),
        "dry-run": Flags.boolean({
            exclusive: ["yes", "resume"],
            summary: messages.getMessage("flags.dry-run.summary")
        }),
        yes: Flags.boolean({ summary: messages.getMessage("flags.yes.summary") }),
        resume: Flags.string({ summary: messages.getMessage("flags.resume.summary") }),
        pause: Flags.integer({
            min: 0,
            max: 600_000,
            default: 0,
            summary: messages.getMessage("flags.pause.summary")
        }),
        "run-dir": Flags.string({ default: "pipewright-runs", summary: messages.getMessage("flags.run-dir.summary") })
    };

    override async run(): Promise<ReconcileResult> {
        endOnSignal(130);
        const flags = await this.parseFlags();
        const words = reconcileWords[flags.language ?? languageFor(localeOf(process.env))];
        const connection = await connectTargetOrg(flags["target-org"]);
        const reader = new OrgReader(connection);
        if (!flags["dry-run"]) await checkStampAccess(reader);
        if (flags.resume !== undefined) {
            const { id } = await organizationOf(reader);
            return this.write(connection, openRunFolder(flags["run-dir"], flags.resume, id), flags, null);
        }
        const plan = await gatherPlan(reader);
        printReport(writePlan(plan, words), this);
        const { changes, opportunities } = plan;
        const nothing = { run: null, opportunities, toChange: changes.length, settled: [] };
        if (changes.length === 0) return nothing;
        if (flags["dry-run"]) {
            this.log(words.dryRun);
            return nothing;
        }
        if (!flags.yes && !(await this.confirm({ message: words.ask(writeCount(changes.length)), ms: 600_000 }))) {
            this.log(words.left);
            return nothing;
        }
        const folder = createRunFolder(flags["run-dir"], newRunName(new Date()), plan.org.id, changes);
        return this.write(connection, folder, flags, opportunities);
    }

    async parseFlags() {
        const { flags } = await this.parse(OpportunityReconcile);
        const asks = !flags.yes && !flags["dry-run"] && flags.resume === undefined;
        if (asks && (this.jsonEnabled() || !process.stdin.isTTY)) {
            throw new CannotStart("Nobody can be asked here: give --yes to write, or --dry-run to look.");
        }
        return flags;
    }

    private async write(
        connection: Connection,
        folder: RunFolder,
        flags: ReconcileFlags,
        opportunities: number | null
    ): Promise<ReconcileResult> {
        const words = reconcileWords[flags.language ?? languageFor(localeOf(process.env))];
        const { changes, run } = folder;
        const settled = await applyThrough(connection, folder, changes, {
            kind: "journal",
            goOn: `opportunity reconcile --resume ${run}`,
            pause: flags.pause,
            progress: (done) => this.logToStderr(`${run}: ${done}/${changes.length}`)
        });
        const outcome = writeOutcome(settled, changes, words);
        printReport(
            [outcome, { kind: "lines", title: null, lines: [words.kept(folder.path), words.undoWith(run)] }],
            this
        );
        process.exitCode = settled.some((each) => each.outcome === "refused") ? 2 : 0;
        return { run, opportunities, toChange: changes.length, settled };
    }

    /** A known problem is one sentence and exit code 2; anything else keeps its stack. */
    protected override catch(error: Error): Promise<never> {
        return super.catch(error instanceof CannotStart ? new SfError(error.message, error.name, [], 2, error) : error);
    }
}
