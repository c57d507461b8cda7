import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { create } from "../../rest/__tests__/withConnection.ts";
import { bulkOrg, jobsPath } from "./bulkOrg.ts";
import type { BulkOrg } from "./bulkOrg.ts";

describe("ingest jobs of Bulk API 2.0", () => {
    let org: BulkOrg;
    before(async () => {
        org = await bulkOrg();
    });
    after(() => org.localOrg.close());
    beforeEach(async () => {
        for (const object of ["Contact", "Account"]) {
            const { records } = await org.connection.query(`SELECT Id FROM ${object}`);
            for (const { Id } of records) await org.connection.sobject(object).destroy(String(Id));
        }
    });

    const path = (id: string, rest = ""): string => `${jobsPath}/ingest/${id}${rest}`;
    const accounts = async (): Promise<unknown[]> =>
        (await org.connection.query("SELECT Name FROM Account ORDER BY Name")).records.map((each) => each["Name"]);

    it("save what they can, and say of each row what became of it", async () => {
        const csv = 'Name,NumberOfEmployees\nAcme,5\n,3\n"Apex ""best"", Inc",#N/A\n';
        const id = await org.ingest({ object: "Account", operation: "insert" }, csv);

        const job = await org.job("ingest", id);
        const saved = await org.csv(path(id, "/successfulResults"));
        const refused = await org.csv(path(id, "/failedResults"));

        assert.deepEqual(
            [job["state"], job["numberRecordsProcessed"], job["numberRecordsFailed"], job["jobType"]],
            ["JobComplete", 3, 1, "V2Ingest"]
        );
        assert.match(
            saved,
            /^"sf__Id","sf__Created","Name","NumberOfEmployees"\n"001\w{15}","true","Acme","5"\n"001\w{15}","true","Apex ""best"", Inc","#N\/A"\n$/
        );
        assert.equal(
            refused,
            '"sf__Id","sf__Error","Name","NumberOfEmployees"\n' +
                '"","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --","","3"\n'
        );
        assert.deepEqual(await accounts(), ["Acme", 'Apex "best", Inc']);
    });

    it("ignore blank cells at an update, and take #N/A for blank", async () => {
        const id = await create(org.connection, "Account", { Name: "Acme", Phone: "1", Website: "a.example" });

        await org.ingest({ object: "Account", operation: "update" }, `Id,Name,Phone,Website\n${id},Apex,,#N/A\n`);

        const { Name, Phone, Website } = await org.connection.sobject("Account").retrieve(id);
        assert.deepEqual([Name, Phone, Website], ["Apex", "1", null]);
    });

    it("name each update that has no record", async () => {
        const csv = "Id,Name\n001000000000001AAA,A\nnone,B\n,C\n";
        const job = await org.ingest({ object: "Account", operation: "update" }, csv);

        const codes = (await org.csv(path(job, "/failedResults"))).match(/[A-Z_]{10,}(?=:)/g);
        assert.deepEqual(codes, ["INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID", "MISSING_ARGUMENT"]);
    });

    it("delete by Id", async () => {
        const ids = [];
        for (const Name of ["A", "B", "C"]) ids.push(await create(org.connection, "Account", { Name }));

        const job = await org.ingest({ object: "Account", operation: "delete" }, `Id\n${ids[0]}\n${ids[2]}\n`);

        assert.equal((await org.job("ingest", job))["numberRecordsProcessed"], 2);
        assert.deepEqual(await accounts(), ["B"]);
    });

    it("update the records that an upsert finds, and insert the others", async () => {
        const id = await create(org.connection, "Account", { Name: "Acme" });
        const body = { object: "Account", operation: "upsert", externalIdFieldName: "Id" };

        const job = await org.ingest(body, `Id,Name\n${id},Apex\n,New\n001000000000001AAA,Gone\n`);

        assert.deepEqual(await accounts(), ["Apex", "New"]);
        const saved = await org.csv(path(job, "/successfulResults"));
        assert.deepEqual(saved.match(/"(true|false)"/g), ['"false"', '"true"']);
        assert.match(await org.csv(path(job, "/failedResults")), /INVALID_CROSS_REFERENCE_KEY/);
    });

    it("find a parent by a field of it, and refuse one that is not there", async () => {
        await create(org.connection, "Account", { Name: "Acme" });
        const csv = "LastName,Account.Name\nLin,Acme\nMay,Nobody\nZoe,#N/A\n";

        const job = await org.ingest({ object: "Contact", operation: "insert" }, csv);

        const { records } = await org.connection.query("SELECT LastName, Account.Name FROM Contact ORDER BY LastName");
        assert.deepEqual(
            records.map((each) => [each["LastName"], each["Account"]?.["Name"]]),
            [
                ["Lin", "Acme"],
                ["Zoe", undefined]
            ]
        );
        assert.match(
            await org.csv(path(job, "/failedResults")),
            /INVALID_FIELD:Foreign key external ID: Nobody not found for field Name in entity Account:--/
        );
    });

    const cells: readonly [field: string, cell: string, value: unknown][] = [
        ["IsPrivate", "YES", true],
        ["IsPrivate", "0", false],
        ["CloseDate", "2026-10-01Z", "2026-10-01"],
        ["CloseDate", "2026-10-01T23:30:00.000Z", "2026-10-01"],
        ["Amount", "1.234E3", 1234],
        ["Amount", "-0.05", -0.05],
        ["NextStep", "#N/A", null]
    ];
    for (const [field, cell, value] of cells) {
        it(`read ${cell} in ${field} as ${String(value)}`, async () => {
            const values = { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30", [field]: cell };
            const csv = `${Object.keys(values).join(",")}\n${Object.values(values).join(",")}\n`;

            const job = await org.ingest({ object: "Opportunity", operation: "insert" }, csv);

            const [, id = ""] = /"(006\w{15})"/.exec(await org.csv(path(job, "/successfulResults"))) ?? [];
            assert.equal((await org.connection.sobject("Opportunity").retrieve(id))[field], value);
        });
    }

    for (const [field, cell] of [
        ["IsPrivate", "maybe"],
        ["CloseDate", "2026-02-30"],
        ["Amount", "many"]
    ] as const) {
        it(`refuse ${cell} in ${field}`, async () => {
            const values = { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30", [field]: cell };
            const csv = `${Object.keys(values).join(",")}\n${Object.values(values).join(",")}\n`;

            const job = await org.ingest({ object: "Opportunity", operation: "insert" }, csv);

            const refused = await org.csv(path(job, "/failedResults"));
            assert.match(refused, new RegExp(`INVALID_TYPE_ON_FIELD_IN_RECORD:.*${cell}:${field} --`));
        });
    }

    for (const [what, body, csv, message] of [
        ["an unknown column", {}, "Name,Foo\nA,B\n", "InvalidBatch : Field name not found : Foo"],
        ["a parent by a field that names none", {}, "Name,Parent.Phone\nA,1\n", "InvalidBatch : Field name not found"],
        ["a column given twice", {}, "Name,name\nA,B\n", "InvalidBatch : Duplicate column : Name"],
        ["an update without Ids", { operation: "update" }, "Name\nA\n", "InvalidBatch : Field name not found : Id"],
        ["a delete with more than Ids", { operation: "delete" }, "Id,Name\na,b\n", "must contain only ids"],
        ["CRLF where LF was said", {}, "Name\r\nA\r\n", "Current LineEnding setting is LF"],
        ["LF where CRLF was said", { lineEnding: "CRLF" }, "Name\nA\n", "Current LineEnding setting is CRLF"],
        ["a quote that does not end", {}, 'Name\n"A\n', "InvalidBatch : The data can't be read as CSV"],
        ["a quote within a bare cell", {}, 'Name\nA"B\n', "InvalidBatch : The data can't be read as CSV"],
        ["a row that is too long", {}, "Name\nA,B\n", "InvalidBatch : A row has more cells"],
        ["nothing", {}, "", "InvalidBatch : The data has no header row."]
    ] as const) {
        it(`fail whole for ${what}`, async () => {
            const id = await org.ingest({ object: "Account", operation: "insert", ...body }, csv);

            const { state, errorMessage, numberRecordsProcessed } = await org.job("ingest", id);
            assert.deepEqual([state, numberRecordsProcessed], ["Failed", 0]);
            assert.ok(String(errorMessage).includes(message), String(errorMessage));
            assert.deepEqual(await accounts(), []);
        });
    }

    it("give back what a failed job left over", async () => {
        const id = await org.ingest({ object: "Account", operation: "insert" }, "Name,Foo\nA,B\nC,\n");

        assert.equal(await org.csv(path(id, "/unprocessedrecords")), '"Name","Foo"\n"A","B"\n"C",""\n');
    });

    it("give back every row that an abort left over, asked for at once", async () => {
        const names = Array.from({ length: 20_000 }, (_, number) => `A${number}`);
        const { body } = await org.send("POST", `${jobsPath}/ingest`, { object: "Account", operation: "insert" });
        const { id } = Object(body);
        await org.send("PUT", path(id, "/batches"), `Name\n${names.join("\n")}\n`, { "Content-Type": "text/csv" });
        await org.send("PATCH", path(id), { state: "UploadComplete" });
        await org.send("PATCH", path(id), { state: "Aborted" });

        const leftOver = await org.csv(path(id, "/unprocessedrecords"));
        const { numberRecordsProcessed } = await org.job("ingest", id);
        const lines = leftOver.trimEnd().split("\n").length;

        assert.equal(Number(numberRecordsProcessed) + lines, 1 + names.length);
    });

    it("give back all of a job that was aborted before its turn", async () => {
        const { body } = await org.send("POST", `${jobsPath}/ingest`, { object: "Account", operation: "insert" });
        const first = Object(body).id;
        const { body: other } = await org.send("POST", `${jobsPath}/ingest`, {
            object: "Account",
            operation: "insert"
        });
        const { id } = Object(other);
        await org.send("PUT", path(first, "/batches"), `Name\n${"A\n".repeat(2000)}`, { "Content-Type": "text/csv" });
        await org.send("PUT", path(id, "/batches"), "Name\nB\nC\n", { "Content-Type": "text/csv" });
        await org.send("PATCH", path(first), { state: "UploadComplete" });
        await org.send("PATCH", path(id), { state: "UploadComplete" });
        await org.send("PATCH", path(id), { state: "Aborted" });
        await org.send("PATCH", path(first), { state: "Aborted" });

        assert.equal(await org.csv(path(id, "/unprocessedrecords")), '"Name"\n"B"\n"C"\n');
    });

    it("read other delimiters and line endings", async () => {
        const body = { object: "Account", operation: "insert", columnDelimiter: "SEMICOLON", lineEnding: "CRLF" };

        const id = await org.ingest(body, 'Name;Phone\r\n"A;\nB";1\r\n');

        assert.deepEqual(await accounts(), ["A;\nB"]);
        assert.match(await org.csv(path(id, "/successfulResults")), /^"sf__Id";"sf__Created";"Name";"Phone"\r\n/);
    });

    it("save many chunks in order, and answer others in between", async () => {
        const names = Array.from({ length: 1000 }, (_, number) => `Account ${String(number).padStart(4, "0")}`);
        const id = await org.ingest({ object: "Account", operation: "insert" }, `Name\n${names.join("\n")}\n`);

        assert.equal((await org.job("ingest", id))["numberRecordsProcessed"], 1000);
        const saved = (await org.csv(path(id, "/successfulResults"))).match(/Account \d{4}/g);
        assert.deepEqual(saved, names);
    });

    it("come with their data in one request of two parts", async () => {
        const parts = [
            '--XX\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name="job"\r\n\r\n',
            '{"object":"Account","operation":"insert"}\r\n',
            '--XX\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name="content"; filename="content"\r\n\r\n',
            "Name\nAcme\n\r\n--XX--\r\n"
        ];
        const contentType = { "Content-Type": 'multipart/form-data; boundary="XX"' };

        const { body } = await org.send("POST", `${jobsPath}/ingest`, parts.join(""), contentType);

        assert.equal(Object(body).state, "UploadComplete");
        for (let job = Object(body); job.state !== "JobComplete";) job = await org.job("ingest", job.id);
        assert.deepEqual(await accounts(), ["Acme"]);
    });

    for (const [what, body, errorCode] of [
        ["a hard delete, by name", { object: "Account", operation: "hardDelete" }, "FEATURENOTENABLED"],
        ["an unknown operation", { object: "Account", operation: "merge" }, "INVALIDJOB"],
        ["an unknown object", { object: "Nothing", operation: "insert" }, "INVALIDENTITY"],
        ["an object that nobody writes", { object: "OpportunityStage", operation: "insert" }, "INVALIDENTITY"],
        ["an upsert by no field", { object: "Account", operation: "upsert" }, "INVALIDJOB"],
        ["an upsert by Name", { object: "Account", operation: "upsert", externalIdFieldName: "Name" }, "INVALIDJOB"],
        ["JSON as data", { object: "Account", operation: "insert", contentType: "JSON" }, "INVALIDJOB"]
    ] as const) {
        it(`refuse ${what}`, async () => {
            const reply = await org.send("POST", `${jobsPath}/ingest`, body);

            assert.deepEqual([reply.status, Object(reply.body)[0].errorCode], [400, errorCode]);
        });
    }

    it("take data once, while they are open, and are closed with data alone", async () => {
        const { body } = await org.send("POST", `${jobsPath}/ingest`, { object: "Account", operation: "insert" });
        const { id } = Object(body);
        const early = await org.send("PATCH", path(id), { state: "UploadComplete" });
        const first = await org.send("PUT", path(id, "/batches"), "Name\nA\n");
        const second = await org.send("PUT", path(id, "/batches"), "Name\nB\n");
        const aborted = await org.send("PATCH", path(id), { state: "Aborted" });
        const third = await org.send("PUT", path(id, "/batches"), "Name\nC\n");

        assert.deepEqual(
            [early.status, first.status, second.status, aborted.status, third.status],
            [400, 201, 400, 200, 400]
        );
        assert.deepEqual(await accounts(), []);
    });
});
