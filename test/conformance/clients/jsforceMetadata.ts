import assert from "node:assert/strict";
import JSZip from "jszip";
import type { Connection } from "jsforce";
import type { Case } from "../runCases.ts";
import { errorOf } from "./jsforceRest.ts";
import { packageZip, removalZip } from "./packageZip.ts";

const options = { rollbackOnError: true, singlePackage: true } as const;

/** Deploys first, so that other cases find the field and the rule. */
export function deployCases(connection: Connection): Case[] {
    connection.metadata.pollInterval = 20;
    return [
        {
            name: "metadata.deploy, check only: succeeds, and nothing is there",
            run: async () => {
                const { status } = await connection.metadata
                    .deploy(packageZip(), { ...options, checkOnly: true })
                    .complete();
                const { fields } = await connection.sobject("Account").describe();
                assert.deepEqual([status, fields.some(({ name }) => name === "Number__c")], ["Succeeded", false]);
            }
        },
        {
            name: "metadata.deploy: succeeds, with each component in the details",
            run: async () => {
                const { status, details } = await connection.metadata.deploy(packageZip(), options).complete(true);
                const named = [details.componentSuccesses ?? []].flat().map(({ fullName }) => fullName);
                assert.equal(status, "Succeeded");
                assert.ok(named.includes("Account.Number__c") && named.includes("Opportunity.Has_Next_Step"));
            }
        }
    ];
}

/** What else the Metadata API answers; the last case leaves the org without the package. */
export function metadataCases(connection: Connection): Case[] {
    return [
        {
            name: "metadata.list: the rule by its full name",
            run: async () => {
                const listed = await connection.metadata.list([{ type: "ValidationRule" }], "66.0");
                assert.ok(listed.some(({ fullName }) => fullName === "Opportunity.Has_Next_Step"));
            }
        },
        {
            name: "metadata.describe: what may be deployed",
            run: async () => {
                const { metadataObjects } = await connection.metadata.describe("66.0");
                assert.ok(metadataObjects.some(({ xmlName }) => xmlName === "Flow"));
            }
        },
        {
            name: "metadata.read: the field as it was deployed",
            run: async () => {
                const field = (await connection.metadata.read("CustomField", "Account.Number__c")) as {
                    length?: unknown;
                    externalId?: unknown;
                };
                assert.deepEqual([String(field.length), String(field.externalId)], ["20", "true"]);
            }
        },
        {
            name: "metadata.retrieve: a zip that holds the rule",
            run: async () => {
                const { zipFile } = await connection.metadata
                    .retrieve({
                        apiVersion: "66.0",
                        singlePackage: true,
                        unpackaged: {
                            types: [{ name: "ValidationRule", members: ["Opportunity.Has_Next_Step"] }],
                            version: "66.0"
                        }
                    } as never)
                    .complete();
                const zip = await JSZip.loadAsync(zipFile, { base64: true });
                const texts = await Promise.all(Object.values(zip.files).map((file) => file.async("string")));
                assert.match(texts.join("\n"), /Has_Next_Step/);
            }
        },
        {
            name: "metadata.deploy: destructive changes take the package away",
            run: async () => {
                const { status } = await connection.metadata.deploy(removalZip(), options).complete(true);
                const { fields } = await connection.sobject("Account").describe();
                assert.deepEqual([status, fields.some(({ name }) => name === "Number__c")], ["Succeeded", false]);
            }
        },
        {
            name: "a session that has ended is told by its code",
            run: async () => {
                await connection.request({ method: "DELETE", url: `${connection.instanceUrl}/local-org/sessions` });
                assert.equal(await errorOf(() => connection.query("SELECT Id FROM Account")), "INVALID_SESSION_ID");
            }
        }
    ];
}
