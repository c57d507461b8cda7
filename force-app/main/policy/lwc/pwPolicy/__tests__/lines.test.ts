import { describe, expect, it } from "@jest/globals";
import { discountOf, familiesOf, lineFacts, type Line } from "c/pwPolicy";

function line(values: Partial<Line> = {}): Line {
    return { quantity: "2", unitPrice: "100", totalPrice: "200", listPrice: "100", family: "Machines", ...values };
}

describe("the discount of a line", () => {
    it.each([
        ["at the list price", {}, "0.00"],
        ["by a discount", { totalPrice: "150" }, "25.00"],
        ["by a lowered sales price", { unitPrice: "90", totalPrice: "180" }, "10.00"],
        ["rounded half up", { totalPrice: "199.99" }, "0.01"],
        ["rounded down below the half", { quantity: "3", listPrice: "100", totalPrice: "200" }, "33.33"],
        ["of a gift", { totalPrice: "0" }, "100.00"],
        [
            "to more digits than a float has",
            { listPrice: "90071992547409.93", totalPrice: "180143985094819.85" },
            "0.00"
        ],
        ["not known without a list price", { listPrice: null }, null],
        ["not known at list price zero", { listPrice: "0" }, null],
        ["not known above the list price", { totalPrice: "200.01" }, null],
        ["not known of a return", { quantity: "-2", totalPrice: "-200" }, null]
    ])("%s", (_what, values, expected) => {
        expect(discountOf(line(values))).toBe(expected);
    });
});

describe("what the lines say", () => {
    it("shows the discount on one line that an uplift on another hides", () => {
        const lines = [line({ totalPrice: "100" }), line({ totalPrice: "300" }), line({ totalPrice: "190" })];

        expect(lineFacts(lines, [])).toEqual({
            PW_Line_Count__c: "3",
            PW_Unpriced_Lines__c: "0",
            PW_Lines_Without_List__c: "1",
            PW_Largest_Discount__c: "50.00"
        });
    });
    it("counts lines without a price, but for families that need none", () => {
        const lines = [
            line({ unitPrice: "0" }),
            line({ unitPrice: null }),
            line({ unitPrice: "0", family: "Samples" })
        ];

        expect(lineFacts(lines, familiesOf("Samples; Service;")).PW_Unpriced_Lines__c).toBe("2");
        expect(lineFacts(lines, familiesOf(null)).PW_Unpriced_Lines__c).toBe("3");
    });
});
