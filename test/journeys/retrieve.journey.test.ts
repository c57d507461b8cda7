/** The package deployed, retrieved and removed, through the real `sf`: the org's metadata is then as before. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { metadataIn, writeProject, writeRemoval, type Members } from "../support/metadataFolders.ts";
import { metadataOf, type OrgMetadata } from "../support/orgMetadata.ts";
import { openSf, type Sf } from "../support/sf.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

const sources = ["force-app/main", "force-app/overlay"];

interface DeployResult {
    readonly details: { readonly componentSuccesses: readonly { componentType: string; fullName: string }[] };
}

// An org you are signed in to keeps its package: another journey may just be using it.
const skip = process.env["PW_TARGET_ORG"] ? "removes the package, so it runs against the local org only" : false;

describe("the package, deployed, retrieved and removed by sf", { skip }, () => {
    let org: TargetOrg;
    let sf: Sf;
    let folder: string;
    let fresh: OrgMetadata;
    let members: Members;
    let opportunity: string;

    before(async () => {
        org = await openTargetOrg(["--clock", "2026-06-30"]);
        sf = await openSf(org);
        folder = await mkdtemp(join(tmpdir(), "pipewright-retrieve-"));
        fresh = await metadataOf(org);
        const folders = sources.flatMap((source) => ["--source-dir", source]);
        const deployed = await sf.run(["project", "deploy", "start", ...folders, ...org.sf.args, "--json"]);
        assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
        members = membersOf(deployed.json?.result as DeployResult);
        const deal = { Name: "Stays", StageName: "Qualification", CloseDate: "2026-12-31" };
        opportunity = String((await org.connection.sobject("Opportunity").create(deal)).id);
    });
    after(async () => {
        await sf.close();
        await org.close();
        await rm(folder, { recursive: true, force: true });
    });

    it("comes back from the org as it was deployed", async () => {
        const project = join(folder, "project");
        await writeProject(project, members);
        const manifest = ["--manifest", join(project, "package.xml")];
        const retrieved = await sf.run(
            ["project", "retrieve", "start", ...manifest, ...org.sf.args, "--json"],
            {},
            project
        );
        assert.equal(retrieved.exitCode, 0, retrieved.stdout + retrieved.stderr);

        const [given, back] = await Promise.all([metadataIn(...sources), metadataIn(join(project, "force-app"))]);

        assert.ok(given.size > 50, `only ${given.size} files were deployed`);
        assert.deepEqual([...back.keys()].sort(), [...given.keys()].sort());
        for (const [name, text] of given) assert.equal(back.get(name), text, name);
    });

    it("leaves the org's metadata as before once it is removed, and the opportunities in it", async () => {
        assert.notDeepEqual(await metadataOf(org), fresh);
        const removal = join(folder, "removal");
        await writeRemoval(removal, members);

        const removed = await sf.run([
            "project",
            "deploy",
            "start",
            "--metadata-dir",
            removal,
            ...org.sf.args,
            "--json"
        ]);

        assert.equal(removed.exitCode, 0, removed.stdout + removed.stderr);
        assert.deepEqual(await metadataOf(org), fresh);
        const moved = await org.connection
            .sobject("Opportunity")
            .update({ Id: opportunity, StageName: "Proposal/Price Quote" });
        assert.ok(moved.success, "nothing of the gate is left to ask");
    });
});

function membersOf({ details }: DeployResult): Members {
    const members: Record<string, string[]> = {};
    for (const { componentType, fullName } of details.componentSuccesses) {
        if (componentType === "") continue;
        members[componentType] = [...(members[componentType] ?? []), fullName];
    }
    return members;
}
