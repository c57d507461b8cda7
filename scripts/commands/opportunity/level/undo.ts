import { Args } from "@oclif/core";
import { Messages, SfError } from "@salesforce/core";
import { Flags, SfCommand } from "@salesforce/sf-plugins-core";
import { languageFor, languages } from "c/pwPolicy";
import { OrgReader } from "../../../audit/gather/orgReader.ts";
import { CannotStart } from "../../../cannotStart.ts";
import { askedRule } from "../../../level/askedRule.ts";
import { openLevelRun } from "../../../level/levelRun.ts";
import { takeBackOverlayLevel } from "../../../level/overlayLevel.ts";
import { setLevel } from "../../../level/setLevel.ts";
import { levelWords } from "../../../level/words/index.ts";
import { sayTakenBack } from "../../../level/writeOverlayOutcome.ts";
import { connectTargetOrg } from "../../../org/connectTargetOrg.ts";
import { organizationOf } from "../../../reconcile/gatherStamps.ts";
import { endOnSignal } from "../../../terminal/endOnSignal.ts";
import { localeOf } from "../../../terminal/localeOf.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.level.undo");

/** What `--json` prints. */
export interface LevelUndoResult {
    readonly run: string;
    readonly ruleId: string;
    /** Null where it was left, or was blank before. */
    readonly level: string | null;
}

export default class OpportunityLevelUndo extends SfCommand<LevelUndoResult> {
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

    override async run(): Promise<LevelUndoResult> {
        endOnSignal(130);
        const { flags, args } = await this.parse(OpportunityLevelUndo);
        const language = flags.language ?? languageFor(localeOf(process.env));
        const words = levelWords[language];
        if (!flags.yes && (this.jsonEnabled() || !process.stdin.isTTY)) {
            throw new CannotStart("Nobody can be asked here: give --yes to put the level back.");
        }
        const connection = await connectTargetOrg(flags["target-org"]);
        const { id } = await organizationOf(new OrgReader(connection));
        const run = openLevelRun(flags["run-dir"], args.run, id);
        const { ruleId, from, to, overlay } = run;
        const before = from ?? words.blank;
        if (!flags.yes && !(await this.confirm({ message: words.askUndo(to, before), ms: 600_000 }))) {
            this.log(words.left);
            return { run: run.run, ruleId, level: null };
        }
        const rule = askedRule(ruleId);
        await setLevel(connection, rule, run, { from: to, to: from });
        this.log(words.done(before));
        if (overlay !== null) {
            const taken = takeBackOverlayLevel(rule, id, overlay, { from, to });
            this.log(sayTakenBack(overlay.folder, taken, language));
        }
        return { run: run.run, ruleId, level: from };
    }

    /** A known problem is one sentence and exit code 2; anything else keeps its stack. */
    protected override catch(error: Error): Promise<never> {
        return super.catch(error instanceof CannotStart ? new SfError(error.message, error.name, [], 2, error) : error);
    }
}
