import { Errors, ux } from "@oclif/core";
import { Messages, SfError } from "@salesforce/core";
import { Flags, SfCommand, toHelpSection } from "@salesforce/sf-plugins-core";
import { languageFor, languages } from "c/pwPolicy";
import { CannotStart } from "../../cannotStart.ts";
import { checkSetUp, exitCodeOfCheck, type CheckResult } from "../../check/checkSetUp.ts";
import { gatherSetUp } from "../../check/gather/gatherSetUp.ts";
import { openCheckedOrg } from "../../check/openCheckedOrg.ts";
import { readPackageContents } from "../../check/packageContents.ts";
import { checkWords } from "../../check/words/index.ts";
import { writeCheck } from "../../check/writeCheck.ts";
import { packageRoot } from "../../org/packageRoot.ts";
import { endOnSignal } from "../../terminal/endOnSignal.ts";
import { printReport } from "../../terminal/printReport.ts";
import { StageTimer } from "../../terminal/stageTimer.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.check");

/** Asks, judges, prints, and sets the exit code; what that means stands in scripts/check. */
export default class OpportunityCheck extends SfCommand<CheckResult> {
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
        // Not Flags.directory: what it refuses ends with 1, which here says that something is wrong in the org.
        "overlay-dir": Flags.string({
            dependsOn: ["target-org"],
            summary: messages.getMessage("flags.overlay-dir.summary")
        }),
        phase: Flags.option({
            options: ["1", "2"] as const,
            default: "2",
            summary: messages.getMessage("flags.phase.summary")
        })(),
        language: Flags.option({ options: languages, summary: messages.getMessage("flags.language.summary") })()
    };

    override async run(): Promise<CheckResult> {
        endOnSignal(130);
        const { flags } = await this.parse(OpportunityCheck);
        const contents = readPackageContents(packageRoot(), flags["overlay-dir"]);
        const timer = new StageTimer(
            { start: (label) => ux.action.start(label), stop: (text) => ux.action.stop(text) },
            () => performance.now()
        );
        const org = await openCheckedOrg(flags["target-org"], timer);
        try {
            const scope = { now: new Date(), today: org.today, objects: [...contents.fields.keys()] };
            const setUp = await timer.time("Reading the set-up", null, () => gatherSetUp(org.connection, scope));
            const result = checkSetUp(setUp, contents, { phase: flags.phase === "1" ? 1 : 2 });
            const language = flags.language ?? languageFor(localeOf(process.env));
            printReport(writeCheck(result, checkWords[language]), this);
            process.exitCode = exitCodeOfCheck(result);
            return result;
        } finally {
            await org.close();
        }
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

function localeOf(environment: NodeJS.ProcessEnv): string {
    return environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? "";
}
