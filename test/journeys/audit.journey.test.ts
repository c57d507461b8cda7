/** The audit through its front door: the command as a person types it, on orgs it meets only through a URL. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Connection } from "jsforce";
import { z } from "zod";
import { answerOf } from "../support/auditContract.ts";
import { doorway } from "../support/doorway.ts";
import { startLocalOrg } from "../../scripts/org/localOrg.ts";
import type { RunningLocalOrg } from "../../scripts/org/localOrg.ts";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { quietSf, sfProgram } from "../../scripts/org/sfProgram.ts";

interface Run {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

const home = mkdtempSync(join(tmpdir(), "pipewright-audit-"));
const environment = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    LANG: "en_US.UTF-8",
    LC_ALL: "en_US.UTF-8",
    ...quietSf
};

function run(program: string, args: readonly string[], extra: NodeJS.ProcessEnv = {}): Promise<Run> {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, {
            cwd: packageRoot(),
            env: { ...environment, ...extra },
            stdio: ["ignore", "pipe", "pipe"]
        });
        let [stdout, stderr] = ["", ""];
        child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
        child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
        child.once("error", reject).once("close", (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
    });
}

/** As `npm run audit` does. */
const audit = (...args: readonly string[]): Promise<Run> => run(process.execPath, [...doorway, "audit", ...args]);

after(() => rmSync(home, { recursive: true, force: true }));

/** What our own fields and decisions keep is blank on the day of installation, and asked of nobody before. */
const keptByUs = ["discount-logged", "discount-approved", "loss-reason-given"];

describe("the audit without a target org", () => {
    let answer: Run;
    // A default org that the audit must not fall back to.
    before(async () => {
        answer = await run("npm", ["run", "-s", "audit", "--", "--json"], { SF_TARGET_ORG: "nobody" });
    });

    it("judges a sample pipeline in which the package is deployed, and ends with 0", () => {
        const { run: about, rules, findings, processes } = answerOf(answer);

        assert.equal(answer.exitCode, 0, answer.stderr);
        assert.deepEqual(about.settingsFrom, ["ruleRecord"]);
        assert.equal(about.seesAll, "yes");
        for (const rule of rules) {
            assert.ok(rule.unmet > 0, `${rule.id} finds nothing`);
            assert.equal(rule.met > 0, !keptByUs.includes(rule.id), `${rule.id} is met by ${rule.met}`);
            assert.equal(rule.met + rule.unmet + rule.unknown, rule.applicable);
            const found = [...findings, ...processes.flatMap((process) => process.advice)].filter(
                (finding) => finding.ruleId === rule.id && finding.verdict !== "met"
            );
            assert.equal(found.length, rule.unmet + rule.unknown);
        }
    });

    it("finds the messy process messy and the main one well, and judges stage histories of both", () => {
        const { rules, processes } = answerOf(answer);
        const verdictsOf = ({ advice: each }: (typeof processes)[number]) => each.map(({ verdict }) => verdict);

        assert.deepEqual(
            processes.map((process) => [process.name, verdictsOf(process)]),
            [
                ["新案 New Business", ["met", "met", "met", "met"]],
                ["續約 Renewal", ["unmet", "unmet", "unmet", "unmet"]]
            ]
        );
        const histories = rules.filter((rule) => rule.kind === "history");
        assert.equal(histories.length, 2);
        assert.ok(histories.every((rule) => rule.unknown === 0));
    });

    it("lists the stages of the messy process as without a stage record, once each", () => {
        const { run: about, processes } = answerOf(answer);
        const offered = processes[1]?.offers.filter(({ position }) => position === null).map(({ stage }) => stage);

        assert.equal(offered?.length, 13);
        assert.ok(about.unmappedStages.every(({ stage, isOffered }) => isOffered && offered.includes(stage ?? "")));
    });

    it("says on stderr how long each stage took of what it may take", () => {
        assert.match(answer.stderr, /Deploying the package to it.* s(, over its| of) \d+ s/);
    });

    it("leaves no token under the user's home", () => {
        const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        const withToken = files.filter((file) =>
            /00D\w{12,15}!/.test(readFileSync(join(file.parentPath, file.name), "utf8"))
        );

        assert.deepEqual(withToken, []);
    });
});

describe("the audit of an org without Pipewright", () => {
    let org: RunningLocalOrg;
    let connection: Connection;
    let someone: string;

    before(async () => {
        org = await startLocalOrg(["--sample"]);
        connection = new Connection({ instanceUrl: org.url, accessToken: org.token, version: "66.0" });
        const login = ["org", "login", "access-token", "--instance-url", org.url, "--alias", "acme", "--no-prompt"];
        const signedIn = await run(process.execPath, [sfProgram, ...login], { SF_ACCESS_TOKEN: org.token });
        assert.equal(signedIn.exitCode, 0, signedIn.stderr);
        const { records } = await connection.query(
            "SELECT Id FROM Opportunity WHERE IsClosed = false ORDER BY Id LIMIT 1"
        );
        someone = String(records[0]?.Id);
    });
    after(() => org.stop());

    it("uses the rules' own defaults, and counts a stage that no process offers", async () => {
        await connection.sobject("Opportunity").update({ Id: someone, StageName: "Shaking Hands" });

        const ended = await audit("--target-org", "acme", "--json");

        const { run: about, rules } = answerOf(ended);
        assert.equal(ended.exitCode, 0, ended.stderr);
        assert.deepEqual(about.settingsFrom, ["default"]);
        assert.deepEqual(about.unmappedStages, [{ stage: "Shaking Hands", count: 1, isOffered: false }]);
        const unknown = Object.fromEntries(rules.map((rule) => [rule.id, rule.unknown]));
        for (const id of ["products-present", "contact-roles-present", "close-date-not-past", "stage-not-skipped"]) {
            assert.equal(unknown[id], 1, id);
        }
        assert.ok(rules.every((rule) => rule.kind !== "process" || rule.unknown === 0));
        const kept = rules.filter((rule) => keptByUs.includes(rule.id));
        assert.deepEqual(
            kept.map(({ applicable, reasons }) => [applicable, reasons.map(({ code }) => code)]),
            keptByUs.map(() => [0, ["noSuchField"]])
        );
    });

    it("prints a table, and ends with 1 when a rule at the given level is broken", async () => {
        const ended = await audit("--target-org", "acme", "--fail-on", "Observe", "--without", "close-date-not-past");

        assert.equal(ended.exitCode, 1, ended.stderr);
        // Where CI is set, the table library leaves the frame out.
        assert.match(
            ended.stdout,
            /Products are on the opportunity +│? +Observe +│? +\d+ +│? +\d+ +│? +\d+ +│? +\d+ +│? +█+░* +\d+\.\d %/
        );
        assert.match(ended.stdout, /Left out with --without: close-date-not-past/);
        assert.match(ended.stdout, /Shaking Hands \(1\)/);
    });

    it("cannot tell about a field that the user may not read, says so, and ends with 2", async () => {
        const url = `${org.url}/local-org/field-security`;
        const headers = { Authorization: `Bearer ${org.token}`, "Content-Type": "application/json" };
        const { preferred_username: username } = z
            .object({ preferred_username: z.string() })
            .parse(await connection.request("/services/oauth2/userinfo"));
        const body = JSON.stringify({ username, field: "Opportunity.HasOpportunityLineItem", readable: false });
        const changed = await fetch(url, { method: "PUT", headers, body });
        assert.ok(changed.ok, await changed.text());

        const ended = await audit("--target-org", "acme", "--json");

        const { run: about, rules } = answerOf(ended);
        assert.equal(ended.exitCode, 2, ended.stderr);
        assert.deepEqual(
            about.unreadable.map((each) => each.what),
            ["Opportunity.HasOpportunityLineItem"]
        );
        const products = rules.find((rule) => rule.id === "products-present");
        assert.equal(products?.met, 0);
        assert.ok(products.unknown > 0 && products.unknown === products.applicable);
        assert.ok(
            rules.some((rule) => rule.met > 0),
            "the other rules are judged all the same"
        );
    });

    it("cannot start with an expired token: one sentence, nothing written, 2", async () => {
        await fetch(`${org.url}/local-org/sessions`, {
            method: "DELETE",
            headers: { Authorization: `Bearer ${org.token}` }
        });
        const file = join(home, "findings.csv");

        const ended = await audit("--target-org", "acme", "--csv", file);

        assert.equal(ended.exitCode, 2);
        assert.match(ended.stderr, /The session has expired or is not valid: sign in to the org again/);
        assert.doesNotMatch(ended.stderr, /\n\s+at /);
        assert.equal(ended.stdout, "");
        assert.ok(!readdirSync(home).includes("findings.csv"));
    });
});

describe("an audit that is asked wrongly", () => {
    const cases: readonly [string, readonly string[], RegExp][] = [
        ["an alias nobody signed in with", ["--target-org", "nobody"], /No org is signed in as "nobody": sign in with/],
        ["a day that is none", ["--as-of", "2026-02-30"], /--as-of 2026-02-30 is not a day/]
    ];
    for (const [what, args, sentence] of cases) {
        it(`refuses ${what} in one sentence, with 2`, async () => {
            const ended = await audit(...args);

            assert.equal(ended.exitCode, 2);
            assert.match(ended.stderr, sentence);
            assert.doesNotMatch(ended.stderr, /\n\s+at /);
            assert.equal(ended.stdout, "");
        });
    }
});
