import assert from "node:assert/strict";
import type { Sf } from "../../support/sf.ts";
import type { RunningLocalOrg } from "../../../scripts/org/localOrg.ts";
import type { Case } from "../runCases.ts";
import type { SfProject } from "./sfProject.ts";

const alias = "conformance";

type Run = (words: string, ...more: string[]) => Promise<unknown>;

/** Every act is one call of the official `sf`, in the order of a working day; later ones stand on earlier ones. */
export function sfActs(sf: Sf, org: RunningLocalOrg, project: SfProject): Case[] {
    const call = async (words: string, more: readonly string[], exitCode: number): Promise<unknown> => {
        const target = words.startsWith("org login") ? [] : ["--target-org", alias];
        const args = [...words.split(" "), ...more, ...target, "--json"];
        const answer = await sf.run(args, { SF_ACCESS_TOKEN: org.token }, project.folder);
        assert.equal(answer.exitCode, exitCode, `${(answer.stdout + answer.stderr).slice(0, 600)} — exit code`);
        return exitCode === 0 ? answer.json?.result : answer.json;
    };
    const run: Run = (words, ...more) => call(words, more, 0);
    const fail: Run = (words, ...more) => call(words, more, 1);
    return [
        ...signIn(run, org),
        ...deploys(run, project),
        ...records(run, fail),
        ...bulk(run, project),
        ...tests(run),
        ...retrieval(run, project)
    ];
}

function signIn(run: Run, { url }: RunningLocalOrg): Case[] {
    return [
        {
            name: "sf org login access-token",
            run: async () => {
                const found = await run("org login access-token --no-prompt", "--instance-url", url, "--alias", alias);
                assert.match((found as { username: string }).username, /^admin@/);
            }
        },
        {
            name: "sf org display",
            run: async () => {
                const found = (await run("org display")) as { instanceUrl: string; connectedStatus: string };
                assert.equal(found.connectedStatus, "Connected");
            }
        }
    ];
}

function deploys(run: Run, project: SfProject): Case[] {
    const fieldNames = async (): Promise<string[]> =>
        ((await run("sobject describe", "--sobject", "Opportunity")) as { fields: { name: string }[] }).fields.map(
            ({ name }) => name
        );
    return [
        {
            name: "sf project deploy start --dry-run",
            run: async () => {
                const found = (await run("project deploy start --dry-run --source-dir force-app")) as {
                    status: string;
                    checkOnly: boolean;
                };
                assert.deepEqual([found.status, found.checkOnly], ["Succeeded", true]);
            }
        },
        {
            name: "sf sobject describe: the dry run has left nothing",
            run: async () => assert.equal((await fieldNames()).includes("Reason__c"), false)
        },
        {
            name: "sf project deploy start",
            run: async () => {
                const found = (await run("project deploy start --source-dir force-app")) as {
                    status: string;
                    files: { fullName: string; state: string }[];
                };
                const states = found.files.map(({ fullName, state }) => `${state} ${fullName}`).sort();
                assert.deepEqual(states, [
                    "Created Opportunity.Has_Reason",
                    "Created Opportunity.Reason__c",
                    "Created Reasons",
                    "Created Size",
                    "Created Size_Large"
                ]);
            }
        },
        {
            name: "sf org assign permset",
            run: async () => {
                const found = (await run("org assign permset --name Reasons")) as {
                    successes: unknown[];
                    failures: unknown[];
                };
                assert.deepEqual([found.successes.length, found.failures.length], [1, 0]);
            }
        },
        {
            name: "sf org list metadata",
            run: async () => {
                const found = (await run("org list metadata --metadata-type Flow")) as { fullName: string }[];
                assert.deepEqual(
                    found.map(({ fullName }) => fullName),
                    ["Size"]
                );
                assert.equal((await project.paths()).includes("leads.csv"), true);
            }
        }
    ];
}

function records(run: Run, fail: Run): Case[] {
    let id = "";
    return [
        {
            name: "sf data create record: the deployed flow runs",
            run: async () => {
                const values = "Name='竹北 pilot' StageName=Prospecting CloseDate=2026-09-30 Amount=2000";
                id = (
                    (await run("data create record", "--sobject", "Opportunity", "--values", values)) as { id: string }
                ).id;
                assert.match(id, /^006/);
            }
        },
        {
            name: "sf data get record",
            run: async () => {
                const found = (await run("data get record", "--sobject", "Opportunity", "--record-id", id)) as Record<
                    string,
                    unknown
                >;
                assert.deepEqual([found["Name"], found["NextStep"]], ["竹北 pilot", "Large"]);
            }
        },
        {
            name: "sf data update record: refused by the deployed rule",
            run: async () => {
                const refused = (await fail(
                    "data update record",
                    "--sobject",
                    "Opportunity",
                    "--record-id",
                    id,
                    "--values",
                    "StageName='Closed Lost'"
                )) as { message: string };
                assert.match(refused.message, /Say why it was lost/);
            }
        },
        {
            name: "sf data update record",
            run: async () => {
                await run(
                    "data update record",
                    "--sobject",
                    "Opportunity",
                    "--record-id",
                    id,
                    "--values",
                    "StageName='Closed Lost' Reason__c=Price"
                );
            }
        },
        {
            name: "sf data query: with a parent's field",
            run: async () => {
                const soql = "SELECT Name, IsClosed, Reason__c, Owner.Name FROM Opportunity";
                const { records: found } = (await run("data query", "--query", soql)) as {
                    records: Record<string, unknown>[];
                };
                assert.deepEqual(
                    found.map((record) => [record["Name"], record["IsClosed"], record["Reason__c"]]),
                    [["竹北 pilot", true, "Price"]]
                );
            }
        },
        {
            name: "sf data delete record",
            run: async () => {
                await run("data delete record", "--sobject", "Opportunity", "--record-id", id);
            }
        }
    ];
}

function bulk(run: Run, project: SfProject): Case[] {
    return [
        {
            name: "sf data import bulk",
            run: async () => {
                const found = (await run("data import bulk --file leads.csv --sobject Lead --wait 2")) as {
                    successfulRecords: number;
                    failedRecords: number;
                };
                assert.deepEqual([found.successfulRecords, found.failedRecords], [2, 0]);
            }
        },
        {
            name: "sf data export bulk",
            run: async () => {
                await run(
                    "data export bulk --output-file found.csv --result-format csv --wait 2",
                    "--query",
                    "SELECT LastName, Company FROM Lead ORDER BY LastName"
                );
                assert.deepEqual((await project.read("found.csv")).replaceAll('"', "").trim().split(/\r?\n/), [
                    "LastName,Company",
                    "Lin,竹北",
                    "Müller,Söhne, GmbH"
                ]);
            }
        }
    ];
}

function tests(run: Run): Case[] {
    return [
        {
            name: "sf logic run test --test-category Flow: the flow tests that were deployed",
            run: async () => {
                const found = (await run(
                    "logic run test --test-level RunLocalTests --test-category Flow --wait 5"
                )) as {
                    summary: { outcome: string; testsRan: number };
                };
                assert.deepEqual([found.summary.outcome, found.summary.testsRan], ["Passed", 1]);
            }
        }
    ];
}

function retrieval(run: Run, project: SfProject): Case[] {
    return [
        {
            name: "sf project retrieve start",
            run: async () => {
                await project.removeSource();
                await run(
                    "project retrieve start",
                    "--metadata",
                    "ValidationRule:Opportunity.Has_Reason",
                    "--metadata",
                    "Flow:Size",
                    "--metadata",
                    "CustomField:Opportunity.Reason__c",
                    "--metadata",
                    "PermissionSet:Reasons"
                );
                const found = (await project.paths()).filter(
                    (path) => path.startsWith("force-app") && path.endsWith("-meta.xml")
                );
                assert.deepEqual(
                    found
                        .map((path) => path.split("/").at(-1))
                        .filter((name) => !name?.startsWith("Opportunity.object"))
                        .sort(),
                    [
                        "Has_Reason.validationRule-meta.xml",
                        "Reason__c.field-meta.xml",
                        "Reasons.permissionset-meta.xml",
                        "Size.flow-meta.xml"
                    ]
                );
            }
        },
        {
            name: "sf project deploy start --post-destructive-changes",
            run: async () => {
                const found = (await run(
                    "project deploy start --manifest removal/package.xml --post-destructive-changes removal/destructive.xml"
                )) as {
                    status: string;
                    files: { fullName: string; state: string }[];
                };
                const removed = found.files.filter(({ state }) => state === "Deleted").map(({ fullName }) => fullName);
                assert.equal(found.status, "Succeeded");
                assert.deepEqual(removed.sort(), ["Opportunity.Has_Reason", "Opportunity.Reason__c", "Reasons"]);
            }
        }
    ];
}
