import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { file } from "../../metadata/__tests__/deployed.ts";
import { startLocalOrg } from "../../startLocalOrg.ts";
import type { LocalOrg } from "../../startLocalOrg.ts";

const binaries = fileURLToPath(new URL("../../../node_modules/.bin", import.meta.url));

const project: Readonly<Record<string, string>> = {
    "sfdx-project.json": JSON.stringify({
        packageDirectories: [{ path: "src", default: true }],
        sourceApiVersion: "66.0"
    }),
    "src/objects/Opportunity/fields/PW_Note__c.field-meta.xml": file(
        "CustomField",
        "<fullName>PW_Note__c</fullName><label>Note</label><type>Text</type><length>20</length>"
    ),
    "src/objects/Opportunity/validationRules/PW_Noted.validationRule-meta.xml": file(
        "ValidationRule",
        "<fullName>PW_Noted</fullName><active>true</active><errorConditionFormula>ISBLANK(PW_Note__c)</errorConditionFormula><errorMessage>Write a note.</errorMessage>"
    )
};

const brokenRule = {
    "src/objects/Opportunity/validationRules/PW_Broken.validationRule-meta.xml": file(
        "ValidationRule",
        "<fullName>PW_Broken</fullName><active>true</active><errorConditionFormula>FROBNICATE(1)</errorConditionFormula><errorMessage>No.</errorMessage>"
    )
};

interface SfAnswer {
    readonly exitCode: number;
    readonly output: {
        readonly status: number;
        readonly result?: { readonly status?: string; readonly files?: readonly SfFile[] };
    };
}

interface SfFile {
    readonly fullName: string;
    readonly state: string;
    readonly error?: string;
}

describe("the real sf", () => {
    let org: LocalOrg;
    let home: string;

    before(async () => {
        org = await startLocalOrg();
        home = await mkdtemp(join(tmpdir(), "local-org-sf-"));
        await write(project);
        await sf("org", "login", "access-token", "--instance-url", org.url, "--alias", "local", "--no-prompt");
    });

    after(async () => {
        await org.close();
        await rm(home, { recursive: true, force: true });
    });

    async function write(files: Readonly<Record<string, string>>): Promise<void> {
        for (const [path, text] of Object.entries(files)) {
            await mkdir(dirname(join(home, path)), { recursive: true });
            await writeFile(join(home, path), text);
        }
    }

    function sf(...words: string[]): Promise<SfAnswer> {
        return sfWith({}, ...words);
    }

    function sfWith(more: Readonly<Record<string, string>>, ...words: string[]): Promise<SfAnswer> {
        const env = {
            ...more,
            PATH: `${binaries}:${process.env["PATH"] ?? ""}`,
            HOME: home,
            SF_ACCESS_TOKEN: org.token,
            SF_DISABLE_TELEMETRY: "true",
            SF_DISABLE_AUTOUPDATE: "true",
            SF_SKIP_NEW_VERSION_CHECK: "true"
        };
        return new Promise((resolve, reject) => {
            execFile(join(binaries, "sf"), [...words, "--json"], { cwd: home, env }, (error, stdout) => {
                const exitCode = typeof error?.code === "number" ? error.code : 0;
                if (stdout === "") reject(error ?? new Error("sf said nothing"));
                else resolve({ exitCode, output: JSON.parse(stdout) as SfAnswer["output"] });
            });
        });
    }

    it("checks a deploy by REST where it is told to, and leaves nothing behind", async () => {
        const byRest = { SF_ORG_METADATA_REST_DEPLOY: "true" };
        const words = ["project", "deploy", "start", "-o", "local", "--source-dir", "src", "--dry-run"];

        const checked = await sfWith(byRest, ...words);

        assert.equal(checked.output.result?.status, "Succeeded", JSON.stringify(checked.output));
        assert.equal(checked.output.result.files?.length, 2);
        assert.deepEqual(org.org.deployed.components(), []);
        const requests = await fetch(`${org.url}/local-org/requests`, {
            headers: { authorization: `Bearer ${org.token}` }
        });
        assert.match(await requests.text(), /"POST","path":"[^"]*\/metadata\/deployRequest"/);
    });

    it("deploys source, and is told by name what fails", async () => {
        const deployed = await sf("project", "deploy", "start", "-o", "local", "--source-dir", "src");

        assert.equal(deployed.output.result?.status, "Succeeded", JSON.stringify(deployed.output));
        const states = deployed.output.result?.files?.map(({ fullName, state }) => `${state} ${fullName}`).sort();
        assert.deepEqual(states, ["Created Opportunity.PW_Note__c", "Created Opportunity.PW_Noted"]);

        await write(brokenRule);
        const failed = await sf("project", "deploy", "start", "-o", "local", "--source-dir", "src");

        assert.equal(failed.exitCode, 1);
        const broken = failed.output.result?.files?.find(({ fullName }) => fullName === "Opportunity.PW_Broken");
        assert.match(broken?.error ?? "", /Unknown function FROBNICATE/);
        assert.equal(org.org.deployed.validationRules("Opportunity").length, 1);
    });
});
