/** The doorway of `npm run docs`: writes the pages of the rules; with --check, only compares them. */
import { hasDrifted, writeFolder } from "../written/writtenFolder.ts";
import { rulePageFiles } from "./rulePages.ts";

const check = process.argv.includes("--check");
const drift = await writeFolder("docs/rules", rulePageFiles(), { check });
if (!hasDrifted(drift)) {
    process.stdout.write("docs/rules says what the rules say.\n");
} else if (check) {
    const pages = [...drift.missing, ...drift.changed, ...drift.unexpected].join(", ");
    process.stderr.write(
        `docs/rules differs from the rules: ${pages}. Run "npm run docs" and commit what it writes.\n`
    );
    process.exitCode = 1;
} else {
    process.stdout.write(`docs/rules: ${drift.missing.length + drift.changed.length} pages written.\n`);
}
