import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { create } from "../../rest/__tests__/withConnection.ts";
import { bulkOrg, jobsPath } from "./bulkOrg.ts";
import type { BulkOrg } from "./bulkOrg.ts";

const count = 5500;
const accounts = {
    object: "Account",
    columns: ["Name", "AnnualRevenue", "NumberOfEmployees", "Description"],
    rows: Array.from({ length: count }, (_, number) => [
        `Account ${String(number).padStart(4, "0")}`,
        number === 0 ? "16147805824397" : `${number}.5`,
        String(number),
        number % 2 === 0 ? "" : 'says "hi"\nand goes'
    ])
};

describe("query jobs of Bulk API 2.0", () => {
    let org: BulkOrg;
    before(async () => {
        org = await bulkOrg({ load: [accounts] });
    });
    after(() => org.localOrg.close());

    const results = (id: string, search = ""): string => `${jobsPath}/query/${id}/results${search}`;

    it("say what they are, and how many records they gave", async () => {
        const created = await org.send("POST", `${jobsPath}/query`, {
            operation: "query",
            query: "SELECT Id FROM Account"
        });
        const id = await org.query({ query: "SELECT id FROM account" });

        const { state } = Object(created.body);
        const job = await org.job("query", id);
        assert.deepEqual([created.status, state], [200, "UploadComplete"]);
        const { object, operation, apiVersion, jobType, lineEnding, columnDelimiter, contentType } = job;
        assert.deepEqual(
            [object, operation, apiVersion, jobType, lineEnding, columnDelimiter, contentType],
            ["Account", "query", 66, "V2Query", "LF", "COMMA", "CSV"]
        );
        assert.deepEqual([job["state"], job["numberRecordsProcessed"]], ["JobComplete", count]);
    });

    it("give quoted CSV with blanks, exact numbers and doubled quotes", async () => {
        const query =
            "SELECT Name, AnnualRevenue, numberOfEmployees, Description, Owner.Name FROM Account ORDER BY Name LIMIT 2";

        const text = await org.csv(results(await org.query({ query })));

        assert.equal(
            text,
            '"Name","AnnualRevenue","NumberOfEmployees","Description","Owner.Name"\n' +
                '"Account 0000","1.6147805824397E13","0","","Ada Admin"\n' +
                '"Account 0001","2.0","1","says ""hi""\nand goes","Ada Admin"\n'
        );
    });

    for (const [columnDelimiter, character] of [
        ["COMMA", ","],
        ["TAB", "\t"],
        ["PIPE", "|"],
        ["SEMICOLON", ";"],
        ["CARET", "^"],
        ["BACKQUOTE", "`"]
    ] as const) {
        it(`part their cells by ${columnDelimiter} and end their lines as asked`, async () => {
            const query = "SELECT Name, NumberOfEmployees FROM Account ORDER BY Name LIMIT 1";

            const text = await org.csv(results(await org.query({ query, columnDelimiter, lineEnding: "CRLF" })));

            assert.equal(text, `"Name"${character}"NumberOfEmployees"\r\n"Account 0000"${character}"0"\r\n`);
        });
    }

    it("give their rows in sets of the size asked, each row once, the last with the locator null", async () => {
        const id = await org.query({ query: "SELECT Name, Description FROM Account" });

        const names = new Set<string>();
        const sizes: number[] = [];
        for (let locator = ""; locator !== "null";) {
            const search = `?maxRecords=1700${locator === "" ? "" : `&locator=${locator}`}`;
            const { body, headers } = await org.send("GET", results(id, search));
            const found = String(body).match(/"Account \d{4}"/g) ?? [];
            assert.equal(headers.get("Sforce-NumberOfRecords"), String(found.length));
            assert.match(String(body), /^"Name","Description"\n"Account/);
            found.forEach((name) => names.add(name));
            sizes.push(found.length);
            locator = headers.get("Sforce-Locator") ?? "";
        }

        assert.deepEqual([sizes, names.size], [[1700, 1700, 1700, 400], count]);
    });

    it("say where their next sets are", async () => {
        const id = await org.query({ query: "SELECT Name FROM Account" });

        const { body } = await org.send("GET", `${jobsPath}/query/${id}/resultPages?maxRecords=800`);

        const { resultPages, done, nextRecordsUrl } = Object(body);
        assert.deepEqual([resultPages.length, done], [5, false]);
        const second = await org.csv(resultPages[1].resultLink);
        assert.equal(second.split("\n").length, 802);
        const rest = Object((await org.send("GET", nextRecordsUrl + "&maxRecords=800")).body);
        assert.deepEqual([rest.resultPages.length, rest.done], [2, true]);
    });

    it("keep the rows as they were read", async () => {
        const account = await create(org.connection, "Account", { Name: "Zeta" });
        const id = await org.query({ query: "SELECT Name FROM Account WHERE Name LIKE 'Zet%'" });

        await org.connection.sobject("Account").destroy(account);

        assert.equal(await org.csv(results(id)), '"Name"\n"Zeta"\n');
    });

    it("give the header alone where nothing is found", async () => {
        const id = await org.query({ query: "SELECT Name FROM Account WHERE Name = 'nobody'" });

        const { body, headers } = await org.send("GET", results(id));

        assert.deepEqual([body, headers.get("Sforce-NumberOfRecords")], ['"Name"\n', "0"]);
    });

    it("are listed, and gone once they are deleted", async () => {
        const id = await org.query({ query: "SELECT Name FROM Account LIMIT 1" });
        const listed = Object((await org.send("GET", `${jobsPath}/query`)).body);

        const deleted = await org.send("DELETE", `${jobsPath}/query/${id}`);

        assert.equal(
            listed.records.some((job: { id: string }) => job.id === id),
            true
        );
        assert.equal(deleted.status, 204);
        assert.equal((await org.send("GET", `${jobsPath}/query/${id}`)).status, 404);
    });

    it("are aborted before they are over, and not after", async () => {
        const { body } = await org.send("POST", `${jobsPath}/query`, {
            operation: "query",
            query: "SELECT Name FROM Account"
        });
        const aborted = await org.send("PATCH", `${jobsPath}/query/${Object(body).id}`, { state: "Aborted" });
        const id = await org.query({ query: "SELECT Name FROM Account LIMIT 1" });
        const late = await org.send("PATCH", `${jobsPath}/query/${id}`, { state: "Aborted" });

        assert.equal(Object(aborted.body).state, "Aborted");
        assert.equal((await org.job("query", Object(body).id))["state"], "Aborted");
        assert.deepEqual([late.status, Object(late.body)[0].errorCode], [400, "INVALIDJOBSTATE"]);
    });

    it("give their results to the version alone that made them", async () => {
        const id = await org.query({ query: "SELECT Name FROM Account LIMIT 1" });

        assert.equal((await org.send("GET", results(id).replace("66.0", "65.0"))).status, 409);
    });

    for (const [what, body, errorCode] of [
        ["no operation", { query: "SELECT Id FROM Account" }, "INVALIDJOB"],
        ["another operation", { operation: "insert", query: "SELECT Id FROM Account" }, "INVALIDJOB"],
        ["no query", { operation: "query" }, "INVALIDJOB"],
        ["a query that is none", { operation: "query", query: "SELECT" }, "API_ERROR"],
        ["an unknown field", { operation: "query", query: "SELECT Nme FROM Account" }, "API_ERROR"],
        ["groups", { operation: "query", query: "SELECT COUNT(Id) FROM Account" }, "API_ERROR"],
        ["children", { operation: "query", query: "SELECT (SELECT Id FROM Contacts) FROM Account" }, "API_ERROR"],
        [
            "another delimiter",
            { operation: "query", query: "SELECT Id FROM Account", columnDelimiter: "," },
            "INVALIDJOB"
        ],
        ["an unknown name", { operation: "query", query: "SELECT Id FROM Account", foo: 1 }, "JSON_PARSER_ERROR"]
    ] as const) {
        it(`refuse ${what}`, async () => {
            const reply = await org.send("POST", `${jobsPath}/query`, body);

            assert.deepEqual([reply.status, Object(reply.body)[0].errorCode], [400, errorCode]);
        });
    }

    for (const search of ["?locator=x", "?locator=LTE", "?maxRecords=0", "?maxRecords=many"]) {
        it(`refuse to give results for ${search}`, async () => {
            const id = await org.query({ query: "SELECT Name FROM Account LIMIT 1" });

            assert.equal((await org.send("GET", results(id, search))).status, 400);
        });
    }
});
