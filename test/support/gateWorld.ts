/** What a journey through the gate needs in any org: a product with a price, deals to move, the rules' levels. */
import assert from "node:assert/strict";
import type { Connection } from "jsforce";
import { developerName, rules, type Level } from "c/pwPolicy";

type Fields = Record<string, string | number | boolean | null>;

export interface GateWorld {
    create(object: string, fields: Fields): Promise<string>;
    /** An opportunity that closes well ahead of the org's today. */
    opportunity(stage: string, fields?: Fields): Promise<string>;
    /** Tries the save; null where it went through, else the first error as the API gave it. */
    save(id: string, fields: Fields): Promise<Refusal | null>;
    addLine(opportunityId: string): Promise<string>;
    /** Fields of a line with the world's own product. */
    lineOf(opportunityId: string): Fields;
    /** In batches of 200, all of which must succeed. */
    createAll(object: string, records: readonly Fields[]): Promise<string[]>;
    /** In batches of 200, each record by itself: the messages that refused it, none where it went through. */
    updateAll(object: string, records: readonly (Fields & { Id: string })[]): Promise<string[][]>;
    read(id: string, fields: readonly string[]): Promise<Record<string, unknown>>;
    setRule(ruleId: string, settings: RuleRecord): Promise<void>;
    /** Deletes, newest first, whatever this world made. */
    tidy(): Promise<void>;
}

/** The record of one rule; what is left out is blank. */
export interface RuleRecord {
    readonly level: Level;
    readonly fromPosition?: number;
    readonly minimum?: number;
    readonly tolerance?: number;
    readonly createdFrom?: string;
    readonly recordTypes?: string;
    readonly minimumAmount?: number;
    readonly largerMinimum?: number;
    readonly largerFromAmount?: number;
}

export interface Refusal {
    readonly errorCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

export async function openGateWorld(connection: Connection, today: string): Promise<GateWorld> {
    const made: { object: string; id: string }[] = [];
    const create = async (object: string, fields: Fields): Promise<string> => {
        const result = await connection.sobject(object).create(fields);
        assert.ok(result.success, `Could not create ${object}`);
        made.push({ object, id: result.id });
        return result.id;
    };
    const priceBookEntryId = await priceOf(connection, create);
    const lineOf = (opportunityId: string): Fields => ({
        OpportunityId: opportunityId,
        PricebookEntryId: priceBookEntryId,
        Quantity: 2,
        UnitPrice: 100
    });
    const closeDate = `${Number(today.slice(0, 4)) + 1}-06-30`;

    return {
        create,
        opportunity: (stage, fields = {}) =>
            create("Opportunity", { Name: `Gate ${stage}`, StageName: stage, CloseDate: closeDate, ...fields }),
        save: (id, fields) => refusalOf(connection.sobject("Opportunity").update({ Id: id, ...fields })),
        addLine: (opportunityId) => create("OpportunityLineItem", lineOf(opportunityId)),
        lineOf,
        createAll: async (object, records) => {
            const ids = await createAll(connection, object, records);
            made.push(...ids.map((id) => ({ object, id })));
            return ids;
        },
        updateAll: (object, records) => updateAll(connection, object, records),
        read: async (id, fields) => {
            const { records } = await connection.query(
                `SELECT ${fields.join(", ")} FROM Opportunity WHERE Id = '${id}'`
            );
            return Object.fromEntries(Object.entries(records[0] ?? {}).filter(([name]) => name !== "attributes"));
        },
        setRule: (ruleId, settings) => setRule(connection, ruleId, settings),
        tidy: () => tidy(connection, made)
    };
}

async function priceOf(connection: Connection, create: GateWorld["create"]): Promise<string> {
    const { records } = await connection.query("SELECT Id FROM Pricebook2 WHERE IsStandard = true");
    const standard = records[0]?.Id;
    assert.ok(standard, "The org has no standard price book that this user sees.");
    await connection.sobject("Pricebook2").update({ Id: standard, IsActive: true });
    const product = await create("Product2", { Name: "Pipewright gate journey", IsActive: true });
    return create("PricebookEntry", { Pricebook2Id: standard, Product2Id: product, UnitPrice: 100, IsActive: true });
}

/** As an admin does in Setup: the record alone, no deploy of rules. What is not given is blank. */
async function setRule(connection: Connection, ruleId: string, settings: RuleRecord): Promise<void> {
    const rule = rules.find(({ id }) => id === ruleId);
    const { level, fromPosition, minimum, tolerance, createdFrom } = settings;
    const values = [
        { field: "Level__c", value: typed("string", level) },
        { field: "From_Position__c", value: typed("double", fromPosition) },
        { field: "Minimum__c", value: typed("double", minimum) },
        { field: "Tolerance__c", value: typed("double", tolerance) },
        { field: "Created_From__c", value: typed("date", createdFrom) },
        { field: "Record_Types__c", value: typed("string", settings.recordTypes) },
        { field: "Minimum_Amount__c", value: typed("double", settings.minimumAmount) },
        { field: "Larger_Minimum__c", value: typed("double", settings.largerMinimum) },
        { field: "Larger_From_Amount__c", value: typed("double", settings.largerFromAmount) }
    ];
    const record = {
        fullName: `PW_Rule.${developerName(ruleId)}`,
        label: rule?.words.en.title,
        protected: false,
        values
    };
    const [result] = [await connection.metadata.update("CustomMetadata", record as never)].flat();
    assert.ok(result?.success, `Could not update the record of ${ruleId}: ${JSON.stringify(result?.errors)}`);
}

/** jsforce writes keys that begin with "@" as attributes, and the key "" as the element's text. */
function typed(type: "string" | "double" | "date", value: string | number | undefined): Record<string, string> {
    return value === undefined ? { "@xsi:nil": "true" } : { "@xsi:type": `xsd:${type}`, "": String(value) };
}

async function refusalOf(saving: Promise<{ success: boolean }>): Promise<Refusal | null> {
    try {
        await saving;
        return null;
    } catch (error) {
        const { errorCode, message, data } = error as Refusal & { data?: { fields?: string[] } };
        return { errorCode, message, fields: data?.fields ?? [] };
    }
}

async function createAll(connection: Connection, object: string, records: readonly Fields[]): Promise<string[]> {
    const ids: string[] = [];
    for (const batch of batchesOf(records)) {
        for (const result of await connection.sobject(object).create(batch)) {
            assert.ok(result.success, `Could not create ${object}: ${JSON.stringify(result)}`);
            ids.push(result.id);
        }
    }
    return ids;
}

async function updateAll(
    connection: Connection,
    object: string,
    records: readonly (Fields & { Id: string })[]
): Promise<string[][]> {
    const outcomes: string[][] = [];
    for (const batch of batchesOf(records)) {
        const results = await connection.sobject(object).update(batch, { allOrNone: false });
        outcomes.push(...results.map((result) => (result.success ? [] : result.errors.map(({ message }) => message))));
    }
    return outcomes;
}

function batchesOf<T>(records: readonly T[]): T[][] {
    return Array.from({ length: Math.ceil(records.length / 200) }, (_, number) =>
        records.slice(number * 200, number * 200 + 200)
    );
}

/** Newest first; object by object, so that few calls do. */
async function tidy(connection: Connection, made: { object: string; id: string }[]): Promise<void> {
    while (made.length > 0) {
        const object = made.at(-1)?.object ?? "";
        const batch: string[] = [];
        while (made.at(-1)?.object === object && batch.length < 200) {
            batch.push(made.pop()?.id ?? "");
        }
        const results = await connection.sobject(object).destroy(batch, { allOrNone: false });
        results.flatMap((result) => (result.success ? [] : result.errors)).forEach(ignoreAlreadyDeleted);
    }
}

function ignoreAlreadyDeleted(error: { statusCode?: string; errorCode?: string; message?: string }): void {
    // A line goes with its opportunity, a price with its product.
    const code = error.statusCode ?? error.errorCode;
    assert.ok(code === "ENTITY_IS_DELETED" || code === "NOT_FOUND", `Could not delete: ${JSON.stringify(error)}`);
}
