import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { languages } from "c/pwPolicy";
import type { Section } from "../../audit/report/section.ts";
import { noLock } from "../lock.ts";
import { parseChoices } from "../choices.ts";
import { propose, type Proposal } from "../propose.ts";
import { configureWords } from "../words/index.ts";
import { writeNextSteps, writeSlots } from "../writePreflight.ts";
import { writeProposal } from "../writeProposal.ts";
import { features, rawStage } from "./orgFeatures.ts";

const partsOf = ({ overlay }: Proposal) => [...new Set(overlay.map(({ path }) => path.split("/")[0] ?? ""))];

const warned = features({ levels: new Map([["products-present", "Warn"]]) });

function proposalWith(choices: object, stages: Record<string, string> = {}, org = warned): Proposal {
    const folder = {
        path: "ours",
        files: new Map(),
        choices: parseChoices(JSON.stringify({ version: 1, ...choices }), "pipewright.json"),
        lock: { ...noLock, stages: { "*": stages } }
    };
    return propose(org, folder, { prefer: "org", version: "1.0.0" });
}

function textOf(sections: readonly Section[]): string {
    return sections
        .flatMap((section) =>
            section.kind === "lines"
                ? [section.title ?? "", ...section.lines]
                : [section.title, ...section.rows.map((row) => row.join(" | ")), ...section.notes]
        )
        .join("\n");
}

describe("what configure prints", () => {
    for (const language of languages) {
        it(`names stages, levels and files in ${language}`, () => {
            const words = configureWords[language];
            const text = textOf(writeProposal(proposalWith({}, { Old: "1" }), features(), words, language));

            assert.match(text, /1 Prospecting · 2 Qualification/);
            assert.ok(text.includes(words.takenOver(words.levels.Observe)), text);
            assert.ok(text.includes(words.renamed("Old", "Prospecting")), text);
            assert.match(text, /\+ customMetadata\/PW_Stage\.All_Prospecting\.md-meta\.xml/);
            assert.doesNotMatch(text, /undefined|\[object/);
        });
    }

    it("says which stages a record type has of its own, and what was not chosen", () => {
        const proposal = proposalWith({ modules: ["products"] });
        const text = textOf(writeProposal(proposal, features(), configureWords.en, "en"));

        assert.match(text, /Partner \| 1 Qualification · 9 Closed Won/);
        assert.match(text, /Rules of modules that were not chosen: \d+\./);
    });

    it("names each setting that the org has otherwise, and none that is only written otherwise", () => {
        const standard = { Decision_Roles__c: null, From_Position__c: "3.0" };
        const ruleSettings = new Map([
            ["Contact_Roles_Present", { ...standard, Minimum__c: "3" }],
            ["Decision_Role_Named", { ...standard, Decision_Roles__c: ";Evaluator;" }],
            ["Next_Step_Filled", { ...standard, From_Position__c: "1.00" }]
        ]);
        const choices = {
            rules: {
                "contact-roles-present": { from: { stage: "Needs Analysis" } },
                "decision-role-named": { from: { stage: "Needs Analysis" }, decisionRoles: ["Evaluator"] },
                "next-step-filled": { from: { stage: "Prospecting" } }
            }
        };
        const org = features({ ruleSettings });
        const text = textOf(writeProposal(proposalWith(choices, {}, org), org, configureWords.en, "en"));

        assert.match(text, /contact-roles-present: Minimum__c is 3 in the org, and becomes 1 when this is deployed/);
        assert.deepEqual(text.match(/is deployed\. To keep it/g)?.length, 1, text);
    });

    it("marks limits that are not certain, and says where too few are left", () => {
        const slot = { used: 24, added: 2, limit: 25 };
        const text = textOf([
            writeSlots(
                [
                    { kind: "rollUps", isCertain: true, ...slot },
                    { kind: "flows", isCertain: false, ...slot }
                ],
                configureWords.en
            )
        ]);

        assert.match(text, /Roll-up summaries on Opportunity \| 24 \| 2 \| 25\n/);
        assert.match(text, /Active flows in the org \| 24 \| 2 \| ~25/);
        assert.match(text, /Too few are left: Roll-up summaries on Opportunity\./);
    });
});

describe("two stages whose records would have one name", () => {
    it("are told apart", () => {
        const stages = [rawStage("Proposal/Quote", 1), rawStage("Proposal Quote", 2), rawStage("Won", 3, "won", "100")];
        const folder = { path: "ours", files: new Map(), choices: null, lock: noLock };

        const org = features({ stages, recordTypes: [] });
        const { overlay } = propose(org, folder, { prefer: "org", version: "1.0.0" });

        assert.equal(overlay.filter(({ path }) => /All_Proposal_Quote_[0-9a-f]{6}\./.test(path)).length, 2);
    });
});

describe("the two phases of an installation", () => {
    const steps = (choices: object) => {
        const parts = partsOf(proposalWith(choices));
        return {
            parts,
            text: textOf([writeNextSteps({ folder: "ours", target: "my-sandbox", parts }, configureWords.en)])
        };
    };

    it("bring every part of the overlay in one of them, and what refuses a save in the second", () => {
        const { parts, text } = steps({ path: true, languages: ["zh_TW"] });
        const [first = "", second = ""] = ["1. ", "4. "].map(
            (step) => text.split("\n").find((line) => line.trim().startsWith(step)) ?? ""
        );

        for (const part of parts) {
            const named = [first, second].filter((line) => `${line} `.includes(` ours/${part} `));
            assert.equal(named.length, 1, `${part} in ${text}`);
        }
        assert.match(first, /ours\/customMetadata .*ours\/flows/);
        assert.match(second, /ours\/objects/);
    });

    it("speak of no folder that the overlay does not have", () => {
        assert.doesNotMatch(steps({ modules: ["hygiene"] }).text, /pathAssistants/);
    });
});
