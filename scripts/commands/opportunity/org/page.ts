import { ux } from "@oclif/core";
import { Messages } from "@salesforce/core";
import { Flags, SfCommand } from "@salesforce/sf-plugins-core";
import { CannotStart } from "../../../cannotStart.ts";
import { openPage } from "../../../page/openPage.ts";
import { toldToStop } from "../../../terminal/endOnSignal.ts";
import { StageTimer } from "../../../terminal/stageTimer.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.org.page");

/** Serves the record page in the foreground until it is told to stop. */
export default class OpportunityOrgPage extends SfCommand<void> {
    static override readonly summary = messages.getMessage("summary");
    static override readonly description = messages.getMessage("description");
    static override readonly examples = messages.getMessages("examples");
    static override readonly enableJsonFlag = false;

    static override readonly flags = {
        port: Flags.integer({ summary: messages.getMessage("flags.port.summary"), min: 0, max: 65_535, default: 0 })
    };

    override async run(): Promise<void> {
        const { flags } = await this.parse(OpportunityOrgPage);
        const line = {
            start: (label: string) => ux.action.start(label),
            stop: (outcome: string) => ux.action.stop(outcome)
        };
        try {
            const page = await openPage(new StageTimer(line, () => performance.now()), flags.port);
            ux.stdout(messages.getMessage("open", [page.url]));
            await toldToStop();
            await page.close();
        } catch (error) {
            if (!(error instanceof CannotStart)) throw error;
            this.error(error.message, { exit: 2 });
        }
    }
}
