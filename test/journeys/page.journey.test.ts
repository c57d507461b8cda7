/** The record page in a real Chromium, as a rep sees it, while others change records through the API. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import jsforce from "jsforce";
import type { Browser, Page } from "playwright-core";
import { rules, stageGuideOf } from "c/pwPolicy";
import { words } from "../../force-app/main/guidance/lwc/pwGuidance/words/index.ts";
import { openPage, type OpenPage } from "../../scripts/page/openPage.ts";
import { StageTimer } from "../../scripts/terminal/stageTimer.ts";
import { openBrowser } from "../support/browser.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";

const browser = await openBrowser();
const [qualification, proposal] = ["Qualification", "Proposal/Price Quote"];
const ruleIds = ["products-present", "contact-roles-present", "close-date-not-past"];

/** Seconds that a busy computer may take beyond what the page states; how fast it is, is no test. */
const slowComputer = 15;

describe("the record page", { skip: typeof browser === "string" ? browser : false }, () => {
    let served: OpenPage;
    let world: GateWorld;
    let rep: string;
    let account: { AccountId: string };
    let contactId: string;
    let recordType: { RecordTypeId: string };
    const asked: string[] = [];
    const faults: string[] = [];

    before(async () => {
        served = await openPage(new StageTimer({ start: () => undefined, stop: () => undefined }, () => 0));
        const { url, token, today } = served.org;
        const connection = new jsforce.Connection({ instanceUrl: url, accessToken: token, version: "66.0" });
        world = await openGateWorld(connection, today);
        const { records } = await connection.query(
            "SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'PW_Rep'"
        );
        const types = await connection.query("SELECT Id FROM RecordType WHERE DeveloperName = 'New_Business'");
        recordType = { RecordTypeId: String(types.records[0]?.Id) };
        rep = String(records[0]?.["AssigneeId"]);
        account = { AccountId: await world.create("Account", { Name: "山海電子股份有限公司" }) };
        contactId = await world.create("Contact", { LastName: "林", FirstName: "佳穎", ...account });
        await switchRulesOn();
    });
    after(async () => {
        if (typeof browser !== "string") await browser.close();
        await served.close();
    });

    const opportunity = (stage: string): Promise<string> =>
        world.opportunity(stage, {
            Name: "倉儲自動化 二期",
            Amount: 1_280_000,
            OwnerId: rep,
            ...account,
            ...recordType
        });

    /** Each as strict as an admin might want it. */
    async function switchRulesOn(): Promise<void> {
        await world.setRule("products-present", { level: "Block", fromPosition: 7 });
        await world.setRule("contact-roles-present", { level: "Warn", fromPosition: 3, minimum: 1 });
        await world.setRule("close-date-not-past", { level: "Observe", fromPosition: 1 });
        // The page shows any rule alike; these three have every strictness.
        for (const { id } of rules) {
            if (!ruleIds.includes(id)) await world.setRule(id, { level: "Off" });
        }
    }

    /** A page of its own; what goes wrong in it is noted. */
    async function see(record: string, search = "", width = 1280): Promise<Page> {
        const page = await (browser as Browser).newPage({ viewport: { width, height: 900 } });
        page.setDefaultTimeout(10_000);
        page.on("request", (request) => asked.push(request.url()));
        page.on("pageerror", (error) => faults.push(error.message));
        await page.goto(`${served.url}?user=rep&record=${record}${search}`);
        return page;
    }

    const titles = (language: "en" | "zh_TW", ids: readonly string[]): string[] =>
        rules.filter(({ id }) => ids.includes(id)).map((rule) => rule.words[language].title);

    /** Waits until exactly these gaps are shown, at most as long as the page says, and a slow computer's moment. */
    async function seesGaps(page: Page, expected: readonly string[], seconds = slowComputer): Promise<void> {
        const shown = page.locator("c-pw-gap h4");
        const deadline = performance.now() + seconds * 1000;
        const wanted = JSON.stringify(expected.toSorted());
        let found = "";
        while (found !== wanted && performance.now() < deadline) {
            found = JSON.stringify([...new Set(await shown.allInnerTexts())].toSorted());
            // Lets the page have the processor: it is what we wait for.
            await pause(50);
        }
        assert.equal(found, wanted);
    }

    async function statedSeconds(page: Page): Promise<number> {
        const [, seconds] = /within (\d+) s/.exec(await page.locator("footer.about").innerText()) ?? [];
        assert.ok(seconds, "The page does not state its refresh.");
        return Number(seconds);
    }

    it("shows a rep what is missing, and follows when a role and a line come by API", async () => {
        const id = await opportunity(proposal);
        const page = await see(id);
        await seesGaps(page, titles("en", ["products-present", "contact-roles-present"]));
        await screenshot(page, "guidance-en.png");
        const seconds = await statedSeconds(page);

        await world.create("OpportunityContactRole", {
            OpportunityId: id,
            ContactId: contactId,
            Role: "Decision Maker"
        });
        await seesGaps(page, titles("en", ["products-present"]), seconds + slowComputer);
        await world.addLine(id);
        await seesGaps(page, [], seconds + slowComputer);

        await page.getByRole("heading", { name: "Products (1)" }).waitFor();
        await page.getByText(words.en.allMet).first().waitFor();
        await page.close();
    });

    it("shows our words where the gate refuses a stage, and the new stage where it does not", async () => {
        const page = await see(await opportunity(qualification));
        const stage = (name: string) => page.getByRole("navigation").getByRole("button", { name, exact: true });
        await stage(proposal).click();

        const message = rules.find(({ id: each }) => each === "products-present")?.words.en.message ?? "";
        await page.getByRole("status").getByText(message).waitFor();
        assert.equal(await stage(qualification).getAttribute("aria-current"), "step");

        await stage("Needs Analysis").click();
        await page.getByText("The stage is now Needs Analysis.").waitFor();
        await page.locator("button[aria-current=step]", { hasText: "Needs Analysis" }).waitFor();
        await page.close();
    });

    it("lets the rep add a role on the page itself", async () => {
        const page = await see(await opportunity(proposal));
        const card = page.locator("page-contact-roles");
        await card.getByRole("combobox", { name: "Contact" }).click();
        await card.getByRole("option", { name: /佳穎/ }).click();
        await card.getByRole("combobox", { name: "Role" }).click();
        await card.getByRole("option", { name: "Decision Maker", exact: true }).click();
        await card.getByRole("button", { name: /Add/ }).click();

        await page.getByRole("heading", { name: "Contact Roles (1)" }).waitFor();
        await seesGaps(page, titles("en", ["products-present"]));
        await page.close();
    });

    it("says so when a field may not be read, when rules can't be read, and when none is on", async () => {
        const id = await opportunity(proposal);
        await setReadable("Opportunity.HasOpportunityLineItem", false);
        const hidden = await see(id);
        await hidden
            .getByText(words.en.unseen(words.en.facts.HasOpportunityLineItem ?? ""))
            .first()
            .waitFor();
        await hidden.getByText(words.en.verdicts.unknown).first().waitFor();
        await setReadable("Opportunity.HasOpportunityLineItem", true);
        await hidden.close();

        const broken = await (browser as Browser).newPage();
        const failure = { status: 500, contentType: "application/json", body: '[{"message":"Try again later."}]' };
        await broken.route("**/graphql", (route) => route.fulfill(failure));
        await broken.goto(`${served.url}?user=rep&record=${id}`);
        await broken.getByText(words.en.cannotReadRules).last().waitFor();
        await broken.getByText("Try again later.").waitFor();
        await broken.close();

        for (const ruleId of ruleIds) await world.setRule(ruleId, { level: "Off" });
        const quiet = await see(id);
        await quiet.getByText(words.en.noRules).last().waitFor();
        await switchRulesOn();
        await quiet.close();
    });

    it("speaks 繁體中文 in a real font", async () => {
        const page = await see(await opportunity(proposal), "&language=zh_TW");
        await seesGaps(page, titles("zh_TW", ["products-present", "contact-roles-present"]));
        await page.getByRole("heading", { name: words.zh_TW.title }).waitFor();
        await page.getByText(stageGuideOf(proposal, "open")?.texts.zh_TW?.goal ?? "").waitFor();
        await page.getByText("結案日期").last().waitFor();

        // As text, because this file is typed for Node, which has no document.
        const fonts = await page.evaluate<{ lang: string; loaded: string[] }>(
            `document.fonts.ready.then((fonts) => ({
                lang: document.documentElement.lang,
                loaded: [...fonts].filter(({ status }) => status === "loaded").map(({ family }) => family)
            }))`
        );
        assert.equal(fonts.lang, "zh-TW");
        assert.ok(
            fonts.loaded.some((family) => family.includes("Noto Sans TC")),
            JSON.stringify(fonts.loaded)
        );
        await screenshot(page, "guidance-zh_TW.png");
        await page.close();
    });

    for (const [language, width] of [
        ["en", 320],
        ["zh_TW", 320],
        ["en", 1280]
    ] as const) {
        it(`is read without sideways scrolling and free of axe's findings: ${language}, ${width} px`, async () => {
            const page = await see(await opportunity(proposal), `&language=${language}`, width);
            await seesGaps(page, titles(language, ["products-present", "contact-roles-present"]));

            const widest = await page.evaluate<number>("document.documentElement.scrollWidth");
            assert.ok(widest <= width, `The page is ${widest} px wide.`);
            assert.deepEqual(await axeFindings(page), []);
            await page.close();
        });
    }

    it("never hands a session to the page", async () => {
        const page = await see(await opportunity(proposal));
        await seesGaps(page, titles("en", ["products-present", "contact-roles-present"]));
        const [sessionStart = ""] = served.org.token.split("!");
        assert.ok(!(await page.content()).includes(`${sessionStart}!`));
        assert.deepEqual(
            asked.filter((url) => url.includes(`${sessionStart}!`)),
            []
        );
        await page.close();
    });

    it("did all this without an error in the browser", () => {
        assert.deepEqual(faults, []);
    });

    async function setReadable(field: string, readable: boolean): Promise<void> {
        const { url, token } = served.org;
        const { username } = await (
            await fetch(`${url}/services/data/v66.0/sobjects/User/${rep}?fields=Username`, { headers: bearer(token) })
        )
            .json()
            .then((user) => ({ username: (user as { Username: string }).Username }));
        const body = JSON.stringify({ username, field, readable });
        const response = await fetch(`${url}/local-org/field-security`, {
            method: "PUT",
            headers: bearer(token),
            body
        });
        assert.equal(response.status, 204);
    }
});

const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });

/** axe in a world of its own, where LWC's synthetic shadow hides nothing from it. */
async function axeFindings(page: Page): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const evaluate = (expression: string) =>
        session.send("Runtime.evaluate", {
            ...{ expression, contextId: executionContextId, awaitPromise: true, returnByValue: true }
        });
    await evaluate(source);
    const { result, exceptionDetails } = await evaluate(
        `axe.run(document).then(({ violations, passes }) => ({
            passes: passes.length,
            findings: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html))
        }))`
    );
    assert.equal(exceptionDetails, undefined);
    const { passes, findings } = result.value as { passes: number; findings: string[] };
    assert.ok(passes > 10, `axe looked at next to nothing: ${passes} rules passed.`);
    return findings;
}

/** Pictures for the documents, on request: they would differ a little on every computer. */
async function screenshot(page: Page, name: string): Promise<void> {
    if (process.env["PW_WRITE_IMAGES"] !== "1") return;
    await page.locator("page-app").screenshot({ path: `docs/images/${name}` });
}
