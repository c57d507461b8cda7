import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTables } from "../load.ts";
import { to18 } from "../recordId.ts";
import { seeded } from "../seedOrg.ts";
import { freshOrg, objectNamed, record, table } from "./org.ts";

const id = (prefix: string): string => to18(`${prefix}000000000001`);

/** One row of each object; each refers to those before it. */
const rows: readonly [object: string, columns: string, row: string][] = [
    ["UserRole", "Id,Name,DeveloperName", `${id("00E")},Sales,Sales`],
    ["Profile", "Id,Name", `${id("00e")},Seller`],
    ["User", "Id,Username,LastName,ProfileId,UserRoleId", `${id("005")},b@x.example,Bo,${id("00e")},${id("00E")}`],
    ["PermissionSet", "Id,Name,Label", `${id("0PS")},Reviewer,Reviewer`],
    ["PermissionSetAssignment", "Id,PermissionSetId,AssigneeId", `${id("0Pa")},${id("0PS")},${id("005")}`],
    ["Account", "Id,Name,OwnerId", `${id("001")},Acme,${id("005")}`],
    ["Contact", "Id,LastName,AccountId", `${id("003")},Chen,${id("001")}`],
    ["Lead", "Id,LastName,Company", `${id("00Q")},Lin,Acme`],
    ["Product2", "Id,Name", `${id("01t")},Crane`],
    ["Pricebook2", "Id,Name", `${id("01s")},Partners`],
    [
        "PricebookEntry",
        "Id,Pricebook2Id,Product2Id,UnitPrice",
        `${id("01u")},${seeded.standardPricebook},${id("01t")},10`
    ],
    ["OpportunityStage", "Id,ApiName,MasterLabel,IsActive,SortOrder", `${id("01J")},Pilot,Pilot,true,1`],
    ["Opportunity", "Id,Name,StageName,CloseDate,AccountId", `${id("006")},Deal,Pilot,2026-12-31,${id("001")}`],
    ["OpportunityLineItem", "Id,OpportunityId,PricebookEntryId,Quantity", `${id("00k")},${id("006")},${id("01u")},2`],
    ["OpportunityContactRole", "Id,OpportunityId,ContactId", `${id("00K")},${id("006")},${id("003")}`],
    ["OpportunityHistory", "Id,OpportunityId,StageName", `${id("008")},${id("006")},Pilot`],
    ["OpportunityFieldHistory", "Id,OpportunityId,Field,OldValue,NewValue", `${id("017")},${id("006")},Amount,1,2`],
    ["Task", "Id,Subject,WhatId", `${id("00T")},Call,${id("006")}`],
    ["FeedItem", "Id,ParentId,Body", `${id("0D5")},${id("006")},Hello`],
    ["FeedComment", "Id,FeedItemId,CommentBody", `${id("0D7")},${id("0D5")},Hi`],
    ["Organization", "Id,Name", `${id("00D")},Another`],
    ["BusinessProcess", "Id,Name,TableEnumOrId", `${id("019")},Short,Opportunity`],
    [
        "RecordType",
        "Id,Name,DeveloperName,SobjectType,BusinessProcessId,IsActive",
        `${id("012")},New,New,Opportunity,${id("019")},true`
    ],
    ["BusinessProcessStage", "BusinessProcessId,StageName", `${id("019")},Pilot`]
];

describe("a load", () => {
    it("restores every object with the Ids it gives, in any order", () => {
        const org = freshOrg();

        const counts = loadTables(
            org,
            rows.toReversed().map(([object, columns, row]) => table(object, columns, row))
        );

        const objects = rows.map(([object]) => object).filter((object) => object !== "BusinessProcessStage");
        for (const object of objects) {
            assert.equal(counts.get(object), 1, object);
            assert.ok(record(org, object, id(objectNamed(org, object).keyPrefix)), object);
        }
    });

    it("computes what hangs on other rows once at its end", () => {
        const org = freshOrg();
        loadTables(
            org,
            rows.map(([object, columns, row]) => table(object, columns, row))
        );

        const opportunity = record(org, "Opportunity", id("006"));
        assert.deepEqual(
            [String(opportunity["Amount"]), opportunity["HasOpportunityLineItem"], opportunity["HasOpenActivity"]],
            ["20", true, true]
        );
        assert.equal(String(record(org, "FeedItem", id("0D5"))["CommentCount"]), "1");
        assert.equal(record(org, "Task", id("00T"))["AccountId"], id("001"));
    });
});
