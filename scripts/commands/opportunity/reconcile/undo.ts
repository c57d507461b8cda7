import { Args } from "@oclif/core";
import { Messages, SfError } from "@salesforce/core";
import { Flags, SfCommand } from "@salesforce/sf-plugins-core";
import { languageFor, languages } from "c/pwPolicy";
import { OrgReader } from "../../../audit/gather/orgReader.ts";
import { writeCount } from "../../../audit/report/numbers.ts";
import { CannotStart } from "../../../cannotStart.ts";
import { connectTargetOrg } from "../../../org/connectTargetOrg.ts";
import { checkStampAccess, organizationOf } from "../../../reconcile/gatherStamps.ts";
import { applyThrough } from "../../../reconcile/openDoors.ts";
import { Journal, openRunFolder, type Settled } from "../../../reconcile/runFolder.ts";
import { reverse } from "../../../reconcile/stamp.ts";
import { reconcileWords } from "../../../reconcile/words/index.ts";
import { writeOutcome } from "../../../reconcile/writePlan.ts";
import { endOnSignal } from "../../../terminal/endOnSignal.ts";
import { localeOf } from "../../../terminal/localeOf.ts";
import { printReport } from "../../../terminal/printReport.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.reconcile.undo");

/** What `--json` prints. */
export interface UndoResult {
    readonly run: string;
    readonly settled: readonly Settled[];
}

export default class OpportunityReconcileUndo extends SfCommand<UndoResult> {
    static override readonly summary = messages.getMessage("summary");
    static override readonly description = messages.getMessage("description");
    static override readonly examples = messages.getMessages("examples");

    static override readonly args = {
        run: Args.string({ required: true, description: messages.getMessage("args.run.description") })
    };

    static override readonly flags = {
        "target-org": Flags.string({
            char: "o",
            required: true,
            summary: messages.getMessage("flags.target-org.summary")
        }),
        language: Flags.option({ options: languages, summary: messages.getMessage("flags.language.summary") })(),
        yes: Flags.boolean({ summary: messages.getMessage("flags.yes.summary") }),
        "run-dir": Flags.string({ default: "pipewright-runs", summary: messages.getMessage("flags.run-dir.summary") })
    };

    override async run(): Promise<UndoResult> {
        endOnSignal(130);
        const { flags, args } = await this.parse(OpportunityReconcileUndo);
        const words = reconcileWords[flags.language ?? languageFor(localeOf(process.env))];
        if (!flags.yes && (this.jsonEnabled() || !process.stdin.isTTY)) {
            throw new CannotStart("Nobody can be asked here: give --yes to put the old stamps back.");
        }
        const connection = await connectTargetOrg(flags["target-org"]);
        const reader = new OrgReader(connection);
        const { id: orgId } = await organizationOf(reader);
        const folder = openRunFolder(flags["run-dir"], args.run, orgId);
        await checkStampAccess(reader);
        const { begun, settled: earlier } = new Journal(folder, "journal").read();
        const written = folder.changes.filter(
            ({ id }) => begun.has(id) && (earlier.get(id)?.outcome ?? "written") === "written"
        );
        const message = words.askUndo(writeCount(written.length));
        if (!flags.yes && !(await this.confirm({ message, ms: 600_000 }))) {
            this.log(words.left);
            return { run: folder.run, settled: [] };
        }
        const settled = await applyThrough(connection, folder, written.map(reverse), {
            kind: "undo",
            goOn: `opportunity reconcile undo ${folder.run}`,
            pause: 0,
            progress: (done) => this.logToStderr(`${folder.run}: ${done}/${written.length}`)
        });
        printReport([writeOutcome(settled, folder.changes, words, words.restored)], this);
        process.exitCode = settled.some(({ outcome }) => outcome === "refused") ? 2 : 0;
        return { run: folder.run, settled };
    }

    /** A known problem is one sentence and exit code 2; anything else keeps its stack. */
    protected override catch(error: Error): Promise<never> {
        return super.catch(error instanceof CannotStart ? new SfError(error.message, error.name, [], 2, error) : error);
    }
}
