/** A few records with Ids that requests can name before they are sent. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "../../../local-org/data/seedOrg.ts";

export const ids = {
    account: "001000000000101AAA",
    otherAccount: "001000000000102AAA",
    contact: "003000000000101AAA",
    lead: "00Q000000000101EAA",
    opportunity: "006000000000101AAA",
    otherOpportunity: "006000000000102AAA",
    product: "01t000000000101AAA",
    entry: "01u000000000101AAA",
    line: "00k000000000101AAA",
    role: "00K000000000101EAA",
    task: "00T000000000101EAA",
    rep: "005000000000101AAA",
    administrator: seeded.administrator
} as const;

const files: Readonly<Record<string, readonly string[]>> = {
    User: [
        "Id,Username,LastName,Email,Alias,ProfileId,TimeZoneSidKey,LocaleSidKey,EmailEncodingKey,LanguageLocaleKey,IsActive",
        `${ids.rep},rep@example.com,Lin,rep@example.com,rep,${seeded.standardUserProfile},UTC,en_US,UTF-8,en_US,true`
    ],
    Account: [
        "Id,Name,OwnerId,AnnualRevenue",
        `${ids.account},Acme,${ids.rep},1000000`,
        `${ids.otherAccount},O'Brien & Söhne,${ids.administrator},`
    ],
    Contact: ["Id,LastName,AccountId", `${ids.contact},Müller,${ids.account}`],
    Lead: ["Id,LastName,Company", `${ids.lead},Chen,竹北`],
    Product2: ["Id,Name,IsActive", `${ids.product},Crane,true`],
    PricebookEntry: [
        "Id,Pricebook2Id,Product2Id,UnitPrice,IsActive",
        `${ids.entry},${seeded.standardPricebook},${ids.product},100,true`
    ],
    Opportunity: [
        "Id,Name,StageName,CloseDate,AccountId,OwnerId,Pricebook2Id",
        `${ids.opportunity},Renewal,Prospecting,2026-09-30,${ids.account},${ids.rep},${seeded.standardPricebook}`,
        `${ids.otherOpportunity},Upgrade,Closed Won,2026-03-31,${ids.otherAccount},${ids.administrator},`
    ],
    OpportunityLineItem: [
        "Id,OpportunityId,PricebookEntryId,Quantity,UnitPrice",
        `${ids.line},${ids.opportunity},${ids.entry},2,90`
    ],
    OpportunityContactRole: ["Id,OpportunityId,ContactId", `${ids.role},${ids.opportunity},${ids.contact}`],
    Task: ["Id,Subject,WhatId,Status,Priority", `${ids.task},Call,${ids.opportunity},Not Started,Normal`]
};

/** Writes the records as CSV files for `--load`; `remove` takes the folder away again. */
export async function writeSmallData(): Promise<{ folder: string; remove(): Promise<void> }> {
    const folder = await mkdtemp(join(tmpdir(), "pipewright-small-"));
    for (const [object, lines] of Object.entries(files)) {
        await writeFile(join(folder, `${object}.csv`), `${lines.join("\n")}\n`);
    }
    return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
