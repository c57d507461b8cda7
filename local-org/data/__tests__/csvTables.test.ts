import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { readCsvTables } from "../csvTables.ts";
import { loadTables } from "../load.ts";
import { LoadError } from "../loadError.ts";
import { freshOrg } from "./org.ts";

const root = mkdtempSync(join(tmpdir(), "csv-"));
after(() => rmSync(root, { recursive: true }));

let folders = 0;
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
    const folder = join(root, String((folders += 1)));
    mkdirSync(folder);
    Object.entries(files).forEach(([name, content]) => writeFileSync(join(folder, name), content));
    return folder;
}

describe("a folder of CSV files", () => {
    it("is read with byte order mark, carriage returns, quotes and line breaks in cells", () => {
        const content = '\uFEFF"Name",Description\r\n"臺北, ""一""",two\r\nB,"a\nb"\r\n';
        const [table, ...others] = readCsvTables(folderWith({ "Account.csv": content, "notes.txt": "x" }));

        assert.deepEqual(others, []);
        assert.equal(table?.object, "Account");
        assert.deepEqual(table.columns, ["Name", "Description"]);
        assert.deepEqual(
            [...table.rows],
            [
                ['臺北, "一"', "two"],
                ["B", "a\nb"]
            ]
        );
    });

    const wrong: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>, RegExp])[] = [
        ["no CSV file", { "notes.txt": "x" }, /has no \.csv file/],
        ["an empty file", { "Account.csv": "" }, /^Account\.csv is empty/],
        ["a quote within a bare cell", { "Account.csv": 'Name\na"b\n' }, /^Account\.csv is not a CSV file: .*quot/i],
        ["a quote that never ends", { "Account.csv": 'Name\n"a\n' }, /^Account\.csv is not a CSV file: .*quot/i],
        ["another encoding", { "Account.csv": new Uint8Array([0x4e, 0x0a, 0xa5, 0x78]) }, /^Account\.csv is not UTF-8/],
        [
            "a wrong column",
            { "Account.csv": "Name,Nmae\na,b\n" },
            /^Account\.csv, row 1, column Nmae: Account has no field "Nmae"\.$/
        ],
        ["a short row", { "Account.csv": "Name,Site\na,b\nc\n" }, /^Account\.csv, row 3: it has 1 cells/],
        ["a file of no object", { "Deal.csv": "Name\na\n" }, /^Deal\.csv: this org has no object Deal\.$/]
    ];

    for (const [what, files, message] of wrong) {
        it(`with ${what} is refused in one sentence`, () => {
            assert.throws(
                () => loadTables(freshOrg(), readCsvTables(folderWith(files))),
                (error) => error instanceof LoadError && message.test(error.message)
            );
        });
    }

    it("with a folder that is called like a file is refused in one sentence", () => {
        const folder = folderWith({ "Contact.csv": "LastName\nLin\n" });
        mkdirSync(join(folder, "Account.csv"));

        assert.throws(() => loadTables(freshOrg(), readCsvTables(folder)), {
            name: "LoadError",
            message: /^Account\.csv is a folder/
        });
    });

    it("that isn't there is named", () => {
        assert.throws(() => [...readCsvTables(join(root, "nowhere"))], /There is no folder .*nowhere to load from\./);
    });
});
