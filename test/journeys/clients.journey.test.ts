/** The real `sf` as its users type it, from sign-in to a deploy that is refused. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openSf, type Sf, type SfAnswer } from "../support/sf.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

const alias = "pipewright-journey";

describe(
    "sf",
    { skip: process.env["PW_TARGET_ORG"] ? "it shows the local org; in another org sf is at home" : false },
    () => {
        let org: TargetOrg;
        let sf: Sf;
        let project: string;

        before(async () => {
            org = await openTargetOrg(["--clock", "2026-06-30"]);
            sf = await openSf(org);
            project = await mkdtemp(join(tmpdir(), "pipewright-project-"));
        });
        after(async () => {
            await rm(project, { recursive: true });
            await sf.close();
            await org.close();
        });

        it("signs in with an access token and shows the org", async () => {
            const url = org.local?.url ?? "";
            const args = [
                "org",
                "login",
                "access-token",
                "--instance-url",
                url,
                "--alias",
                alias,
                "--no-prompt",
                "--json"
            ];
            const signedIn = await sf.run(args, { SF_ACCESS_TOKEN: org.local?.token });
            assert.equal(signedIn.exitCode, 0, signedIn.stdout + signedIn.stderr);

            const shown = await sf.run(["org", "display", "--target-org", alias, "--json"]);
            const { port } = new URL(url);
            assert.equal((shown.json?.result as { username: string }).username, `admin@${port}.pipewright.local`);
        });

        it("creates a record and finds it by a query", async () => {
            const values = "Name='竹北 pilot' StageName=Prospecting CloseDate=2026-09-30";
            const created = await run("data", "create", "record", "--sobject", "Opportunity", "--values", values);
            assert.equal(created.exitCode, 0, created.stdout);

            const found = await run(
                "data",
                "query",
                "--query",
                "SELECT Name, Probability, Owner.Name FROM Opportunity"
            );
            const { records } = found.json?.result as { records: Record<string, unknown>[] };
            assert.equal(records.length, 1);
            assert.deepEqual([records[0]?.["Name"], records[0]?.["Probability"]], ["竹北 pilot", 10]);
        });

        it("is refused by name a deploy of what the local org does not support, and nothing of it stays", async () => {
            await writeProject(project, {
                "classes/Broken.cls": "public class Broken {}",
                "classes/Broken.cls-meta.xml": metadata(
                    "ApexClass",
                    "<apiVersion>66.0</apiVersion><status>Active</status>"
                ),
                "objects/Opportunity/fields/PW_Half__c.field-meta.xml": metadata(
                    "CustomField",
                    "<fullName>PW_Half__c</fullName><label>Half</label><type>Text</type><length>10</length>"
                )
            });

            const refused = await run("project", "deploy", "start", "--source-dir", join(project, "force-app"));

            assert.equal(refused.exitCode, 1);
            assert.match(refused.stdout, /ApexClass[^"]*not supported by this local org/);
            const { fields } = await org.connection.sobject("Opportunity").describe();
            assert.equal(
                fields.some(({ name }) => name === "PW_Half__c"),
                false
            );
        });

        it("is told in one sentence that a session has ended", async () => {
            await fetch(`${org.local?.url ?? ""}/local-org/sessions`, {
                method: "DELETE",
                headers: { authorization: `Bearer ${org.local?.token ?? ""}` }
            });
            const expired = await run("data", "query", "--query", "SELECT Id FROM Opportunity");
            assert.equal(expired.exitCode, 1);
            assert.match(expired.json?.message ?? "", /expired/i);
        });

        function run(...args: string[]): Promise<SfAnswer> {
            return sf.run([...args, "--target-org", alias, "--json"]);
        }
    }
);

async function writeProject(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
        const file = join(folder, "force-app", "main", "default", path);
        await mkdir(join(file, ".."), { recursive: true });
        await writeFile(file, content);
    }
}

function metadata(type: string, elements: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${elements}</${type}>`;
}
