import type { RemoveWords } from "./removeWords.ts";

export const en: RemoveWords = {
    title: (org) => `Pipewright in ${org}`,
    nothing: "Nothing of Pipewright is in this org.",
    toRemove: (components) =>
        `To remove: ${components} components. Opportunities, products, contact roles and history stay.`,
    byStage: "What goes, in this order",
    columns: { stage: "Stage", type: "Type", count: "Components" },
    stages: {
        rules: "1 Rules",
        flows: "2 Flows",
        actions: "3 Actions",
        components: "4 Pages and reports",
        settings: "5 Settings",
        fields: "6 Fields and objects",
        access: "7 Access"
    },
    goesAlong: "Not ours, but inside an object of ours: it goes with the object",
    leftAlone: "Named like ours, not made by us: left alone",
    blocked: "In the way: the org won't delete what these name, until they no longer do",
    blocker: (type, name, uses) => `${type} ${name} uses ${uses}`,
    noBlockers: "Nothing is known to be in the way; reports are not told by the org.",
    blockersUntold: (reason) =>
        `Whether something of yours is in the way can't be told beforehand (${reason}): where it is, its stage is refused and says what.`,
    remains: "What stays, for no API deletes it",
    translations: (names) => `Translations (${names}): they go with what they translate.`,
    recoverable: "Deleted fields: Salesforce keeps them for a while under Deleted Fields, and counts them until then.",
    posts: "Posts in the feeds of opportunities.",
    pages: "Pages that carry the panel, and layouts with our related lists and actions: take these off first, where the org asks for it.",
    dryRun: "Nothing was removed (--dry-run).",
    ask: (org) => `Remove all this from ${org}? What the fields and objects hold is exported first.`,
    left: "Nothing was removed.",
    exported: "Exported first",
    exportedRows: (object, rows, path) => `${object}: ${rows} rows in ${path}`,
    removed: (components) => `Removed: ${components} components.`,
    stopped: (stage) =>
        `Stopped at ${stage}. The org refused this and nothing of it was done; what went before stays removed.`,
    refusedBecause: (component, problem) => `${component}: ${problem}`,
    goOn: (run) => `Mend that, then go on: npm run -s remove -- --resume ${run} --target-org …`,
    stillThere: "Still in the org",
    clean: "Nothing of ours is left in the org.",
    kept: (folder) => `Export, plan and journal: ${folder}`
};
