/** Translations are written for the languages of an org: here for one that speaks both Chinese ones besides English. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { rules, type Language } from "c/pwPolicy";
import { standardPlan } from "../../scripts/gate/overlayPlan.ts";
import { translationFiles } from "../../scripts/gate/translations/translationFiles.ts";
import { openDeployedOrg } from "../support/deployedOrg.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { openSf } from "../support/sf.ts";
import { callLocalOrg, signIn } from "../support/signIn.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

const recordRules = rules.filter((rule) => rule.kind === "record");
const skip = process.env["PW_TARGET_ORG"] ? "It makes users, which a sandbox has few of." : false;

/** A project that holds nothing but the translations. */
function writeProject(): string {
    const folder = mkdtempSync(join(tmpdir(), "pipewright-translations-"));
    const project = {
        packageDirectories: [{ path: "force-app", default: true }],
        sfdcLoginUrl: "https://login.salesforce.com",
        sourceApiVersion: "66.0"
    };
    writeFileSync(join(folder, "sfdx-project.json"), JSON.stringify(project));
    for (const file of translationFiles({ ...standardPlan, translations: ["zh_TW", "zh_CN"] }, recordRules)) {
        const path = join(folder, "force-app", file.path);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.content);
    }
    return folder;
}

describe("a translated gate", { skip }, () => {
    let org: TargetOrg;
    let world: GateWorld;
    let project: string;
    before(async () => {
        org = await openDeployedOrg();
        world = await openGateWorld(org.connection, org.today);
        project = writeProject();
        await callLocalOrg(org, "POST", "languages", { languages: ["zh_TW", "zh_CN"] });
    });
    after(async () => {
        rmSync(project, { recursive: true });
        await org.close();
    });

    it("is deployed by sf, and refuses in the language of who saves", async () => {
        const sf = await openSf(org);
        const args = ["project", "deploy", "start", "--source-dir", "force-app", ...org.sf.args, "--json"];
        const deployed = await sf.run(args, {}, project);
        await sf.close();
        assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
        await world.setRule("next-step-filled", { level: "Block", fromPosition: 2 });

        for (const [alias, language] of [
            ["mei", "zh_TW"],
            ["wei", "zh_CN"],
            ["amy", "en"]
        ] as const satisfies readonly (readonly [string, Language])[]) {
            const rep = await signIn(org, alias, "Standard User", ["PW_Rep"]);
            const LanguageLocaleKey = language === "en" ? "en_US" : language;
            await org.connection.sobject("User").update({ Id: rep.id, LanguageLocaleKey });
            const id = await world.opportunity("Prospecting", { OwnerId: rep.id });

            const refused = rep.connection.sobject("Opportunity").update({ Id: id, StageName: "Needs Analysis" });

            const said = recordRules.find((rule) => rule.id === "next-step-filled")?.words[language].message;
            await assert.rejects(refused, { message: said });
        }
    });
});
