import { createRequire } from "node:module";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const require = createRequire(import.meta.url);
const lwc = require("@salesforce/eslint-config-lwc");

const lwcSources = ["force-app/**/lwc/**/*.ts"];
const policySources = ["force-app/main/policy/**/*.ts"];
const tests = ["**/__tests__/**", "test/**", "**/*.test.ts"];

/** A part of a rule set made for JavaScript that TypeScript decides better, or that house style settles. */
const leftToTypeScript = {
    "no-undef": "off",
    "no-redeclare": "off",
    "no-dupe-class-members": "off",
    "no-unused-vars": "off",
    "no-use-before-define": "off",
    "consistent-return": "off",
    // A switch over a union is complete when it compiles; a default would hide the case that is missing.
    "default-case": "off",
    // Prettier's to say.
    "no-confusing-arrow": "off",
    // Fences look after imports (.dependency-cruiser.cjs), the compiler after their names.
    "import/no-unresolved": "off",
    "import/named": "off",
    "import/namespace": "off",
    "import/default": "off",
    "import/export": "off"
};

export default defineConfig(
    {
        ignores: ["lib/", "coverage/", "reports/", "force-app/**/lwc/**/*.js", "**/*.cjs", "**/.sf/", "**/.sfdx/"]
    },
    {
        files: lwcSources,
        extends: [lwc.configs.recommendedTs]
    },
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.strict, tseslint.configs.stylistic],
        languageOptions: {
            parserOptions: {
                project: ["tsconfig.json", "tsconfig.components.json", "tsconfig.page.json"],
                tsconfigRootDir: import.meta.dirname
            }
        },
        rules: {
            ...leftToTypeScript,
            // A promise nobody waits for loses its error: the save or the deploy would seem to have worked.
            "@typescript-eslint/no-floating-promises": [
                "error",
                {
                    allowForKnownSafeCalls: [
                        { from: "package", package: "node:test", name: ["describe", "it", "test"] }
                    ]
                }
            ],
            "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
            "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
            "@typescript-eslint/no-explicit-any": "error",
            "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
            // A type that holds itself can only be written with an index signature.
            "@typescript-eslint/consistent-indexed-object-style": "off",
            // A class of errors or a doorway may have nothing but a constructor or statics.
            "@typescript-eslint/no-extraneous-class": "off"
        }
    },
    {
        files: ["**/*.{js,mjs,ts}"],
        linterOptions: { reportUnusedDisableDirectives: "error" },
        rules: {
            eqeqeq: ["error", "always", { null: "ignore" }],
            "no-console": "error",
            "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
            "no-restricted-exports": ["error", { restrictDefaultExports: { direct: false } }],
            "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
            "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }]
        }
    },
    {
        files: policySources,
        ignores: tests,
        rules: {
            "no-restricted-globals": [
                "error",
                { name: "Date", message: "The policy has no clock: take the date as an argument." },
                { name: "performance", message: "The policy has no clock: take the time as an argument." },
                { name: "crypto", message: "The policy has no randomness." },
                { name: "process", message: "The policy runs in a browser too." },
                { name: "fetch", message: "The policy reaches nothing: facts come in as arguments." },
                { name: "window", message: "The policy runs in Node too." },
                { name: "document", message: "The policy runs in Node too." }
            ],
            "no-restricted-properties": [
                "error",
                { object: "Math", property: "random", message: "The policy has no randomness." }
            ]
        }
    },
    {
        // Pure too: the same facts and the same date must give the same verdicts.
        files: ["scripts/audit/derive/**/*.ts", "scripts/audit/judge/**/*.ts"],
        ignores: tests,
        rules: {
            "no-restricted-syntax": [
                "error",
                {
                    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
                    message: "No clock here: take the date as an argument."
                },
                {
                    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
                    message: "No clock here: take the date as an argument."
                }
            ],
            "no-restricted-properties": [
                "error",
                { object: "Math", property: "random", message: "No randomness here." }
            ]
        }
    },
    {
        // A table of cases is long by nature.
        files: tests,
        rules: { "max-lines-per-function": "off", "@typescript-eslint/no-non-null-assertion": "off" }
    },
    {
        files: ["force-app/**/__tests__/**/*.ts"],
        rules: {
            // Tables of rules are run by helpers that lie beside them, and titled by the rule's id.
            "jest/no-export": "off",
            // Tests speak in place of the wires.
            "@lwc/lwc/no-unexpected-wire-adapter-usages": "off",
            "jest/valid-title": ["error", { ignoreTypeOfDescribeName: true, ignoreTypeOfTestName: true }],
            "jest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*"] }]
        }
    },
    {
        // Doorways: what a person sees on the terminal is their work.
        files: ["bin/**", "test/run.ts", "local-org/bin.ts"],
        rules: { "no-console": "off" }
    }
);
