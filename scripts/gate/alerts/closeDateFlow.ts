import { languages, type Language } from "c/pwPolicy";
import type { WrittenFile } from "../../written/writtenFolder.ts";
import { assignment, decision, formula, variable } from "../flow/elements.ts";
import { getFirstRecord } from "../flow/getFirstRecord.ts";
import { dailyFlowFile } from "../flow/scheduledFlow.ts";
import { sendNotification } from "../flow/sendNotification.ts";
import { updateTriggeringRecord } from "../flow/updateTriggeringRecord.ts";
import { alertWords, type AlertWords } from "./alertWords.ts";
import { toldFields } from "./copiedAlertsFlow.ts";

const setting = "{!$Setup.PW_Settings__c.Language__c}";
const faults = "Leave_It_For_Tomorrow";

/**
 * The daily flow that tells owners of open opportunities of a close date that is near, and owners and their managers
 * of one that has passed: once for each date, which the opportunity keeps. An alert that could not be sent is not
 * kept, and one that could not be kept is sent again the next day.
 * `standard`: the language where the settings say none.
 */
export function closeDateFlowFile(standard: Language): WrittenFile {
    return dailyFlowFile({
        name: "PW_Alert_Close_Dates",
        description:
            "Written from the words of alerts. Every morning tells the owners of open opportunities of a close date within seven days, and owners and their managers of one that has passed, once for each date. Runs as the Default Workflow User.",
        object: "Opportunity",
        where: [
            ["IsClosed", "EqualTo", { boolean: false }],
            ["PW_Alert_Is_Due__c", "EqualTo", { boolean: true }]
        ],
        time: "06:00",
        first: "Are_Alerts_Off",
        actionCalls: [tell()],
        assignments: [...addRecipients(), leaveIt()],
        decisions: [areAlertsOff(), whoHears(), isTheTypeThere(), wasItOverdue()],
        formulas: formulas(standard),
        recordLookups: [getTheType()],
        recordUpdates: [note("Note_The_Due_Alert", toldFields.due), note("Note_The_Overdue_Alert", toldFields.overdue)],
        variables: [
            variable({ name: "problem", description: "Why nobody was told, or why that was not kept." }, "String"),
            variable({ name: "recipients" }, "String", { isCollection: true })
        ]
    });
}

function areAlertsOff() {
    return decision(
        { name: "Are_Alerts_Off", description: "A switch of their own: the gate's stops what can refuse a save." },
        [
            {
                name: "Alerts_Are_Off",
                label: "Off",
                when: [["$Setup.PW_Settings__c.Alerts_Are_Off__c", "EqualTo", { boolean: true }]],
                next: null
            }
        ],
        { label: "On", next: "Who_Hears" }
    );
}

const hearers = {
    Owner_And_Manager: ["ownerHears", "managerHears"],
    Owner_Alone: ["ownerHears"],
    Manager_Alone: ["managerHears"]
} as const;

const idOf = { ownerHears: "$Record.OwnerId", managerHears: "$Record.Owner.ManagerId" } as const;

function whoHears() {
    const description =
        "Whoever left hears nothing; where nobody is left, the alert waits until the opportunity has another owner.";
    return decision(
        { name: "Who_Hears", description },
        Object.entries(hearers).map(([name, who]) => ({
            name,
            label: name.replaceAll("_", " "),
            when: who.map((each) => [each, "EqualTo", { boolean: true }] as const),
            next: `Add_${name}`
        })),
        { label: "Nobody", next: null }
    );
}

function addRecipients() {
    return Object.entries(hearers).map(([name, who]) =>
        assignment(
            { name: `Add_${name}` },
            who.map((each) => ({ to: "recipients", operator: "Add", value: { from: idOf[each] } }) as const),
            "Get_The_Type"
        )
    );
}

function getTheType() {
    return getFirstRecord(
        { name: "Get_The_Type" },
        {
            object: "CustomNotificationType",
            where: [["DeveloperName", "EqualTo", { text: "PW_Close_Date" }]],
            fields: ["DeveloperName"],
            sortedBy: "DeveloperName",
            highestFirst: false
        },
        "Is_The_Type_There",
        faults
    );
}

function isTheTypeThere() {
    return decision(
        { name: "Is_The_Type_There" },
        [
            {
                name: "Type_Is_There",
                label: "There",
                when: [["Get_The_Type", "IsNull", { boolean: false }]],
                next: "Tell"
            }
        ],
        { label: "Deleted", next: null }
    );
}

function tell() {
    return sendNotification(
        { name: "Tell" },
        {
            customNotifTypeId: { from: "Get_The_Type.Id" },
            recipientIds: { from: "recipients" },
            title: { from: "title" },
            body: { from: "body" },
            targetId: { from: "$Record.Id" }
        },
        "Was_It_Overdue",
        faults
    );
}

function wasItOverdue() {
    return decision(
        { name: "Was_It_Overdue" },
        [
            {
                name: "It_Was_Overdue",
                label: "Overdue",
                when: [["isOverdue", "EqualTo", { boolean: true }]],
                next: "Note_The_Overdue_Alert"
            }
        ],
        { label: "Due", next: "Note_The_Due_Alert" }
    );
}

function note(name: string, field: string) {
    return updateTriggeringRecord({ name }, { [field]: { from: "$Record.CloseDate" } }, faults);
}

function leaveIt() {
    const description =
        "The alert could not be sent, or the org refuses to save the opportunity: tomorrow it is tried again, and the other opportunities go on.";
    return assignment({ name: faults, description }, [{ to: "problem", value: { from: "$Flow.FaultMessage" } }], null);
}

function formulas(standard: Language) {
    const isAnother = languages.filter((each) => each !== standard).map((each) => `${setting} = "${each}"`);
    const said = (part: "title" | "body"): string =>
        `IF({!isOverdue},\n${spoken("overdue", part)},\n${spoken("due", part)})`;
    return [
        formula({ name: "body" }, "String", said("body")),
        formula({ name: "day" }, "String", "TEXT({!$Record.CloseDate})"),
        formula({ name: "isOverdue" }, "Boolean", "{!$Record.CloseDate} < TODAY()"),
        formula(
            { name: "language", description: "The settings' language, else that of the overlay." },
            "String",
            `IF(OR(${isAnother.join(", ")}), ${setting}, "${standard}")`
        ),
        formula(
            { name: "managerHears", description: "Of an opportunity that is overdue alone." },
            "Boolean",
            "AND({!isOverdue}, NOT(ISBLANK({!$Record.Owner.ManagerId})), {!$Record.Owner.Manager.IsActive})"
        ),
        formula({ name: "ownerHears" }, "Boolean", "{!$Record.Owner.IsActive}"),
        formula({ name: "title" }, "String", said("title"))
    ];
}

/** The words in the language of the settings. */
function spoken(alert: keyof AlertWords, part: "title" | "body"): string {
    const { en, ...others } = alertWords;
    return Object.entries(others).reduce(
        (otherwise, [language, words]) =>
            `IF({!language} = "${language}", ${joined(words[alert][part])}, ${otherwise})`,
        joined(en[alert][part])
    );
}

const merged: Readonly<Record<string, string>> = {
    name: "{!$Record.Name}",
    day: "{!day}",
    owner: 'TRIM({!$Record.Owner.FirstName} & " " & {!$Record.Owner.LastName})'
};

/** "Is {day} …" as an expression. Throws where the words name something else. */
function joined(words: string): string {
    const parts = words.split(/[{}]/).map((part, index) => {
        if (index % 2 === 0) return part === "" ? [] : [`"${part}"`];
        const expression = merged[part];
        if (expression === undefined) throw new Error(`Nothing is named ${part} in an alert.`);
        return [expression];
    });
    return parts.flat().join(" & ");
}
