import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { jestConfig } = require("@salesforce/sfdx-lwc-jest/config");

// The same Babel that compiles the components, found where its owner has it.
const compiler = createRequire(require.resolve("@lwc/jest-transformer"));

/** For force-app alone: everything else is tested by Node's own runner. */
export default {
    ...jestConfig,
    transform: {
        // Rule tables also run as formulas in the local org: plain TypeScript, which the LWC compiler would refuse.
        "/(local-org|scripts|test)/.+\\.ts$": [
            "babel-jest",
            {
                babelrc: false,
                configFile: false,
                presets: [[compiler.resolve("@babel/preset-typescript"), { allowDeclareFields: true }]],
                plugins: [compiler.resolve("@babel/plugin-transform-modules-commonjs")]
            }
        ],
        ...jestConfig.transform
    },
    roots: ["<rootDir>/force-app"],
    testMatch: ["**/__tests__/**/*.test.ts"],
    // Otherwise Jest reads the compiled .js beside each .ts and reports no coverage at all.
    collectCoverageFrom: ["force-app/**/lwc/**/*.ts", "!**/__tests__/**"],
    testPathIgnorePatterns: ["<rootDir>/node_modules/", "<rootDir>/lib/"]
};
