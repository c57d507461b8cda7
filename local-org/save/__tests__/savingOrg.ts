import { fixedClock, settableClock } from "../../clock.ts";
import { createOrg } from "../../createOrg.ts";
import type { OrgWithControls } from "../../createOrg.ts";
import type { RecordValues } from "../../data/value.ts";
import { compileFormula } from "../../formula/compileFormula.ts";
import type { NullMode } from "../../formula/formula.ts";
import type { Org } from "../../org.ts";
import type { RunningUser } from "../../people/people.ts";
import { givenRecord } from "../../rest/givenRecord.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import { formulaNames } from "../formulaScope.ts";
import { saveRecords } from "../saveRecords.ts";
import type { SaveOutcome } from "../saveRecords.ts";

export const today = "2026-06-30";

/** An org without a server, and short ways to save in it as its administrator. */
export interface SavingOrg extends OrgWithControls {
    object(name: string): ObjectSchema;
    insert(objectName: string, ...records: object[]): string;
    save(
        operation: "insert" | "update" | "delete",
        objectName: string,
        records: object[],
        options?: SaveOptions
    ): SaveOutcome[];
    read(id: string): RecordValues;
    rows(objectName: string): RecordValues[];
    /** A product with a standard price, and one in the given price book: the Id of that entry. */
    pricedProduct(listPrice: number, priceBookId?: string): string;
    rule(objectName: string, formula: string, rule?: { name?: string; message?: string; displayField?: string }): void;
}

interface SaveOptions {
    readonly allOrNone?: boolean;
    readonly user?: RunningUser;
}

export function savingOrg(options: { nullMode?: NullMode; plays?: Org["plays"] } = {}): SavingOrg {
    const held = createOrg({ clock: settableClock(fixedClock(today)), newSecret: () => "secret", ...options });
    const { org, deployed, administrator } = held;
    const object = (name: string): ObjectSchema => {
        const found = org.schema.object(name);
        if (found === undefined) throw new Error(`There is no object ${name}.`);
        return found;
    };
    const rows = (name: string): RecordValues[] => org.store.readMany(object(name));
    const save: SavingOrg["save"] = (operation, name, records, { allOrNone = true, user = administrator } = {}) => {
        const values = records.map((record) => givenRecord({ org, user }, object(name), { ...record }));
        return saveRecords(org, { operation, object: object(name), records: values, allOrNone, user });
    };
    const insert: SavingOrg["insert"] = (name, ...records) => {
        const outcomes = save("insert", name, records);
        const [outcome] = outcomes;
        if (outcome?.success !== true || outcome.id === null) throw new Error(JSON.stringify(outcomes));
        return outcome.id;
    };
    return {
        ...held,
        object,
        rows,
        save,
        insert,
        read: (id) => org.store.read(object(org.schema.objectOfId(id)?.name ?? id), id) ?? {},
        pricedProduct: (UnitPrice, priceBookId) => {
            const standard = rows("Pricebook2").find((row) => row["IsStandard"] === true)?.["Id"];
            const Product2Id = insert("Product2", { Name: "Crane", ProductCode: "CR-1", IsActive: true });
            const price = (Pricebook2Id: unknown): string =>
                insert("PricebookEntry", { Pricebook2Id, Product2Id, UnitPrice, IsActive: true });
            const standardPrice = price(standard);
            return priceBookId === undefined ? standardPrice : price(priceBookId);
        },
        rule: (name, formula, { name: ruleName = "A_Rule", message = "No.", displayField } = {}) => {
            const condition = compileFormula(formula, formulaNames(org, object(name)));
            const shown = displayField ?? null;
            deployed.putValidationRule({
                object: name,
                name: ruleName,
                active: true,
                condition,
                message,
                displayField: shown
            });
        }
    };
}

export const deal = { Name: "Renewal", StageName: "Prospecting", CloseDate: "2026-09-30" };
