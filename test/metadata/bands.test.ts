import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, it } from "node:test";
import { standardBands } from "c/pwPolicy";

const access = join(import.meta.dirname, "../../force-app/main/access");
const permissions = globSync("customPermissions/PW_Approve_Band_*", { cwd: access }).map(
    (path) => basename(path).split(".")[0] ?? ""
);

describe("the bands of discounts", () => {
    it("rise, each with a custom permission of its own", () => {
        const starts = standardBands.map(({ fromPercent }) => Number(fromPercent));

        assert.deepEqual(
            starts,
            starts.toSorted((one, other) => one - other)
        );
        assert.deepEqual(standardBands.map(({ permission }) => permission).sort(), permissions.sort());
    });

    it("are approved by somebody: a permission set grants each permission", () => {
        const sets = globSync("permissionsets/*.xml", { cwd: access }).map((path) =>
            readFileSync(join(access, path), "utf8")
        );

        const granted = permissions.filter((name) => sets.some((set) => set.includes(`<name>${name}</name>`)));
        assert.ok(permissions.length > 0);
        assert.deepEqual(granted, permissions);
    });
});
