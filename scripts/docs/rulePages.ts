import { historyRules, processRules, rules } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { adviceRulePage } from "./adviceRulePage.ts";
import { rulePage } from "./rulePage.ts";

const sections = [
    { heading: "About one opportunity; these may block a save", members: rules },
    { heading: "About a sales process; these advise", members: processRules },
    { heading: "About an opportunity's stage history; these advise", members: historyRules }
];

/** docs/rules: one page a rule, and an index. */
export function rulePageFiles(): WrittenFile[] {
    const pages = [
        ...rules.map((rule) => ({ path: `${rule.id}.md`, content: rulePage(rule) })),
        ...[...processRules, ...historyRules].map((rule) => ({ path: `${rule.id}.md`, content: adviceRulePage(rule) }))
    ];
    const lists = sections.map(({ heading, members }) => {
        const lines = members.map((rule) => `- [${rule.id}](${rule.id}.md): ${rule.words.en.title}`);
        return `## ${heading}\n\n${lines.join("\n")}\n`;
    });
    const index = `# The rules\n\nWritten from the rules by \`npm run docs\`.\n\n${lists.join("\n")}`;
    return [...pages, { path: "README.md", content: index }];
}
