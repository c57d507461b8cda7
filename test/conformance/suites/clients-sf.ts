import { startLocalOrg } from "../../../scripts/org/localOrg.ts";
import { openSf } from "../../support/sf.ts";
import { sfActs } from "../clients/sfActs.ts";
import { writeSfProject } from "../clients/sfProject.ts";
import { runCases } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

export const suite: ConformanceSuite = {
    id: "clients-sf",
    title: "The official sf, as its users type it",
    source: "@salesforce/cli 2.150: it has to read our answers as an org's.",
    needsShared: false,
    run
};

async function run(): Promise<ConformanceResult> {
    const local = await startLocalOrg(["--clock", "2026-06-30"]);
    const project = await writeSfProject();
    const sf = await openSf({ isLocal: true, sf: { args: [], env: {} } });
    try {
        const acts = sfActs(sf, local, project);
        const result = await runCases(acts);
        const listed = acts.map(
            ({ name }) =>
                `- \`${name.split(":")[0] ?? name}\`${name.includes(":") ? `:${name.split(":")[1] ?? ""}` : ""}`
        );
        return { ...result, remarks: [listed.join("\n"), elsewhere] };
    } finally {
        await sf.close();
        await project.close();
        await local.stop();
    }
}

const elsewhere =
    "The package itself goes the same way in `test/journeys/retrieve.journey.test.ts`, a part of `npm test`: deployed, retrieved and compared file by file, removed, and the org's metadata as before. A deploy that is refused, and a session that has ended, are in `test/journeys/clients.journey.test.ts`.";
