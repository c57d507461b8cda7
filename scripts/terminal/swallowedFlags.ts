/**
 * Flags that npm took for its own because "--" was missing before them: `npm run audit --target-org x` would
 * otherwise audit the sample and look like the answer. npm hands each on as `npm_config_…`.
 */
export function swallowedFlags(environment: NodeJS.ProcessEnv): string[] {
    if (environment["npm_lifecycle_event"] === undefined) {
        return [];
    }
    return ownFlags.filter((name) => environment[`npm_config_${name.replaceAll("-", "_")}`] !== undefined);
}

/** Not those that npm has too (json, save): set in somebody's .npmrc, they say nothing of our command line. */
const ownFlags = [
    ...["target-org", "language", "fail-on", "require-complete", "without", "closed-within", "as-of", "csv", "html"],
    ...["sample", "load", "clock"]
];
