import { Messages } from "@salesforce/core";
import { Flags, SfCommand } from "@salesforce/sf-plugins-core";
import { overlayFiles } from "../../../gate/overlay.ts";
import { standardPlan } from "../../../gate/overlayPlan.ts";
import { hasDrifted, writeFolder, type Drift } from "../../../written/writtenFolder.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "gate.write");

export default class GateWrite extends SfCommand<Drift> {
    public static override readonly summary = messages.getMessage("summary");
    public static override readonly description = messages.getMessage("description");
    public static override readonly examples = messages.getMessages("examples");
    public static override readonly flags = {
        check: Flags.boolean({ summary: messages.getMessage("flags.check.summary"), default: false }),
        "overlay-dir": Flags.directory({
            summary: messages.getMessage("flags.overlay-dir.summary"),
            default: "force-app/overlay",
            exists: true
        })
    };

    public async run(): Promise<Drift> {
        const { flags } = await this.parse(GateWrite);
        const folder = flags["overlay-dir"];
        const drift = await writeFolder(folder, overlayFiles(standardPlan), { check: flags.check });
        if (!hasDrifted(drift)) {
            this.log(messages.getMessage("current", [folder]));
        } else if (flags.check) {
            const listed = (paths: readonly string[]) => paths.join(", ") || "none";
            this.logToStderr(
                messages.getMessage("drifted", [
                    folder,
                    listed(drift.missing),
                    listed(drift.changed),
                    listed(drift.unexpected)
                ])
            );
            process.exitCode = 1;
        } else {
            const written = String(drift.missing.length + drift.changed.length);
            this.log(messages.getMessage("written", [folder, written, String(drift.unexpected.length)]));
        }
        return drift;
    }
}
