import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { flowOrg, lookupAll, loop, record, recordStart, records, update, variable } from "./flowParts.ts";
import { assignment, connector, deployFlow, element, orgForFlows, reference, start, text } from "./flowXml.ts";

const processor = (name: string, type: string, collection: string, content: string, next = ""): string =>
    element(
        "collectionProcessors",
        name,
        `<elementSubtype>${type}CollectionProcessor</elementSubtype>${content}<collectionProcessorType>${type}CollectionProcessor</collectionProcessorType><collectionReference>${collection}</collectionReference>${next === "" ? "" : connector(next)}`
    );

const condition = (left: string, operator: string, right: string): string =>
    `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator><rightValue>${right}</rightValue></conditions>`;

const item = "<assignNextValueToReference>currentItem_Few</assignNextValueToReference>";

const sort = (field: string, order: string, blanksFirst = false): string =>
    `<sortOptions><doesPutEmptyStringAndNullFirst>${blanksFirst}</doesPutEmptyStringAndNullFirst><sortField>${field}</sortField><sortOrder>${order}</sortOrder></sortOptions>`;

/** Joins the subjects of a collection of tasks in the record's text, in their order. */
const joining = (collection: string): string =>
    loop("Each", collection, "Join", "Put") +
    assignment("Join", [["all", "Add", text("{!Each.Subject};")]], "Each") +
    update("Put", [["Text__c", reference("all")]], "<inputReference>$Record</inputReference>") +
    variable("all", "String");

const tasks = [
    { Subject: "b", Priority: "High" },
    { Subject: "C", Priority: "Low" },
    { Subject: "a", Priority: "High" },
    { Subject: null, Priority: "Normal" }
];

const cases: Readonly<Record<string, readonly [flow: string, joined: string | null]>> = {
    "filters by conditions and leaves the collection as it is": [
        processor(
            "Few",
            "Filter",
            "Get",
            `${item}<conditionLogic>1 OR 2</conditionLogic>${condition("currentItem_Few.Priority", "EqualTo", text("Low"))}${condition("currentItem_Few.Subject", "EqualTo", text("a"))}`,
            "Each"
        ) +
            joining("Few") +
            record("currentItem_Few", "Task"),
        "C;a;"
    ],
    "filters by a formula, without a variable for the item": [
        processor(
            "Few",
            "Filter",
            "Get",
            `${item}<conditionLogic>formula</conditionLogic><formula>TEXT({!currentItem_Few.Priority}) = "High"</formula>`,
            "Each"
        ) + joining("Few"),
        "b;a;"
    ],
    "gives an empty collection where nothing meets the conditions": [
        processor(
            "Few",
            "Filter",
            "Get",
            `${item}<conditionLogic>and</conditionLogic>${condition("currentItem_Few.Subject", "EqualTo", text("z"))}`,
            "Each"
        ) + joining("Few"),
        null
    ],
    "sorts the collection itself, ignoring the case of letters": [
        processor("Sort", "Sort", "Get", sort("Subject", "Asc"), "Each") + joining("Get"),
        "a;b;C;;"
    ],
    "sorts by several fields, blanks first if so said, and keeps no more than the limit": [
        processor(
            "Sort",
            "Sort",
            "Get",
            `${sort("Priority", "Asc")}${sort("Subject", "Desc")}<limit>3</limit>`,
            "Each"
        ) + joining("Get"),
        "b;a;C;"
    ],
    "puts blanks first if so said": [
        processor("Sort", "Sort", "Get", sort("Subject", "Desc", true), "Each") + joining("Get"),
        ";C;b;a;"
    ],
    "removes the items of one collection from another": [
        processor(
            "Few",
            "Filter",
            "Get",
            `${item}<conditionLogic>and</conditionLogic>${condition("currentItem_Few.Priority", "EqualTo", text("High"))}`,
            "Copy"
        ) +
            assignment(
                "Copy",
                [
                    ["rest", "Assign", reference("Get")],
                    ["rest", "RemoveAll", reference("Few")]
                ],
                "Each"
            ) +
            joining("rest") +
            records("rest", "Task"),
        "C;;"
    ]
};

describe("a collection", () => {
    for (const [what, [flow, joined]] of Object.entries(cases)) {
        it(what, () => {
            const org = flowOrg();
            org.insert("Task", ...tasks);
            const first = ["Few", "Sort"].find((name) => flow.includes(`<name>${name}</name>`)) ?? "";
            org.deployFlows({ F: recordStart("Get", { on: "Create" }) + lookupAll("Get", "Task", "", first) + flow });

            assert.equal(org.read(org.deal("Deal"))["Text__c"], joined);
        });
    }
});

describe("the deploy refuses", () => {
    const none = variable("none", "String", "<isCollection>true</isCollection>");
    const refusals: Readonly<Record<string, readonly [content: string, says: RegExp]>> = {
        "to filter what is no collection": [
            processor("Few", "Filter", "$Record", `${item}<conditionLogic>and</conditionLogic>`),
            /\$Record is not a collection/
        ],
        "to sort by a field that the items don't have": [
            processor("Few", "Sort", "none", sort("Ghost", "Asc")) + none,
            /the items have no field Ghost/
        ],
        "a formula that is not true or false": [
            processor(
                "Few",
                "Filter",
                "none",
                `${item}<conditionLogic>formula</conditionLogic><formula>1 + 1</formula>`
            ) + none,
            /the formula must be true or false/
        ],
        "a formula whose logic says and": [
            processor("Few", "Filter", "none", `${item}<conditionLogic>and</conditionLogic><formula>TRUE</formula>`) +
                none,
            /conditionLogic Formula and a formula belong together/
        ],
        "conditions of a sort": [
            processor("Few", "Sort", "none", condition("none", "IsEmpty", "<booleanValue>true</booleanValue>")) + none,
            /a SortCollectionProcessor has no conditions/
        ]
    };

    for (const [what, [content, says]] of Object.entries(refusals)) {
        it(what, () => assert.match(deployFlow(orgForFlows(), start("Few") + content), says));
    }
});
