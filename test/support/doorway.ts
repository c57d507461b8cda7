/** What Node is started with for a command of ours, as the scripts of package.json do without the second that npm takes. */
export const doorway: readonly string[] = [
    "-C",
    "development",
    "--disable-warning=DEP0180",
    "--disable-warning=ExperimentalWarning",
    "bin/dev.js",
    "opportunity"
];
