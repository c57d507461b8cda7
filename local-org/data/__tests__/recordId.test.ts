import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countOfMadeId, isRecordId, madeId, to18 } from "../recordId.ts";

describe("a record Id", () => {
    // As recorded in real describe and UI API answers.
    for (const id of ["012000000000000AAA", "00517000002fESIAA2", "005xx000001X80LAAS", "0031700000pHcf8AAC"]) {
        it(`gets the platform's checksum: ${id}`, () => {
            assert.equal(to18(id.slice(0, 15)), id);
            assert.equal(to18(id), id);
            assert.equal(isRecordId(id), true);
        });
    }

    it("is refused with the checksum of another", () => {
        assert.equal(isRecordId("012000000000000AAB"), false);
        assert.equal(isRecordId("01200000000000"), false);
        assert.equal(isRecordId("012000000000000-AA"), false);
    });

    it("is made in an order that text sorts the same way", () => {
        const ids = [1, 9, 10, 35, 36, 61, 62, 3843, 3844, 1_000_000].map((count) => madeId("006", count).slice(0, 15));

        assert.deepEqual([...ids].sort(), ids);
    });

    it("tells how many came before it, and nothing of Ids from elsewhere", () => {
        assert.equal(countOfMadeId(madeId("006", 238_329)), 238_329);
        assert.equal(countOfMadeId("0031700000pHcf8AAC"), 0);
    });
});
