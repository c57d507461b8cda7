import { join } from "node:path";
import { Messages, SfError } from "@salesforce/core";
import { Flags, SfCommand, toHelpSection } from "@salesforce/sf-plugins-core";
import { languageFor, languages } from "c/pwPolicy";
import { CannotStart } from "../../cannotStart.ts";
import { gatherFeatures } from "../../configure/gather/gatherFeatures.ts";
import {
    readOverlayFolder,
    refuseOverwriting,
    writeOverlayFolder,
    type FolderChanges
} from "../../configure/overlayFolder.ts";
import { runPreflight } from "../../configure/preflight/runPreflight.ts";
import type { Slots } from "../../configure/preflight/countSlots.ts";
import { propose } from "../../configure/propose.ts";
import type { SettledLevel } from "../../configure/takeOverLevels.ts";
import { configureWords } from "../../configure/words/index.ts";
import { writeNextSteps, writeSlots } from "../../configure/writePreflight.ts";
import { writeProposal } from "../../configure/writeProposal.ts";
import { connectTargetOrg } from "../../org/connectTargetOrg.ts";
import { packageRoot, packageVersion } from "../../org/packageRoot.ts";
import { endOnSignal } from "../../terminal/endOnSignal.ts";
import { localeOf } from "../../terminal/localeOf.ts";
import { printReport } from "../../terminal/printReport.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.configure");

/** What `--json` prints. */
export interface ConfigureResult extends FolderChanges {
    readonly org: { readonly id: string; readonly name: string };
    readonly folder: string;
    readonly isWritten: boolean;
    readonly levels: readonly SettledLevel[];
    readonly processes: readonly {
        readonly recordType: string;
        readonly stages: readonly { readonly name: string; readonly position: string }[];
    }[];
    readonly slots: readonly Slots[];
}

interface Settlement {
    /** The overlay and the choices are as they should be. */
    readonly isSame: boolean;
    readonly isLockStale: boolean;
    readonly write: () => void;
}

/** Reads the org, shows what would be written, asks, and writes; what that means stands in scripts/configure. */
export default class OpportunityConfigure extends SfCommand<ConfigureResult> {
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
        "overlay-dir": Flags.string({
            default: "pipewright-overlay",
            summary: messages.getMessage("flags.overlay-dir.summary")
        }),
        levels: Flags.option({
            options: ["org", "choices"] as const,
            default: "org",
            summary: messages.getMessage("flags.levels.summary")
        })(),
        language: Flags.option({ options: languages, summary: messages.getMessage("flags.language.summary") })(),
        "dry-run": Flags.boolean({ exclusive: ["yes"], summary: messages.getMessage("flags.dry-run.summary") }),
        yes: Flags.boolean({ summary: messages.getMessage("flags.yes.summary") })
    };

    override async run(): Promise<ConfigureResult> {
        endOnSignal(130);
        const flags = await this.parseFlags();
        const language = flags.language ?? languageFor(localeOf(process.env));
        const words = configureWords[language];
        const folder = readOverlayFolder(flags["overlay-dir"], packageRoot());
        const connection = await connectTargetOrg(flags["target-org"]);
        const features = await gatherFeatures(connection);
        const proposal = propose(features, folder, { prefer: flags.levels, version: packageVersion() });
        refuseOverwriting(folder, proposal.files);
        const core = join(packageRoot(), "force-app", "main");
        const slots = await runPreflight(connection, core, proposal.overlay);
        printReport([...writeProposal(proposal, features, words, language), writeSlots(slots, words)], this);
        const { added, changed, removed } = proposal.changes;
        const result = {
            org: proposal.org,
            folder: folder.path,
            ...{ added, changed, removed, levels: proposal.levels, slots },
            processes: proposal.processes.map(({ recordType, stages }) => ({
                recordType,
                stages: stages.map(({ name, position }) => ({ name, position }))
            }))
        };
        const isWritten = await this.settle(flags, words, {
            isSame: added.length + changed.length + removed.length === 0,
            isLockStale: proposal.isLockStale,
            write: () => writeOverlayFolder(folder, proposal.files)
        });
        if (isWritten) {
            const parts = [...new Set(proposal.overlay.map(({ path }) => path.split("/")[0] ?? ""))].sort();
            const steps = { folder: folder.path, target: flags["target-org"], parts };
            printReport([writeNextSteps(steps, words)], this);
        }
        return { ...result, isWritten };
    }

    async parseFlags() {
        const { flags } = await this.parse(OpportunityConfigure);
        const asks = !flags.yes && !flags["dry-run"];
        if (asks && (this.jsonEnabled() || !process.stdin.isTTY)) {
            throw new CannotStart("Nobody can be asked here: give --yes to write, or --dry-run to look.");
        }
        return flags;
    }

    /** Whether it was written. */
    private async settle(
        flags: { readonly "overlay-dir": string; readonly "dry-run": boolean; readonly yes: boolean },
        words: (typeof configureWords)["en"],
        { isSame, isLockStale, write }: Settlement
    ): Promise<boolean> {
        const folder = flags["overlay-dir"];
        // The levels of the org were seen anew: the next run must know, and nobody has to be asked.
        if (isSame && isLockStale && !flags["dry-run"]) write();
        if (isSame || flags["dry-run"]) {
            this.log(isSame ? words.nothingToWrite(folder) : words.dryRun);
            return false;
        }
        if (!flags.yes && !(await this.confirm({ message: words.ask(folder), ms: 600_000 }))) {
            this.log(words.left);
            return false;
        }
        write();
        this.log(words.written(folder));
        return true;
    }

    /** A known problem is one sentence and exit code 2; anything else keeps its stack. */
    protected override catch(error: Error): Promise<never> {
        return super.catch(error instanceof CannotStart ? new SfError(error.message, error.name, [], 2, error) : error);
    }
}
