import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deploy, newOrg, ruleType } from "../../metadata/__tests__/deployed.ts";
import { snapshotOrg } from "../../snapshotOrg.ts";

function orgWithRule() {
    const held = newOrg();
    const { status } = deploy(held, ruleType.members, ruleType.files);
    assert.equal(status, "Succeeded");
    const { schema, store } = held.org;
    const object = () => {
        const found = schema.object("PW_Rule__mdt");
        assert.ok(found);
        return found;
    };
    const level = () => store.readMetadata(object(), "Products_Present")?.["Level__c"];
    const id = String(store.readMetadata(object(), "Products_Present")?.["Id"]);
    const setLevel = (value: string) => {
        store.update(object(), id, { Level__c: value });
    };
    return { held, store, object, level, id, setLevel };
}

describe("a record of custom metadata", () => {
    it("is read by its developer name, in its own letters", () => {
        const { store, object, level } = orgWithRule();
        assert.equal(level(), "Observe");
        assert.equal(store.readMetadata(object(), "products_present"), undefined);
    });
    it("is read as it was written last", () => {
        const { store, object, level, id, setLevel } = orgWithRule();
        setLevel("Block");
        assert.equal(level(), "Block");
        store.remove(object(), id);
        assert.equal(level(), undefined);
        store.insert(object(), { Id: id, DeveloperName: "Products_Present", Level__c: "Warn" });
        assert.equal(level(), "Warn");
    });
    it("is as before once a transaction that changed it is rolled back, or a savepoint within one", () => {
        const { store, level, setLevel } = orgWithRule();
        const changeAndFail = () => {
            store.transaction(() => {
                setLevel("Block");
                assert.equal(level(), "Block");
                throw new Error("no");
            });
        };
        assert.throws(changeAndFail);
        assert.equal(level(), "Observe");
        store.transaction(() => {
            assert.throws(changeAndFail);
            assert.equal(level(), "Observe");
        });
    });
    it("follows a statement over many rows, and a snapshot that comes back", () => {
        const { held, store, object, level } = orgWithRule();
        const kept = snapshotOrg(held);
        store.run(`UPDATE ${store.table(object())} SET "Level__c" = 'Off'`);
        assert.equal(level(), "Off");
        kept.restore();
        assert.equal(level(), "Observe");
        kept.discard();
    });
});
