import { rules } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { rulePage } from "./rulePage.ts";

/** docs/rules: one page a rule, and an index. */
export function rulePageFiles(): WrittenFile[] {
    const pages = rules.map((rule) => ({ path: `${rule.id}.md`, content: rulePage(rule) }));
    const lines = rules.map((rule) => `- [${rule.id}](${rule.id}.md): ${rule.words.en.title}`);
    const index = `# The rules\n\nWritten from the rules by \`npm run docs\`.\n\n${lines.join("\n")}\n`;
    return [...pages, { path: "README.md", content: index }];
}
