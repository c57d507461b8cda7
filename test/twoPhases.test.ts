/** The installation in production as configure tells it, where active flows arrive inactive. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import jsforce from "jsforce";
import { fixedClock } from "../local-org/clock.ts";
import { deployZip } from "../local-org/rest/__tests__/deployZip.ts";
import { startLocalOrg, type LocalOrg } from "../local-org/startLocalOrg.ts";
import { checkSetUp } from "../scripts/check/checkSetUp.ts";
import { gatherSetUp } from "../scripts/check/gather/gatherSetUp.ts";
import { readPackageContents } from "../scripts/check/packageContents.ts";
import { firstPhase } from "../scripts/configure/writePreflight.ts";
import { overlayFiles } from "../scripts/gate/overlay.ts";
import { standardPlan } from "../scripts/gate/overlayPlan.ts";
import { packageRoot } from "../scripts/org/packageRoot.ts";
import { readSourceFiles, zipOfSource, type SourceFiles } from "./conformance/gate/repositoryPackage.ts";

const today = "2026-06-30";
const proposal = "Proposal/Price Quote";

describe("the installation in two phases", () => {
    let org: LocalOrg;
    let connection: jsforce.Connection;
    const contents = readPackageContents(packageRoot());
    const overlay = overlayFiles({ ...standardPlan, rules: { "products-present": { level: "Block" } } });
    const part = (isFirst: boolean) =>
        overlay
            .filter(({ path }) => firstPhase.includes(path.split("/")[0] ?? "") === isFirst)
            .map(({ path, content }) => [path, content] as const);

    before(async () => {
        org = await startLocalOrg({ clock: fixedClock(today), plays: "production" });
        connection = new jsforce.Connection({ instanceUrl: org.url, accessToken: org.token, version: "66.0" });
    });
    after(() => org.close());

    const deploy = async (files: SourceFiles) => {
        const options = { rollbackOnError: true, singlePackage: true };
        const result = await connection.metadata.deploy(zipOfSource(files), options).complete(true);
        assert.ok(result.success, JSON.stringify(result.details));
    };
    /** What is broken in the set-up of the flows and rules. */
    const broken = async (phase: 1 | 2) => {
        const scope = { now: new Date(), today, objects: [...contents.fields.keys()] };
        const { findings } = checkSetUp(await gatherSetUp(connection, scope), contents, { phase });
        const found = findings.filter(({ code }) => /^(flow|validationRule|rule|stage|object|field)/.test(code));
        return [...new Set(found.map(({ code }) => code))];
    };
    const move = async () => {
        const deal = { Name: "Deal", StageName: "Qualification", CloseDate: "2026-12-31" };
        const { id } = await connection.sobject("Opportunity").create(deal);
        assert.ok(id);
        const saved = await connection
            .sobject("Opportunity")
            .update([{ Id: id, StageName: proposal }], { allOrNone: false });
        return saved[0]?.success;
    };

    it("brings flows that don't run yet, and no rule, in the first", async () => {
        await deploy(new Map([...readSourceFiles(["main"]), ...part(true)]));

        assert.deepEqual(await broken(1), ["flowInactive"]);
        assert.equal(await move(), true);
    });

    it("is proved by the check once the flows run, and refuses nothing yet", async () => {
        const definition = `<?xml version="1.0" encoding="UTF-8"?>\n<FlowDefinition xmlns="http://soap.sforce.com/2006/04/metadata"><activeVersionNumber>1</activeVersionNumber></FlowDefinition>\n`;
        const files = contents.flows.map((flow) => [`flowDefinitions/${flow}.flowDefinition`, definition]);
        await deployZip(connection, { FlowDefinition: contents.flows }, Object.fromEntries(files));

        assert.deepEqual(await broken(1), []);
        assert.deepEqual(await broken(2), ["validationRuleMissing"]);
        assert.equal(await move(), true);
    });

    it("refuses once the second has brought the rules", async () => {
        await deploy(new Map(part(false)));

        assert.deepEqual(await broken(2), []);
        assert.equal(await move(), false);
    });
});
