/** Flow tests deployed and run through the real `sf`: those of the package, and two of a flow of this journey's own. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openDeployedOrg } from "../support/deployedOrg.ts";
import { manifestOf } from "../support/metadataFolders.ts";
import { openSf, type Sf } from "../support/sf.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

interface TestRun {
    readonly summary: { readonly outcome: string; readonly testsRan: number; readonly failing: number };
    readonly tests: readonly { readonly FullName: string; readonly Outcome: string }[];
}

describe(
    "flow tests",
    { skip: process.env["PW_TARGET_ORG"] ? "they leave a flow behind, so they run in the local org only" : false },
    () => {
        let org: TargetOrg;
        let sf: Sf;
        let folder: string;

        before(async () => {
            org = await openDeployedOrg();
            sf = await openSf(org);
            folder = await mkdtemp(join(tmpdir(), "pipewright-flow-tests-"));
            await writeFlowAndTests(folder);
            const args = ["project", "deploy", "start", "--metadata-dir", folder, ...org.sf.args, "--json"];
            const deployed = await sf.run(args);
            assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
        });
        after(async () => {
            await rm(folder, { recursive: true });
            await sf.close();
            await org.close();
        });

        it("run by sf, which tells the one that passed from the one that failed", async () => {
            const chosen = ["--test-level", "RunLocalTests", "--test-category", "Flow", "--wait", "5"];
            const { json, exitCode, stdout } = await sf.run([
                "logic",
                "run",
                "test",
                ...chosen,
                ...org.sf.args,
                "--json"
            ]);

            assert.equal(exitCode, 100, stdout);
            const { summary, tests } = json?.result as TestRun;
            const ofPackage = tests.filter(({ FullName }) => FullName.startsWith("PW_"));
            assert.deepEqual([summary.outcome, summary.failing], ["Failed", 1]);
            assert.deepEqual(
                tests.filter((each) => !ofPackage.includes(each)).map(({ FullName, Outcome }) => [FullName, Outcome]),
                [
                    ["Next_Step_By_Size.Large_Deal", "Pass"],
                    ["Next_Step_By_Size.Small_Deal", "Fail"]
                ]
            );
            assert.deepEqual([...new Set(ofPackage.map(({ Outcome }) => Outcome))], ["Pass"]);
            assert.equal(summary.testsRan, ofPackage.length + 2);
        });

        it("leave no record behind", async () => {
            assert.equal((await org.connection.query("SELECT Id FROM Opportunity")).totalSize, 0);
        });
    }
);

/** The flow, a draft still, writes a next step for amounts over 1,000; the second test expects it of a small one too. */
async function writeFlowAndTests(folder: string): Promise<void> {
    const files = {
        "package.xml": manifestOf({ Flow: ["Next_Step_By_Size"], FlowTest: ["Large_Deal", "Small_Deal"] }),
        "flows/Next_Step_By_Size.flow": flow,
        "flowtests/Large_Deal.flowtest": flowTest("Large deal", 5000),
        "flowtests/Small_Deal.flowtest": flowTest("Small deal", 50)
    };
    for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
    }
}

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const place = "<locationX>0</locationX><locationY>0</locationY>";

const flow = `<?xml version="1.0" encoding="UTF-8"?>
<Flow ${namespace}>
    <apiVersion>66.0</apiVersion>
    <assignments>
        <name>Say_So</name><label>Say So</label>${place}
        <assignmentItems>
            <assignToReference>$Record.NextStep</assignToReference><operator>Assign</operator>
            <value><stringValue>Visit</stringValue></value>
        </assignmentItems>
    </assignments>
    <label>Next Step By Size</label>
    <processType>AutoLaunchedFlow</processType>
    <start>
        ${place}
        <connector><targetReference>Say_So</targetReference></connector>
        <filterLogic>and</filterLogic>
        <filters>
            <field>Amount</field><operator>GreaterThan</operator><value><numberValue>1000.0</numberValue></value>
        </filters>
        <object>Opportunity</object>
        <recordTriggerType>Create</recordTriggerType>
        <triggerType>RecordBeforeSave</triggerType>
    </start>
    <status>Draft</status>
</Flow>
`;

function flowTest(label: string, amount: number): string {
    const record = JSON.stringify({ Name: label, StageName: "Prospecting", CloseDate: "2026-09-30", Amount: amount });
    return `<?xml version="1.0" encoding="UTF-8"?>
<FlowTest ${namespace}>
    <flowApiName>Next_Step_By_Size</flowApiName>
    <label>${label}</label>
    <testPoints>
        <elementApiName>Start</elementApiName>
        <parameters>
            <leftValueReference>$Record</leftValueReference>
            <type>InputTriggeringRecordInitial</type>
            <value><sobjectValue>${record.replaceAll('"', "&quot;")}</sobjectValue></value>
        </parameters>
    </testPoints>
    <testPoints>
        <assertions>
            <conditions>
                <leftValueReference>$Record.NextStep</leftValueReference>
                <operator>EqualTo</operator>
                <rightValue><stringValue>Visit</stringValue></rightValue>
            </conditions>
            <errorMessage>A large deal has a visit as its next step.</errorMessage>
        </assertions>
        <elementApiName>Finish</elementApiName>
    </testPoints>
    <testType>WithAssertion</testType>
</FlowTest>
`;
}
