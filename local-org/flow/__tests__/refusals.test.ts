import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    assignment,
    condition,
    connector,
    decision,
    deployFlow,
    element,
    flag,
    number,
    orgForFlows,
    reference,
    start,
    text
} from "./flowXml.ts";

const nothing = assignment("Set", [["$Record.Flag__c", "Assign", flag(true)]]);
const set = (target: string, operator: string, value: string): string =>
    start("Set") + assignment("Set", [[target, operator, value]]);
const formula = (dataType: string, expression: string, more = ""): string =>
    start("Set") +
    nothing +
    `<formulas><name>f</name><dataType>${dataType}</dataType><expression>${expression}</expression>${more}</formulas>`;

const refusals: Readonly<Record<string, readonly [content: string, says: RegExp]>> = {
    "an action of another type": [
        start("Mail") +
            element("actionCalls", "Mail", "<actionName>X.Y</actionName><actionType>emailAlert</actionType>"),
        /^Flow F: Flow F: element 'Mail' \(actionCalls emailAlert\) is not supported by this local org$/
    ],
    "a screen": [start("Ask") + element("screens", "Ask", ""), /element 'Ask' \(screens\) is not supported/],
    "a mapping of a collection": [
        start("Map") +
            element(
                "collectionProcessors",
                "Map",
                "<collectionProcessorType>RecommendationMapCollectionProcessor</collectionProcessorType>"
            ),
        /element 'Map' \(collectionProcessors RecommendationMapCollectionProcessor\) is not supported/
    ],
    "a platform event": [
        (start("Set") + nothing).replace("RecordBeforeSave", "PlatformEvent"),
        /triggerType PlatformEvent is not supported/
    ],
    "a flow without a start": [nothing, /it has no start/],
    "an unknown object": [
        (start("Set") + nothing).replace("<object>Opportunity", "<object>Ghost__c"),
        /Ghost__c is not an object/
    ],
    "a connector to nowhere": [start("Gone") + nothing, /start leads to 'Gone', which is not an element/],
    "an unknown assignment operator": [
        set("$Record.Flag__c", "RemoveUncommon", flag(true)),
        /operator RemoveUncommon is not supported/
    ],
    "an unknown comparison": [
        start("Ask") + nothing + decision("Ask", condition("$Record.Name", "WasSet", flag(true)), "Set", ""),
        /operator WasSet is not supported/
    ],
    "an unknown field": [set("$Record.Ghost__c", "Assign", text("x")), /\$Record\.Ghost__c can't be assigned to/],
    "a field of the parent": [
        set("$Record.Account.Name", "Assign", text("x")),
        /\$Record\.Account\.Name can't be assigned to/
    ],
    "a read-only field": [
        set("$Record.CreatedDate", "Assign", reference("$Flow.CurrentDateTime")),
        /Opportunity\.CreatedDate is read-only/
    ],
    "an unknown value": [set("$Record.Text__c", "Assign", reference("ghost")), /ghost is not known in this flow/],
    "a value of another type": [
        set("$Record.Number__c", "Assign", text("x")),
        /Assign does not fit \$Record\.Number__c/
    ],
    "a comparison of different types": [
        start("Ask") + nothing + decision("Ask", condition("$Record.Flag__c", "EqualTo", text("true")), "Set", ""),
        /the two sides are of different types/
    ],
    "an unknown permission": [
        set("$Record.Flag__c", "Assign", reference("$Permission.Ghost")),
        /\$Permission\.Ghost is not known/
    ],
    "an unknown function": [formula("String", "FROBNICATE(1)"), /formula 'f': .*Unknown function FROBNICATE/],
    "a picklist read as text": [formula("String", "{!$Record.StageName}"), /picklist field/],
    "a formula of another type": [formula("Boolean", "1 + 1"), /formula 'f' gives number, not Boolean/],
    "a formula that refers to itself": [formula("String", '{!f} &amp; "x"'), /formula 'f' refers to itself/],
    "a number formula without a scale": [formula("Number", "1 + 1"), /needs its scale/],
    "a field that was not looked up": [
        start("Get") +
            element(
                "recordLookups",
                "Get",
                `${connector("Set")}<object>PW_Stage__mdt</object><queriedFields>Id</queriedFields><storeOutputAutomatically>true</storeOutputAutomatically>`
            ) +
            assignment("Set", [["$Record.Number__c", "Assign", reference("Get.Position__c")]]),
        /Get\.Position__c is not known in this flow/
    ],
    "a filter on an unknown field": [
        start("Get") +
            element(
                "recordLookups",
                "Get",
                `<filters><field>Ghost__c</field><operator>EqualTo</operator><value>${text("x")}</value></filters><object>PW_Stage__mdt</object><storeOutputAutomatically>true</storeOutputAutomatically>`
            ),
        /PW_Stage__mdt has no field Ghost__c/
    ],
    "a loop over no collection": [
        start("Each") +
            nothing +
            element(
                "loops",
                "Each",
                `<collectionReference>$Record</collectionReference>${connector("Set", "nextValueConnector")}`
            ),
        /\$Record is not a collection/
    ],
    "a condition logic that names too many": [
        start("Ask") +
            nothing +
            decision("Ask", condition("$Record.Flag__c", "EqualTo", flag(true)), "Set", "", "1 AND 2"),
        /there are conditions 1 to 1/
    ],
    "a name used twice": [
        start("Set") + nothing + "<variables><name>Set</name><dataType>String</dataType></variables>",
        /the name Set is used twice/
    ],
    "an Apex variable": [
        start("Set") + nothing + "<variables><name>v</name><dataType>Apex</dataType></variables>",
        /data type Apex is not supported/
    ],
    "an error message that is too long": [
        start("No") +
            element(
                "customErrors",
                "No",
                `<customErrorMessages><errorMessage>${"x".repeat(256)}</errorMessage><isFieldError>false</isFieldError></customErrorMessages>`
            ),
        /the message has 256 characters; 255 is the most/
    ],
    "a date merged into a text": [
        start("No") +
            element(
                "customErrors",
                "No",
                "<customErrorMessages><errorMessage>{!$Flow.CurrentDate}</errorMessage><isFieldError>false</isFieldError></customErrorMessages>"
            ),
        /\{!\$Flow\.CurrentDate\} is not a text/
    ],
    "adding a text to a number": [set("$Record.Number__c", "Add", text("1")), /Add does not fit/],
    "counting what is no collection": [set("$Record.Number__c", "AssignCount", number("1")), /AssignCount does not fit/]
};

describe("the deploy of a flow refuses", () => {
    for (const [what, [content, says]] of Object.entries(refusals)) {
        it(what, () => {
            const held = orgForFlows();

            assert.match(deployFlow(held, content), says);
            assert.deepEqual(held.org.deployed.recordTriggeredFlows("Opportunity", "beforeSave"), []);
        });
    }
});
