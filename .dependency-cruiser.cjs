"use strict";

const policy = "^force-app/main/policy/";
const guidance = "^force-app/main/guidance/";
const page = "^scripts/page/browser/";
const tests = "(^test/|/__tests__/|[.]test[.]ts$)";
const connection = "^(node_modules/)?(jsforce|@jsforce|@salesforce/(core|sf-plugins-core))(/|$)";

/**
 * Which part may import which. A fence's comment is what a person reads when a build fails at it: it says
 * why the fence stands and what to do instead. ARCHITECTURE.md shows the same table.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
module.exports = {
    forbidden: [
        {
            name: "policy-imports-only-itself",
            comment:
                "One policy runs in the rep's browser, in the audit and in tests, so it may know none of them: " +
                "no lwc, no node, no library. Pass what it needs (facts, settings, the date) as an argument.",
            severity: "error",
            from: { path: policy, pathNot: tests },
            to: { pathNot: policy }
        },
        {
            name: "guidance-stays-in-the-browser",
            comment:
                "Components run on the platform, which offers lwc, lightning/*, @salesforce/* and c/* and nothing else. " +
                "Move what both sides need into the policy.",
            severity: "error",
            from: { path: guidance, pathNot: tests },
            to: {
                pathNot: ["^force-app/main/(guidance|policy)/", "^(node_modules/)?(lwc|lightning|@salesforce|c)(/|$)"]
            }
        },
        {
            name: "page-stays-in-the-browser",
            comment:
                "What is under scripts/page/browser runs in a browser and knows the org by what its server passes on. " +
                "Let the server do the rest, or put it into the settings of the page.",
            severity: "error",
            from: { path: page, pathNot: tests },
            to: { pathNot: [page, "^(node_modules/)?(lwc|lightning|@lwc/synthetic-shadow)(/|$)"] }
        },
        {
            name: "gather-does-not-judge",
            comment:
                "A gatherer brings raw records and stops; the same records must be judged the same way whoever " +
                "fetched them. Return the records and let derive and judge speak.",
            severity: "error",
            from: { path: "^scripts/audit/gather/", pathNot: tests },
            to: { path: "^scripts/audit/(judge|report)/" }
        },
        {
            name: "derive-and-judge-are-pure",
            comment:
                "Facts and verdicts depend on the records, the settings and the date alone, so that a saved audit can " +
                "be judged again. No connection, no file, no clock: pass what is needed as an argument.",
            severity: "error",
            from: { path: "^scripts/(audit/(derive|judge)|check/checks)/", pathNot: tests },
            to: { dependencyTypes: ["core"] }
        },
        {
            name: "derive-and-judge-reach-no-org",
            comment:
                "Facts and verdicts depend on the records, the settings and the date alone. Let gather ask the org, " +
                "and pass its answer in.",
            severity: "error",
            from: { path: "^scripts/(audit/(derive|judge)|check/checks)/", pathNot: tests },
            to: {
                path: ["^scripts/(audit/report|check/gather|commands|org)/", connection]
            }
        },
        {
            name: "derive-and-judge-do-not-gather",
            comment: "Only the shape of gathered records may be known here (import type); the records are passed in.",
            severity: "error",
            from: { path: "^scripts/(audit/(derive|judge)|check/checks)/", pathNot: tests },
            to: { path: "^scripts/audit/gather/", dependencyTypesNot: ["type-only"] }
        },
        {
            name: "report-only-shows",
            comment:
                "A report shows findings. If it could ask the org or run a rule, two reports of one audit could " +
                "disagree. Put what it lacks into the findings.",
            severity: "error",
            from: { path: "^scripts/audit/report/", pathNot: tests },
            to: {
                path: ["^scripts/audit/(gather|derive|judge)/", "/pwPolicy/rules/", connection],
                dependencyTypesNot: ["type-only"]
            }
        },
        {
            name: "local-org-is-met-through-its-url",
            comment:
                "The local org stands in for Salesforce. What reached into it would work here and nowhere else: start it " +
                "as a process of its own and talk to it over HTTP, as to any org. Only tests may import it.",
            severity: "error",
            from: { pathNot: ["^local-org/", tests] },
            to: { path: "^local-org/" }
        },
        {
            name: "local-org-knows-no-pipewright",
            comment:
                "The local org is judged by clients nobody here wrote. If it knew the policy or the audit, it could " +
                "agree with them by construction. It learns rules only from what is deployed to it.",
            severity: "error",
            from: { path: "^local-org/", pathNot: tests },
            to: { path: "^(force-app|scripts|test)/" }
        },
        {
            name: "product-needs-no-test",
            comment: "Test code is not shipped. Move what the product needs out of the test.",
            severity: "error",
            from: { pathNot: tests },
            to: { path: tests, pathNot: "^node_modules/" }
        },
        {
            name: "product-uses-shipped-libraries",
            comment:
                "A development library is absent where the plugin is installed. Name it in `dependencies`, or do without.",
            severity: "error",
            from: { path: "^(scripts|local-org|bin)/", pathNot: tests },
            to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] }
        },
        {
            name: "no-undeclared-library",
            comment: "This library is here only because another one uses it, and may vanish. Name it in package.json.",
            severity: "error",
            from: { path: "^(scripts|local-org|bin|test)/" },
            to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] }
        },
        {
            name: "no-cycle",
            comment: "Two files that need each other are one thought cut in the wrong place: find the third file.",
            severity: "error",
            from: {},
            to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }
        },
        {
            name: "every-import-is-found",
            comment: "This import leads nowhere. Relative imports are spelled with their ending: ./facts.ts",
            severity: "error",
            // Components name modules that only the platform has; the page puts its own in their place.
            from: { pathNot: [guidance, page] },
            to: { couldNotResolve: true }
        }
    ],
    options: {
        doNotFollow: { path: "(^|/)node_modules/" },
        exclude: { path: "(^force-app/.*/lwc/.*[.]js$|^lib/)" },
        tsPreCompilationDeps: true,
        enhancedResolveOptions: {
            exportsFields: ["exports"],
            conditionNames: ["development", "import", "node", "default", "types"],
            extensions: [".ts", ".js", ".mjs", ".cjs", ".json", ".d.ts"]
        }
    }
};
