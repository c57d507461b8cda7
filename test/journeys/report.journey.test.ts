/** The HTML report as a manager gets it: written by the command, opened in a real browser, on a phone and on paper. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { rules } from "c/pwPolicy";
import type { Browser, Page } from "playwright-core";
import { emptyConfig } from "../../scripts/audit/derive/configFile.ts";
import { gatherOrg } from "../../scripts/audit/gather/gatherOrg.ts";
import { judgeGathered } from "../../scripts/audit/judgeGathered.ts";
import { htmlReport } from "../../scripts/audit/report/html/htmlReport.ts";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { axeFindings } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { crmSalesTables } from "../support/crmSales.ts";
import { readCrmSales } from "../support/crmSalesFiles.ts";
import { writeCsvFolder } from "../support/csvFolder.ts";
import { openReport, openWithFonts } from "../support/reportPage.ts";
import { openTargetOrg } from "../support/targetOrg.ts";

interface Ended {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

const folder = mkdtempSync(join(tmpdir(), "pipewright-report-"));
const browser = await openBrowser();
const noBrowser = typeof browser === "string" ? browser : false;
const source = join(import.meta.dirname, "../../../shared/data/crm-sales");

after(async () => {
    rmSync(folder, { recursive: true });
    if (typeof browser !== "string") await browser.close();
});

/** The command as a person types it. */
function audit(...args: readonly string[]): Promise<Ended> {
    return new Promise((resolve) => {
        const environment = { ...process.env, HOME: folder, LC_ALL: "en_US.UTF-8" };
        execFile(
            "npm",
            ["run", "-s", "audit", "--", ...args],
            { cwd: packageRoot(), env: environment, maxBuffer: 2 ** 26 },
            (error, stdout, stderr) => resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr })
        );
    });
}

/** Pictures for the documents, on request: they would differ a little on every computer. */
async function picture(path: string, name: string, width: number, height: number, from = "body"): Promise<void> {
    if (process.env["PW_WRITE_IMAGES"] !== "1") return;
    const page = await openWithFonts(browser as Browser, path, width, height);
    await page.evaluate(`document.querySelector("${from}").scrollIntoView({ behavior: "instant" })`);
    await page.screenshot({ path: join(packageRoot(), "docs", "images", name) });
    await page.context().close();
}

async function widthOf(page: Page): Promise<number> {
    return Number(await page.evaluate("document.documentElement.scrollWidth"));
}

async function textOf(page: Page, selector: string): Promise<string> {
    return (await page.locator(selector).innerText()).replaceAll(/\s+/g, " ");
}

describe("the report of the sample pipeline", () => {
    const paths = { en: join(folder, "en.html"), zh_TW: join(folder, "zh_TW.html") };
    const facts = join(folder, "facts.json");
    let first: Ended;

    before(async () => {
        first = await audit("--html", paths.en, "--save", facts);
        assert.equal(first.exitCode, 0, first.stderr);
        await audit("--from", facts, "--html", paths.zh_TW, "--language", "zh_TW");
    });

    it("is written where it was asked for, and the command ends by saying where", () => {
        assert.match(readFileSync(paths.en, "utf8"), /^<!doctype html>/);
        assert.ok(first.stdout.trimEnd().endsWith(paths.en), first.stdout);
        assert.deepEqual(
            readdirSync(folder).filter((name) => /part|probe/.test(name)),
            []
        );
    });

    it("is refused before the audit begins where it can't be written", async () => {
        const ended = await audit("--html", join(folder, "no", "report.html"));

        assert.equal(ended.exitCode, 2);
        assert.match(ended.stderr, /report\.html could not be written/);
        assert.doesNotMatch(ended.stderr, /Starting a local org|\n\s+at /);
    });

    const views = [
        ["en", 1280],
        ["en", 320],
        ["zh_TW", 320]
    ] as const;
    for (const [language, width] of views) {
        it(`fits ${width} px in ${language}, fetches nothing, and axe finds nothing`, { skip: noBrowser }, async () => {
            const { page, asked, faults } = await openReport(browser as Browser, paths[language], width);

            assert.equal(await widthOf(page), width);
            assert.deepEqual(await axeFindings(page), []);
            assert.equal(asked.length, 1);
            assert.deepEqual(faults, []);
            await page.close();
        });
    }

    it("has the same numbers on a phone, where each row is a card", { skip: noBrowser }, async () => {
        const [wide, phone] = [1280, 320].map((width) => openReport(browser as Browser, paths.en, width));
        const [onDesk, onPhone] = [(await wide)?.page, (await phone)?.page] as [Page, Page];
        const numbers = (text: string): string[] => text.match(/[\d,.]+/g) ?? [];

        assert.deepEqual(numbers(await textOf(onPhone, "#rules")), numbers(await textOf(onDesk, "#rules")));
        assert.match(await textOf(onPhone, "#rules"), /Applies to \d+/);
        await onDesk.close();
        await onPhone.close();
    });

    it("prints on A4 with what each figure means, and cuts no row in two", { skip: noBrowser }, async () => {
        const { page } = await openReport(browser as Browser, paths.en, 703);
        const meaning = page.locator(".how dd").first();
        assert.equal(await meaning.isVisible(), false);

        await page.emulateMedia({ media: "print" });

        assert.equal(await widthOf(page), 703);
        assert.ok(((await meaning.boundingBox())?.height ?? 0) > 0);
        assert.equal(await page.locator("nav").isVisible(), false);
        assert.equal(
            await page.evaluate(
                "[...document.querySelectorAll('tr')].every((row) => getComputedStyle(row).breakInside === 'avoid')"
            ),
            true
        );
        const pdf = await page.pdf({ preferCSSPageSize: true });
        assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][\d.]* 84[12]/);
        await page.close();
    });

    it("leads to the records", { skip: noBrowser }, async () => {
        const { page } = await openReport(browser as Browser, paths.en, 1280);
        const links = (await page.evaluate(
            "[...document.querySelectorAll('.owner a')].map((link) => link.href)"
        )) as string[];

        await picture(paths.en, "report-en.png", 1100, 1180);
        await picture(paths.en, "report-pipeline.png", 1100, 1060, "#funnel");
        await picture(paths.zh_TW, "report-zh_TW.png", 1100, 1180);
        await picture(paths.zh_TW, "report-phone.png", 360, 1180, "#where");
        assert.ok(links.length > 100);
        assert.ok(links.every((link) => /^http:\/\/127\.0\.0\.1:\d+\/006\w{15}$/.test(link)));
        await page.close();
    });
});

describe(
    "the report of CRM Sales",
    { skip: noBrowser || (existsSync(source) ? false : "no ../shared/data/crm-sales") },
    () => {
        const path = join(folder, "crm-sales.html");

        before(async () => {
            const tables = mkdtempSync(join(tmpdir(), "pipewright-crm-"));
            writeCsvFolder(tables, crmSalesTables(readCrmSales(source), "2017-12-31"));
            const org = await openTargetOrg(["--clock", "2017-12-31", "--load", tables]);
            rmSync(tables, { recursive: true });
            const scope = { now: new Date(), asOf: "2017-12-31", closedWithinDays: 365 };
            const records = await gatherOrg(org.connection, scope).finally(() => org.close());
            const terms = { rules: rules.filter((rule) => rule.kind === "record"), config: emptyConfig };
            const judged = judgeGathered(records, { ...terms, without: ["close-date-not-past"] });
            writeFileSync(path, htmlReport({ ...judged, run: { id: "crm", seconds: 1, ...judged.run } }, "en", "0"));
        });

        it("shows the published figures, each with its sample", async () => {
            const { page } = await openReport(browser as Browser, path, 1280);
            const funnel = await textOf(page, "#funnel");

            assert.match(
                funnel,
                /Win rate 63\.15 % 95 % interval: [\d.]+ to [\d.]+ %\. n = 6,711 \(Won 4,238, Lost 2,473\)/
            );
            assert.match(funnel, /Won 4,238 10,005,534/);
            assert.match(funnel, /Days to win 57 days median; mean 51\.78 n = 4,238/);
            assert.match(funnel, /Open without account 1,425/);
            await page.close();
        });

        it("names every owner in the table, and says how many the chart leaves out", async () => {
            const { page } = await openReport(browser as Browser, path, 320);

            await picture(path, "report-crm-sales.png", 1100, 1240, "#where");
            assert.equal(await page.locator(".owner").count(), 30);
            assert.match(await textOf(page, "#where"), /The chart shows 15 of 30 owners/);
            assert.equal(await widthOf(page), 320);
            await page.close();
        });
    }
);
