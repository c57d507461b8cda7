import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Before a commit: format, lint and the tests beside what changed. Seconds, so that nobody learns to skip it. */
export default {
    "*.{ts,js,mjs,cjs}": ["eslint --fix --max-warnings 0 --no-warn-ignored", "prettier --write --log-level warn"],
    "*.{json,md,yml,yaml,html,css,xml}": "prettier --write --log-level warn --ignore-unknown",
    "force-app/**/*.ts": (files) => `sfdx-lwc-jest -- --bail --passWithNoTests --findRelatedTests ${quoted(files)}`,
    "{local-org,scripts,test}/**/*.ts": (files) => {
        const tests = [...new Set(files.map(testOf).filter((test) => existsSync(test)))];
        return tests.length === 0
            ? []
            : `node -C development --disable-warning=ExperimentalWarning --test ${quoted(tests)}`;
    },
    // The validation rules and pages in the repository are written from the policy and must follow it.
    "force-app/main/policy/**/*.ts": () => ["npm run -s gate:check", "npm run -s docs:check"]
};

/** `soql/parse.ts` is tested by `soql/__tests__/parse.test.ts`; a test by itself, but for journeys, which take minutes. */
function testOf(file) {
    if (file.endsWith(".journey.test.ts")) return "";
    if (file.endsWith(".test.ts")) return file;
    return join(dirname(file), "__tests__", `${basename(file, ".ts")}.test.ts`);
}

function quoted(paths) {
    return paths.map((path) => JSON.stringify(path)).join(" ");
}
