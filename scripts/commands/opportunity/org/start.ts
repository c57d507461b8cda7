import { spawn } from "node:child_process";
import { Messages } from "@salesforce/core";
import { Flags, SfCommand } from "@salesforce/sf-plugins-core";
import { localOrgArguments } from "../../../org/localOrg.ts";
import { endOnSignal } from "../../../terminal/endOnSignal.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("pipewright", "opportunity.org.start");

/** Keeps a local org in the foreground; what it prints is its own. */
export default class OpportunityOrgStart extends SfCommand<void> {
    static override readonly summary = messages.getMessage("summary");
    static override readonly description = messages.getMessage("description");
    static override readonly examples = messages.getMessages("examples");
    static override readonly enableJsonFlag = false;

    static override readonly flags = {
        sample: Flags.boolean({ summary: messages.getMessage("flags.sample.summary"), exclusive: ["load"] }),
        load: Flags.string({ summary: messages.getMessage("flags.load.summary") }),
        clock: Flags.string({ summary: messages.getMessage("flags.clock.summary") }),
        port: Flags.integer({ summary: messages.getMessage("flags.port.summary"), min: 1, max: 65_535 })
    };

    override async run(): Promise<void> {
        endOnSignal(0);
        const { flags } = await this.parse(OpportunityOrgStart);
        const passedOn = [
            // Its stdin is a pipe from here: it ends with this process, however that ends.
            "--until-stdin-closes",
            ...(flags.sample ? ["--sample"] : []),
            ...(flags.load === undefined ? [] : ["--load", flags.load]),
            ...(flags.clock === undefined ? [] : ["--clock", flags.clock]),
            ...(flags.port === undefined ? [] : ["--port", String(flags.port)])
        ];
        const child = spawn(process.execPath, localOrgArguments(passedOn), { stdio: ["pipe", "inherit", "inherit"] });
        process.exitCode = await new Promise<number>((resolve, reject) => {
            child.once("error", reject).once("exit", (code) => resolve(code ?? 0));
        });
    }
}
