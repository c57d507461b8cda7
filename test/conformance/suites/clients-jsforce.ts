import jsforce from "jsforce";
import { bulkCases } from "../clients/jsforceBulk.ts";
import { deployCases, metadataCases } from "../clients/jsforceMetadata.ts";
import { restCases } from "../clients/jsforceRest.ts";
import { startOrgProcess } from "../hostile/orgProcess.ts";
import { writeSmallData } from "../hostile/smallData.ts";
import { runCases } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

export const suite: ConformanceSuite = {
    id: "clients-jsforce",
    title: "jsforce, as its users call it",
    source: "jsforce 3.10, the client under most JavaScript that speaks to Salesforce: it has to read our answers as an org's.",
    needsShared: false,
    run
};

async function run(): Promise<ConformanceResult> {
    const small = await writeSmallData();
    const org = await startOrgProcess(["--clock", "2026-06-30", "--load", small.folder]);
    const connection = new jsforce.Connection({
        instanceUrl: `http://127.0.0.1:${org.port}`,
        accessToken: org.token,
        version: "66.0"
    });
    try {
        const cases = [
            ...deployCases(connection),
            ...restCases(connection),
            ...bulkCases(connection),
            ...metadataCases(connection)
        ];
        const result = await runCases(cases);
        return { ...result, remarks: [cases.map(({ name }) => `- ${name}`).join("\n")] };
    } finally {
        await org.close();
        await small.remove();
    }
}
