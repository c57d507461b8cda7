import { describe, expect, it } from "@jest/globals";
import { exceptionInForce, isInForce, type RuleException } from "c/pwPolicy";

const today = "2026-06-30";

describe("an exception is in force", () => {
    const table: readonly (readonly [status: string | null, expiresOn: string | null, expected: boolean])[] = [
        ["Approved", "2026-07-01", true],
        ["Approved", "2026-06-30", true],
        ["Approved", "2026-06-29", false],
        ["Approved", "2025-12-31", false],
        ["Approved", null, false],
        ["Requested", "2026-07-01", false],
        ["Rejected", "2026-07-01", false],
        [null, "2026-07-01", false],
        ["approved", "2026-07-01", false]
    ];

    for (const [status, expiresOn, expected] of table) {
        it(`${expected ? "when" : "never when"} ${String(status)} until ${String(expiresOn)}`, () => {
            expect(isInForce(exception({ status, expiresOn }), today)).toBe(expected);
        });
    }
});

describe("of the exceptions of an opportunity", () => {
    it("the one that holds longest speaks for its rule", () => {
        const longest = exception({ expiresOn: "2026-08-31" });
        const others = [exception({ expiresOn: "2026-07-31" }), exception({ expiresOn: "2026-07-15" })];

        expect(exceptionInForce([...others, longest], "products-present", today)).toBe(longest);
        expect(exceptionInForce([longest, ...others], "products-present", today)).toBe(longest);
    });

    it("none speaks for another rule, or after its last day", () => {
        const exceptions = [
            exception({ ruleId: "products-priced" }),
            exception({ expiresOn: "2026-06-29" }),
            exception({ status: "Rejected", expiresOn: "2026-12-31" })
        ];

        expect(exceptionInForce(exceptions, "products-present", today)).toBeUndefined();
    });
});

function exception(values: Partial<RuleException>): RuleException {
    return {
        ruleId: "products-present",
        status: "Approved",
        expiresOn: "2026-07-31",
        approver: "Ada Approver",
        ...values
    };
}
