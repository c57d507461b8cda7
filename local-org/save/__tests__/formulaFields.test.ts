import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { checkbox, computed, currency, date, double, percent, text } from "../../schema/fields.ts";
import type { FieldSchema } from "../../schema/objectSchema.ts";
import { compileFormulaField } from "../formulaFields.ts";
import { deal, savingOrg, today } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

let held: SavingOrg;
beforeEach(() => {
    held = savingOrg();
});

const formula = (field: FieldSchema, source: string, treatBlanksAs: "blankAsZero" | "blankAsBlank" = "blankAsZero") =>
    computed({ ...field, custom: true }, { kind: "formula", text: source, treatBlanksAs });

function define(object: string, field: FieldSchema): void {
    compileFormulaField(held.org, held.object(object), field);
    held.org.schema.putField(object, field);
}

function valueOf(id: string, field: string): string {
    return String(held.read(id)[field]);
}

describe("the value of a formula field", () => {
    const cases: readonly [what: string, field: FieldSchema, source: string, expected: string][] = [
        ["a number", currency("F__c"), "Amount * 1.5", "150"],
        ["a number rounded to the scale", double("F__c", 18, 2), "Amount / 3", "33.33"],
        ["a percent, of which 0.25 is 25", percent("F__c", 18, 0), "Amount / 400", "25"],
        ["text", text("F__c", 1300), "TEXT(StageName) & '!'", "Prospecting!"],
        ["a field of a parent", text("F__c", 1300), "Account.Name", "Acme"],
        ["the day", date("F__c"), "TODAY() + 1", "2026-07-01"],
        ["true or false", checkbox("F__c"), "Amount > 99", "true"],
        ["nothing after a division by zero", double("F__c", 18, 2), "Amount / 0", "null"],
        ["nothing where the number is too large", double("F__c", 18, 2), "10 ^ 17", "null"]
    ];

    for (const [what, field, source, expected] of cases) {
        it(`is ${what}: ${source}`, () => {
            define("Opportunity", formula(field, source));
            const AccountId = held.insert("Account", { Name: "Acme" });
            const id = held.insert("Opportunity", { ...deal, AccountId, Amount: 100 });

            assert.equal(valueOf(id, "F__c"), expected);
        });
    }

    it("reads a blank number as zero, or as blank where the field says so", () => {
        define("Opportunity", formula(currency("Zero__c"), "Amount + 1"));
        define("Opportunity", formula(currency("Blank__c"), "Amount + 1", "blankAsBlank"));
        const id = held.insert("Opportunity", deal);

        assert.deepEqual([valueOf(id, "Zero__c"), valueOf(id, "Blank__c")], ["1", "null"]);
    });

    it("follows the day without any save", () => {
        define("Opportunity", formula(double("Days__c", 18, 0), "CloseDate - TODAY()"));
        const id = held.insert("Opportunity", { ...deal, CloseDate: today });
        const onTheDay = valueOf(id, "Days__c");

        held.clock.set("2026-07-10");

        assert.deepEqual([onTheDay, valueOf(id, "Days__c")], ["0", "-10"]);
    });

    it("follows a formula field of its parent", () => {
        define("Account", formula(currency("Half__c"), "AnnualRevenue / 2"));
        define("Opportunity", formula(currency("Quarter__c"), "Account.Half__c / 2"));
        const AccountId = held.insert("Account", { Name: "Acme", AnnualRevenue: 1000 });
        const id = held.insert("Opportunity", { ...deal, AccountId });
        const before = valueOf(id, "Quarter__c");

        held.save("update", "Account", [{ Id: AccountId, AnnualRevenue: 2000 }]);

        assert.deepEqual([before, valueOf(id, "Quarter__c")], ["250", "500"]);
    });

    it("is that of the values being saved, to a validation rule", () => {
        define("Opportunity", formula(currency("Doubled__c"), "Amount * 2"));
        held.rule("Opportunity", "Doubled__c > 100", { message: "Too much." });
        const id = held.insert("Opportunity", { ...deal, Amount: 10 });

        const [outcome] = held.save("update", "Opportunity", [{ Id: id, Amount: 51 }]);

        assert.equal(outcome?.success, false);
        assert.equal(valueOf(id, "Doubled__c"), "20");
    });
});

describe("a formula field is refused", () => {
    const cases: readonly [what: string, field: FieldSchema, source: string, message: RegExp][] = [
        [
            "that is no value of its field",
            text("F__c", 1300),
            "Amount",
            /incompatible with expected data type \(text\)/
        ],
        ["that asks who reads", checkbox("F__c"), "$User.IsActive", /\$User.IsActive in a formula field/],
        ["that asks about a save", checkbox("F__c"), "ISCHANGED(Amount)", /ISCHANGED may not be used/],
        ["that names an unknown field", text("F__c", 1300), "Nothing__c", /Nothing__c/],
        ["that reads itself through another", currency("F__c"), "G__c + 1", /can't refer to itself/]
    ];

    for (const [what, field, source, message] of cases) {
        it(`${what}: ${source}`, () => {
            held.org.schema.putField("Opportunity", formula(currency("F__c"), "Amount"));
            define("Opportunity", formula(currency("G__c"), "F__c * 2"));

            assert.throws(() => {
                compileFormulaField(held.org, held.object("Opportunity"), formula(field, source));
            }, message);
        });
    }

    it("not for the name of such a function in a text", () => {
        define("Opportunity", formula(text("F__c", 1300), "'ISNEW(' & Name"));
        const id = held.insert("Opportunity", deal);

        assert.equal(valueOf(id, "F__c"), "ISNEW(Renewal");
    });
});
