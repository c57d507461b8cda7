import { Decimal } from "decimal.js";
import { fixedClock, settableClock } from "../../../local-org/clock.ts";
import { createOrg } from "../../../local-org/createOrg.ts";
import { loadTables } from "../../../local-org/data/load.ts";
import { madeId } from "../../../local-org/data/recordId.ts";
import { seeded } from "../../../local-org/data/seedOrg.ts";
import type { TextTable } from "../../../local-org/data/table.ts";
import { double, field, reference, text } from "../../../local-org/schema/fields.ts";
import type { ObjectSchema } from "../../../local-org/schema/objectSchema.ts";
import { standardObject } from "../../../local-org/schema/objects.ts";
import type { Schema } from "../../../local-org/schema/schema.ts";
import { auditFields, idField, isDeleted } from "../../../local-org/schema/systemFields.ts";
import type { SoqlContext } from "../../../local-org/soql/context.ts";
import * as company from "./smallCompany.ts";

const TABLES: readonly (readonly [objectName: string, table: string])[] = [
    ["User", company.USERS],
    ["Account", company.ACCOUNTS],
    ["Contact", company.CONTACTS],
    ["Opportunity", company.OPPORTUNITIES],
    ["Opportunity", company.DELETED_OPPORTUNITIES],
    ["Product2", company.PRODUCTS],
    ["PricebookEntry", company.ENTRIES],
    ["OpportunityLineItem", company.LINES],
    ["OpportunityContactRole", company.ROLES],
    ["Task", company.TASKS],
    ["Survey__c", company.SURVEYS]
];

/** An org that holds the small company. */
export interface CompanyOrg {
    /** As the administrator, who sees everything and lives in Taipei. */
    readonly context: SoqlContext;
    /** The Id of a record by its key in the tables. */
    idOf(key: string): string;
}

/** The fiscal year begins on the first of that month. */
export function companyOrg(fiscalStartMonth = 1): CompanyOrg {
    const clock = settableClock(fixedClock(company.TODAY));
    const { org, administrator } = createOrg({ clock, newSecret: () => "not used" });
    const { schema, store } = org;
    schema.putObject(surveyObject());
    const ids = new Map([
        ["Standard", seeded.standardUserProfile],
        ["standard", seeded.standardPricebook]
    ]);
    const month = { FiscalYearStartMonth: new Decimal(fiscalStartMonth) };
    store.update(objectOf(schema, "Organization"), seeded.organization, month);
    store.update(objectOf(schema, "User"), administrator.id, { TimeZoneSidKey: "Asia/Taipei" });
    loadTables(
        org,
        TABLES.map(([objectName, table]) => textTable(schema, objectName, table, ids))
    );
    const idOf = (key: string): string => {
        const id = ids.get(key);
        if (id === undefined) throw new Error(`No record ${key}`);
        return id;
    };
    store.bin.put(objectOf(schema, "Opportunity"), idOf("gone"), idOf("gone"));
    return { context: { schema, store, clock, user: administrator }, idOf };
}

function textTable(schema: Schema, objectName: string, table: string, ids: Map<string, string>): TextTable {
    const object = objectOf(schema, objectName);
    const [header = [], ...rows] = table
        .trim()
        .split("\n")
        .map((line) => line.split("|").map((cell) => cell.trim()));
    for (const [key = ""] of rows) ids.set(key, madeId(object.keyPrefix, 101 + ids.size));
    const isReference = header.map((name) => name === "key" || schema.field(object, name)?.type === "reference");
    return {
        object: objectName,
        columns: header.map((name) => (name === "key" ? "Id" : name)),
        rows: rows.map((cells) => cells.map((cell, index) => (isReference[index] ? (ids.get(cell) ?? cell) : cell)))
    };
}

function objectOf(schema: Schema, name: string): ObjectSchema {
    const object = schema.object(name);
    if (object === undefined) throw new Error(`No object ${name}`);
    return object;
}

function surveyObject(): ObjectSchema {
    const fields = [
        idField("Survey"),
        isDeleted,
        text("Name", 80, { nameField: true }),
        reference("Opportunity__c", "Opportunity", {
            relationshipName: "Opportunity__r",
            children: "Surveys__r",
            custom: true
        }),
        field("Colours__c", "multipicklist", { custom: true, length: 255 }),
        double("Score__c", 8, 3, { custom: true }),
        ...auditFields
    ];
    return { ...standardObject("Survey__c", "a99", fields), kind: "customObject" };
}
