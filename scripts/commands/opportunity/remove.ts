import { existsSync } from "node:fs";
import { join } from "node:path";
import { Messages, SfError } from "@salesforce/core";
import type { Connection } from "@salesforce/core";
import { Flags, SfCommand, toHelpSection } from "@salesforce/sf-plugins-core";
import { languageFor, languages } from "c/pwPolicy";
import { CannotStart } from "../../cannotStart.ts";
import { lockFile } from "../../configure/lock.ts";
import { connectTargetOrg } from "../../org/connectTargetOrg.ts";
import { packageRoot } from "../../org/packageRoot.ts";
import type { Removed } from "../../remove/applyRemoval.ts";
import { keyOf, type Component } from "../../remove/component.ts";
import { gatherPresent } from "../../remove/gatherPresent.ts";
import { gatherRemoval, removedOrg, type Removal } from "../../remove/gatherRemoval.ts";
import { removeThrough } from "../../remove/openDoors.ts";
import { createRemovalRun, openRemovalRun, replanRemoval, type RemovalRun } from "../../remove/removalRun.ts";
import { removeWords } from "../../remove/words/index.ts";
import type { RemoveWords } from "../../remove/words/removeWords.ts";
import { writeRemovalPlan, writeRemoved } from "../../remove/writeRemoval.ts";
import { newRunName } from "../../runs/runPath.ts";
import { endOnSignal } from "../../terminal/endOnSignal.ts";
import { localeOf } from "../../terminal/localeOf.ts";
import { printReport } from "../../terminal/printReport.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.remove");

/** What `--json` prints. */
export interface RemoveResult {
    /** Null where nothing was removed. */
    readonly run: string | null;
    /** What was to be removed; of a run that is gone on with, what was left of it. */
    readonly plan: Removal;
    readonly removed: Removed | null;
    /** What of ours the org still has; null where nothing was removed. */
    readonly remaining: readonly Component[] | null;
}

export default class OpportunityRemove extends SfCommand<RemoveResult> {
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
        "overlay-dir": Flags.directory({ exists: true, summary: messages.getMessage("flags.overlay-dir.summary") }),
        language: Flags.option({ options: languages, summary: messages.getMessage("flags.language.summary") })(),
        "dry-run": Flags.boolean({
            exclusive: ["yes", "resume"],
            summary: messages.getMessage("flags.dry-run.summary")
        }),
        yes: Flags.boolean({ summary: messages.getMessage("flags.yes.summary") }),
        resume: Flags.string({
            summary: messages.getMessage("flags.resume.summary")
        }),
        "run-dir": Flags.string({ default: "pipewright-runs", summary: messages.getMessage("flags.run-dir.summary") })
    };

    override async run(): Promise<RemoveResult> {
        endOnSignal(130);
        const flags = await this.parseFlags();
        const words = removeWords[flags.language ?? languageFor(localeOf(process.env))];
        const overlay = flags["overlay-dir"] ?? configuredFolder();
        const connection = await connectTargetOrg(flags["target-org"]);
        if (flags.resume !== undefined) {
            const { id } = await removedOrg(connection);
            const begun = openRemovalRun(flags["run-dir"], flags.resume, id);
            const known = begun.steps.flatMap(({ components }) => components);
            const left = await gatherRemoval(connection, packageRoot(), overlay, known);
            return this.remove(connection, replanRemoval(begun, id, left.steps), left, words);
        }
        const plan = await gatherRemoval(connection, packageRoot(), overlay);
        printReport(writeRemovalPlan(plan, words), this);
        const nothing = { run: null, plan, removed: null, remaining: null };
        if (plan.steps.length === 0) return nothing;
        if (flags["dry-run"]) {
            this.log(`\n${words.dryRun}`);
            return nothing;
        }
        if (!flags.yes && !(await this.confirm({ message: words.ask(plan.org.name), ms: 600_000 }))) {
            this.log(words.left);
            return nothing;
        }
        const run = createRemovalRun(flags["run-dir"], newRunName(new Date()), plan.org.id, plan.steps);
        return this.remove(connection, run, plan, words);
    }

    async parseFlags() {
        const { flags } = await this.parse(OpportunityRemove);
        const asks = !flags.yes && !flags["dry-run"] && flags.resume === undefined;
        if (asks && (this.jsonEnabled() || !process.stdin.isTTY)) {
            throw new CannotStart("Nobody can be asked here: give --yes to remove, or --dry-run to look.");
        }
        return flags;
    }

    private async remove(
        connection: Connection,
        run: RemovalRun,
        plan: Removal,
        words: RemoveWords
    ): Promise<RemoveResult> {
        const removed = await removeThrough(connection, run, (place, { stage }) =>
            this.logToStderr(`${run.run}: ${words.stages[stage]} (${place + 1}/${run.steps.length})`)
        );
        const components = run.steps.flatMap((step) => step.components);
        const wanted = new Set(components.map(keyOf));
        const present = await gatherPresent(connection, components);
        const remaining = present.filter((each) => wanted.has(keyOf(each))).map(({ type, name }) => ({ type, name }));
        printReport(writeRemoved(removed, remaining, run, words), this);
        process.exitCode = remaining.length > 0 ? 2 : 0;
        return { run: run.run, plan, removed, remaining };
    }

    /** A known problem is one sentence and exit code 2; anything else keeps its stack. */
    protected override catch(error: Error): Promise<never> {
        return super.catch(error instanceof CannotStart ? new SfError(error.message, error.name, [], 2, error) : error);
    }
}

/** Where configure writes unless it is told otherwise; null where it hasn't. */
function configuredFolder(): string | null {
    const folder = "pipewright-overlay";
    return existsSync(join(folder, lockFile)) ? folder : null;
}
