import { languages, type Language } from "c/pwPolicy";
import type { WrittenFile } from "../../written/writtenFolder.ts";
import { chatterPost, textTemplate } from "../flow/chatterPost.ts";
import { assignment, decision, formula, variable, type DecisionOutcome } from "../flow/elements.ts";
import { triggeredFlowFile } from "../flow/triggeredFlow.ts";
import { updateTriggeringRecord } from "../flow/updateTriggeringRecord.ts";
import { postWords, type PostWords } from "./postWords.ts";

const occasions = ["logged", "asks", "answers"] as const;
type Occasion = (typeof occasions)[number];

const languageNames: Readonly<Record<Language, string>> = {
    en: "English",
    zh_TW: "Traditional Chinese",
    zh_CN: "Simplified Chinese"
};

const setting = "{!$Setup.PW_Settings__c.Language__c}";
const status = "TEXT({!$Record.Status__c})";

/**
 * The flow that tells the opportunity's feed of a decision: what, why and what comes back for it, to the approver who
 * is asked, and then to the author what became of it. A post that fails is noted on the decision, which stays.
 * `standard`: the language where the settings say none.
 */
export function postDecisionFlowFile(standard: Language): WrittenFile {
    const all = languages.flatMap((language) => occasions.map((occasion) => ({ language, occasion })));
    return triggeredFlowFile({
        when: "afterSave",
        name: "PW_Post_Decision",
        description:
            "Written from the words of posts. Tells the opportunity's feed of a new decision, mentions the approver who is asked, and tells the author what was decided. A post that fails is noted on the decision and holds nothing up.",
        object: "PW_Decision__c",
        entersWhen: `OR(ISNEW(), AND(ISCHANGED({!$Record.Status__c}), OR(${status} = "Awaiting Approval", ${status} = "Approved", ${status} = "Rejected")))`,
        first: "Is_The_Gate_Off",
        triggerOrder: 1500,
        actionCalls: [
            chatterPost(
                { name: "Post_To_The_Feed" },
                { text: "post", to: "$Record.Opportunity__c" },
                "Note_The_Post",
                "Note_The_Problem"
            )
        ],
        assignments: [...all.map(say), noteThePost(), noteTheProblem(), leaveItUnnoted()],
        decisions: [isTheGateOff(), whatToSay(all)],
        formulas: formulas(standard),
        recordUpdates: [
            updateTriggeringRecord(
                { name: "Keep_What_Became_Of_It" },
                { Feed_Item__c: { from: "feedItem" }, Feed_Problem__c: { from: "problem" } },
                "Leave_It_Unnoted"
            )
        ],
        textTemplates: all.map(({ language, occasion }) =>
            textTemplate({ name: `${occasion}_${language}` }, postWords[language][occasion])
        ),
        variables: ["feedItem", "post", "problem"].map((name) => variable({ name }, "String"))
    });
}

function isTheGateOff() {
    return decision(
        { name: "Is_The_Gate_Off" },
        [
            {
                name: "Gate_Is_Off",
                label: "Off",
                when: [["$Setup.PW_Settings__c.Gate_Is_Off__c", "EqualTo", { boolean: true }]],
                next: null
            }
        ],
        { label: "On", next: "What_To_Say" }
    );
}

function whatToSay([first, ...others]: readonly Said[]) {
    return decision({ name: "What_To_Say" }, others.map(outcome), { label: "Else", next: step(first) });
}

interface Said {
    readonly language: Language;
    readonly occasion: Occasion;
}

function step(said: Said | undefined): string | null {
    return said === undefined ? null : `Say_${said.occasion}_${said.language}`;
}

function outcome({ language, occasion }: Said): DecisionOutcome {
    return {
        name: `${occasion}_in_${language}`,
        label: `${occasion} in ${language}`,
        when: [
            ["language", "EqualTo", { text: language }],
            ["occasion", "EqualTo", { text: occasion }]
        ],
        next: step({ language, occasion })
    };
}

function say(said: Said) {
    return assignment(
        { name: step(said) ?? "" },
        [{ to: "post", value: { from: `${said.occasion}_${said.language}` } }],
        "Post_To_The_Feed"
    );
}

function noteThePost() {
    return assignment(
        { name: "Note_The_Post" },
        [{ to: "feedItem", value: { from: "Post_To_The_Feed.feedItemId" } }],
        "Keep_What_Became_Of_It"
    );
}

function noteTheProblem() {
    return assignment(
        { name: "Note_The_Problem" },
        [{ to: "problem", value: { from: "whatWentWrong" } }],
        "Keep_What_Became_Of_It"
    );
}

function leaveItUnnoted() {
    const description = "The decision is worth more than the note on its post.";
    return assignment(
        { name: "Leave_It_Unnoted", description },
        [{ to: "problem", value: { from: "whatWentWrong" } }],
        null
    );
}

function formulas(standard: Language) {
    const isAnother = languages.filter((each) => each !== standard).map((each) => `${setting} = "${each}"`);
    const percent = `IF(ISBLANK({!$Record.Percent__c}), "", " " & TEXT({!$Record.Percent__c}) & " %")`;
    const answers = `OR(${status} = "Approved", ${status} = "Rejected")`;
    return [
        formula(
            { name: "answer" },
            "String",
            inLanguage(
                ({ approved, rejected }) => `IF(${status} = "Approved", ${quoted(approved)}, ${quoted(rejected)})`
            )
        ),
        formula({ name: "inReturn" }, "String", 'IF(ISBLANK({!$Record.In_Return__c}), "-", {!$Record.In_Return__c})'),
        formula(
            { name: "language", description: `${languageNames[standard]}, unless the settings say another.` },
            "String",
            `IF(OR(${isAnother.join(", ")}), ${setting}, "${standard}")`
        ),
        formula(
            { name: "occasion" },
            "String",
            `IF(${answers}, "answers", IF(${status} = "Awaiting Approval", "asks", "logged"))`
        ),
        formula(
            { name: "reason" },
            "String",
            inLanguage(({ reasons }) => nameOf("Reason_Category__c", reasons))
        ),
        formula(
            { name: "repeated" },
            "String",
            `IF({!$Record.Is_Repeat__c}, ${inLanguage(({ repeats }) => quoted(repeats))}, "")`
        ),
        formula({ name: "what" }, "String", `${inLanguage(({ kinds }) => nameOf("Kind__c", kinds))} & ${percent}`),
        formula({ name: "whatWentWrong" }, "String", "LEFT({!$Flow.FaultMessage}, 255)")
    ];
}

function inLanguage(of: (words: PostWords) => string): string {
    const { en, ...others } = postWords;
    return Object.entries(others).reduce(
        (otherwise, [language, words]) => `IF({!language} = "${language}", ${of(words)}, ${otherwise})`,
        of(en)
    );
}

function nameOf(field: string, names: Readonly<Record<string, string>>): string {
    const pairs = Object.entries(names).map(([value, name]) => `${quoted(value)}, ${quoted(name)}`);
    const value = `TEXT({!$Record.${field}})`;
    return `CASE(${value}, ${pairs.join(", ")}, ${value})`;
}

function quoted(text: string): string {
    return `"${text}"`;
}
