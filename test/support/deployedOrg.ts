/**
 * An org with the package, core and overlay. The local org is deployed to once for the present sources, by the real
 * `sf`, and kept as a file that each journey opens a copy of; another org is deployed to each time.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
    copyFileSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmSync
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployPackage } from "../../scripts/org/deployPackage.ts";
import { startLocalOrg } from "../../scripts/org/localOrg.ts";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { openSf } from "./sf.ts";
import { openTargetOrg, type TargetOrg } from "./targetOrg.ts";

const kept = join(packageRoot(), "node_modules", ".cache", "pipewright-deployed");

/** The local org's clock stands at noon of 2026-06-30, the day of the deploy. */
export async function openDeployedOrg(): Promise<TargetOrg> {
    const folder = mkdtempSync(join(tmpdir(), "pipewright-deployed-"));
    const file = join(folder, "org");
    if (!process.env["PW_TARGET_ORG"]) copyFileSync(await deployedFile(), file);
    const org = await openTargetOrg(["--clock", "2026-06-30", "--file", file]);
    if (!org.isLocal) await deployBySf(org);
    return {
        ...org,
        close: async () => {
            await org.close();
            rmSync(folder, { recursive: true });
        }
    };
}

async function deployedFile(): Promise<string> {
    const name = sourceHash();
    const file = join(kept, name);
    if (existsSync(file)) return file;
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    // Renamed when it is whole: two journeys may come here at once, and either's will do.
    const unfinished = `${file}-${process.pid}`;
    const org = await startLocalOrg(["--clock", "2026-06-30", "--file", unfinished]);
    try {
        await deployPackage(org);
    } finally {
        // One that goes on would keep the test's process from ending.
        await org.stop();
    }
    renameSync(unfinished, file);
    return file;
}

/** Of all that has a say in what the file keeps. */
function sourceHash(): string {
    const hash = createHash("sha256");
    for (const folder of ["force-app", "local-org", join("scripts", "org")]) {
        const files = readdirSync(join(packageRoot(), folder), { recursive: true, withFileTypes: true });
        for (const path of files
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .sort()) {
            hash.update(path).update(readFileSync(path));
        }
    }
    return hash.digest("hex").slice(0, 16);
}

async function deployBySf(org: TargetOrg): Promise<void> {
    const sf = await openSf(org);
    const folders = ["force-app/main", "force-app/overlay"].flatMap((folder) => ["--source-dir", folder]);
    const deployed = await sf.run(["project", "deploy", "start", ...folders, ...org.sf.args, "--json"]);
    await sf.close();
    assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
}
