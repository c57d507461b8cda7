import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stageRecordFile } from "../../gate/stageRecord.ts";
import { checkChoices } from "../checkChoices.ts";
import { parseChoices, type Choices } from "../choices.ts";
import { noLock } from "../lock.ts";
import { propose } from "../propose.ts";
import { asGuide, guideInRecord, type StageChoice } from "../stageChoice.ts";
import { described, features } from "./orgFeatures.ts";

const parse = (stages: object) => parseChoices(JSON.stringify({ version: 1, stages }), "pipewright.json");
const own: StageChoice = {
    en: { goal: "Win <them> & keep them", exitCriteria: ["They signed.", "They paid."] },
    zh_TW: { goal: "贏得客戶", exitCriteria: [] },
    keyFields: ["Amount"]
};
const recordOf = (guide: StageChoice) =>
    stageRecordFile("*", { name: "Pilot", kind: "open", probability: "1", position: "1", guide: asGuide(guide) });

describe("what a stage says to reps", () => {
    it("is read from a written record as it was chosen", () => {
        assert.deepEqual(guideInRecord(recordOf(own).content), own);
    });

    it("is written as it was chosen, for every record type", () => {
        const { overlay } = proposed({}, parse({ Qualification: own }));
        const records = overlay.filter(({ path }) => /PW_Stage\.\w+_Qualification\./.test(path));

        assert.equal(records.length, 2);
        for (const { content } of records) assert.deepEqual(guideInRecord(content), own);
    });

    const table: readonly [what: string, stages: object, sentence: RegExp][] = [
        ["a stage", { Signature: own }, /stages names the stage "Signature"/],
        [
            "a field",
            { Qualification: { ...own, keyFields: ["Budget__c"] } },
            /stages\.Qualification names the field "Budget__c"/
        ]
    ];
    for (const [what, stages, sentence] of table) {
        it(`is refused for ${what} that isn't there`, () => {
            const fields = new Map([["Amount", described("currency")]]);
            const problems = checkChoices(parse(stages), features({ fields }));
            assert.equal(problems.length, 1);
            assert.match(problems[0] ?? "", sentence);
        });
    }

    it("is refused with a criterion of two lines", () => {
        assert.throws(() => parse({ A: { en: { exitCriteria: ["one\ntwo"] } } }), /must be one line/);
    });
});

describe("what somebody wrote of a stage in the org", () => {
    const standard = guideInRecord(recordOfQualification(parse({})));

    it("is taken over into the choices, once", () => {
        const { files, guidesTaken } = proposed({ Qualification: own }, parse({}));

        assert.deepEqual(guidesTaken, ["Qualification"]);
        const choices = files.find(({ path }) => path === "pipewright.json")?.content ?? "";
        assert.deepEqual(parseChoices(choices, "").stages, { Qualification: own });
    });

    for (const field of ["Account.Name", "Gone__c"]) {
        it(`is left, and told, where it names ${field}`, () => {
            const { guidesTaken, guidesLeft, files } = proposed(
                { Qualification: { ...own, keyFields: [field] } },
                parse({})
            );

            assert.deepEqual([guidesTaken, guidesLeft], [[], ["Qualification"]]);
            const choices = files.find(({ path }) => path === "pipewright.json")?.content ?? "";
            assert.deepEqual(parseChoices(choices, "").stages, {});
        });
    }

    it("gives way to what was chosen", () => {
        const { guidesTaken } = proposed({ Qualification: own }, parse({ Qualification: { ...own, keyFields: [] } }));
        assert.deepEqual(guidesTaken, []);
    });

    it("is nobody's where it is what we say, or what the last run wrote", () => {
        assert.ok(standard);
        assert.deepEqual(proposed({ Qualification: standard }, parse({})).guidesTaken, []);
        const written = new Map([["customMetadata/PW_Stage.All_Qualification.md-meta.xml", recordOf(own).content]]);
        assert.deepEqual(proposed({ Qualification: own }, parse({}), written).guidesTaken, []);
    });
});

function proposed(
    guides: Readonly<Record<string, StageChoice>>,
    choices: Choices,
    files: ReadonlyMap<string, string> = new Map()
) {
    const fields = new Map([["Amount", described("currency")]]);
    const org = features({ guides: new Map(Object.entries(guides)), fields });
    return propose(org, { path: "ours", files, choices, lock: noLock }, { prefer: "org", version: "1.0.0" });
}

function recordOfQualification(choices: Choices): string {
    const { overlay } = proposed({}, choices);
    return overlay.find(({ path }) => path.endsWith("All_Qualification.md-meta.xml"))?.content ?? "";
}
