import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";

const program = new URL("../bin.ts", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "local-org-"));

function start(...flags: string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, ["-C", "development", "--disable-warning=ExperimentalWarning", program, ...flags]);
}

function ended(child: ChildProcessWithoutNullStreams): Promise<{ code: number | null; errors: string }> {
    let errors = "";
    child.stderr.on("data", (chunk) => (errors += String(chunk)));
    return new Promise((resolve) => child.once("close", (code) => resolve({ code, errors })));
}

/** The first thing it prints. */
function greeting(child: ChildProcessWithoutNullStreams): Promise<string> {
    return new Promise((resolve, reject) => {
        child.stdout.once("data", (chunk) => resolve(String(chunk)));
        child.once("close", () => reject(new Error("It ended without a greeting.")));
    });
}

describe("the command that starts a local org", () => {
    after(() => rmSync(folder, { recursive: true }));

    it("restores a folder, tells how to log in, and ends when its parent is gone", async () => {
        writeFileSync(join(folder, "Account.csv"), "Name\nAcme\nApex\n");
        const child = start("--load", folder, "--clock", "2026-06-30", "--until-stdin-closes");
        const end = ended(child);
        const said = await greeting(child);
        const [, url = ""] = /at (http:\/\/127\.0\.0\.1:\d+) /.exec(said) ?? [];
        const [, token = ""] = /^Token: (\S+)$/m.exec(said) ?? [];

        const response = await fetch(`${url}/services/data/v66.0/query?q=SELECT+COUNT()+FROM+Account`, {
            headers: { Authorization: `Bearer ${token}` }
        });
        const { totalSize } = Object(await response.json());
        child.stdin.end();

        assert.equal(totalSize, 2);
        assert.match(token, /^00D\w{12}![.\w]+$/);
        const login = `npm run -s sf -- org login access-token --instance-url ${url}`;
        assert.ok(said.includes(`SF_ACCESS_TOKEN='${token}' ${login}`));
        assert.deepEqual(await end, { code: 0, errors: "" });
    });

    it("tells of an sf that this folder has", () => {
        const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

        assert.equal(scripts.sf, "sf");
    });

    it("ends on a signal", async () => {
        const child = start();
        const end = ended(child);
        await greeting(child);

        child.kill("SIGTERM");

        assert.equal((await end).code, 0);
    });

    const refusals: readonly [what: string, flags: readonly string[], sentence: RegExp][] = [
        ["an unknown flag", ["--prot", "1"], /^Unknown option '--prot'/],
        ["a port that is none", ["--port", "http"], /^--port must be a number from 0 to 65535; "http" is not one\.$/],
        ["a language that no user can have", ["--language", "tlh"], /^--language must be .*; "tlh" is none\.$/],
        [
            "a clock that is none",
            ["--clock", "soon"],
            /^--clock must be a date such as 2026-06-30 or an instant; "soon" is neither\.$/
        ],
        [
            "a day that no month has",
            ["--clock", "2026-02-31"],
            /^--clock must be a date such as 2026-06-30 or an instant; "2026-02-31" is neither\.$/
        ],
        [
            "a folder that isn't there",
            ["--load", join(folder, "nothing")],
            /^There is no folder .*nothing to load from\.$/
        ],
        ["a file that is no org's", ["--file", program], /bin\.ts is not a local org's file\.$/],
        ["a folder for a file", ["--file", folder], /is no file that can be read\.$/],
        [
            "a file in a folder that isn't there",
            ["--file", join(folder, "nothing", "org.db")],
            /^There is no folder .*nothing to keep the rows in\.$/
        ]
    ];
    for (const [what, flags, sentence] of refusals) {
        it(`refuses ${what} in one sentence with exit code 2`, async () => {
            const { code, errors } = await ended(start(...flags));

            assert.equal(code, 2);
            assert.match(errors.trim(), sentence);
            assert.equal(errors.trim().split("\n").length, 1);
        });
    }

    it("refuses a port in use in one sentence with exit code 2", async () => {
        const holder = createServer();
        await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
        const { port } = holder.address() as AddressInfo;

        const { code, errors } = await ended(start("--port", String(port)));
        holder.close();

        assert.equal(code, 2);
        assert.equal(errors, `Port ${port} can't be used (EADDRINUSE); choose another, or 0 for a free one.\n`);
    });

    it("refuses a CSV with a wrong column by its name", async () => {
        const wrong = mkdtempSync(join(folder, "wrong-"));
        writeFileSync(join(wrong, "Account.csv"), "Nme\nAcme\n");

        const { code, errors } = await ended(start("--load", wrong));

        assert.equal(code, 2);
        assert.match(errors, /Account\.csv.*Nme/);
    });

    it("leaves no half-made file behind that would stand in the way of the next try", async () => {
        const [wrong, kept] = [mkdtempSync(join(folder, "wrong-")), mkdtempSync(join(folder, "kept-"))];
        const flags = ["--load", wrong, "--file", join(kept, "org.db")];
        writeFileSync(join(wrong, "Account.csv"), "Nme\nAcme\n");

        const { code } = await ended(start(...flags));
        const left = readdirSync(kept);
        writeFileSync(join(wrong, "Account.csv"), "Name\nAcme\n");
        const second = start(...flags);
        const end = ended(second);
        const said = await greeting(second);
        second.kill("SIGTERM");

        assert.deepEqual([code, left], [2, []]);
        assert.match(said, /^Local org at/);
        assert.equal((await end).code, 0);
    });
});
