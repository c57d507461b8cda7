import { data, get, send } from "../hostile/hostileCase.ts";
import type { RawRequest } from "../hostile/ask.ts";
import { deployBody, sessionPlace, soapRequest } from "../hostile/soapCases.ts";
import { ids } from "../hostile/smallData.ts";
import { zipOf } from "../hostile/zipOf.ts";
import type { Dice } from "./dice.ts";
import { objects, spelled } from "./objects.ts";
import { anyId, anyJson, anyNumber, anyText, encoded } from "./values.ts";

const metadata = "http://soap.sforce.com/2006/04/metadata";
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const envelope = (body: string): string =>
    `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><SessionHeader xmlns="${metadata}"><sessionId>${sessionPlace}</sessionId></SessionHeader></e:Header><e:Body>${body}</e:Body></e:Envelope>`;

const types = [
    "CustomObject",
    "CustomField",
    "ValidationRule",
    "Flow",
    "PermissionSet",
    "CustomLabels",
    "CustomMetadata",
    "Layout",
    "ApexClass",
    "__proto__"
];

/** Calls of the Metadata API; deploys check only, so that the org stays what the other requests expect. */
export function soapCall(dice: Dice): RawRequest {
    const type = dice.pick(types);
    const call = (name: string, inside: string): RawRequest =>
        soapRequest(envelope(`<${name} xmlns="${metadata}">${inside}</${name}>`));
    return dice.weigh<() => RawRequest>([
        [1, () => call("describeMetadata", "<asOfVersion>66.0</asOfVersion>")],
        [
            2,
            () =>
                call("listMetadata", `<queries><type>${escaped(type)}</type></queries><asOfVersion>66.0</asOfVersion>`)
        ],
        [
            2,
            () =>
                call(
                    "readMetadata",
                    `<type>${type}</type>${dice.many(3, () => `<fullNames>${escaped(anyText(dice))}</fullNames>`).join("")}`
                )
        ],
        [
            1,
            () =>
                call(
                    dice.pick(["checkDeployStatus", "checkRetrieveStatus", "cancelDeploy"]),
                    `<asyncProcessId>${escaped(anyId(dice))}</asyncProcessId>`
                )
        ],
        [
            1,
            () =>
                call(
                    "retrieve",
                    `<retrieveRequest><apiVersion>66.0</apiVersion><unpackaged><types><members>*</members><name>${type}</name></types></unpackaged></retrieveRequest>`
                )
        ],
        [
            1,
            () =>
                call(
                    "upsertMetadata",
                    `<metadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CustomMetadata"><fullName>${escaped(anyText(dice))}</fullName></metadata>`
                )
        ],
        [
            3,
            () =>
                soapRequest(
                    deployBody(anyPackage(dice)).replace(
                        "<singlePackage>",
                        "<checkOnly>true</checkOnly><singlePackage>"
                    )
                )
        ]
    ])();
}

function anyPackage(dice: Dice): Buffer {
    const formula = dice.pick([
        "ISNEW()",
        "Amount > 1",
        "IF(1, 2, 3)",
        "REGEX(Name, '(a+)+$')",
        "((((",
        anyText(dice),
        "VLOOKUP(1)",
        "1/0 = 1",
        "ISBLANK(Account.Owner.Name)"
    ]);
    const field = `<fields><fullName>F__c</fullName><label>${escaped(anyText(dice))}</label><type>${dice.pick(["Text", "Number", "Summary", "Checkbox", "x"])}</type><length>${anyNumber(dice)}</length></fields>`;
    const rule = `<validationRules><fullName>R</fullName><active>true</active><errorConditionFormula>${escaped(formula)}</errorConditionFormula><errorMessage>${escaped(anyText(dice))}</errorMessage></validationRules>`;
    const flow = `<Flow xmlns="${metadata}"><apiVersion>66.0</apiVersion><label>F</label><processType>AutoLaunchedFlow</processType><start><object>Opportunity</object><recordTriggerType>${dice.pick(["Update", "Create", "x"])}</recordTriggerType><triggerType>RecordBeforeSave</triggerType>${dice.pick(["", "<filterFormula>{!$Record.Amount} &gt; 1</filterFormula>", "<connector><targetReference>Nope</targetReference></connector>"])}</start><status>Active</status></Flow>`;
    const members = `<types><members>Opportunity</members><name>CustomObject</name></types><types><members>F</members><name>${dice.pick(["Flow", "Layout", "x"])}</name></types>`;
    return zipOf({
        "package.xml": `<Package xmlns="${metadata}">${members}<version>66.0</version></Package>`,
        "objects/Opportunity.object": `<CustomObject xmlns="${metadata}">${dice.chance(0.5) ? field : ""}${dice.chance(0.7) ? rule : ""}</CustomObject>`,
        "flows/F.flow": dice.chance(0.5) ? flow : anyText(dice)
    });
}

export function graphqlRequest(dice: Dice): RawRequest {
    const object = dice.pick(objects);
    const field = (): string =>
        dice.weigh([
            [6, `${spelled(dice, dice.pick(Object.keys(object.fields)))} { value }`],
            [1, "Owner { Name { value } }"],
            [1, "__typename"],
            [1, "Nope"]
        ]);
    const where = dice.pick([
        "",
        `(first: ${anyNumber(dice)})`,
        `(where: { Name: { ${dice.pick(["eq", "like", "in", "nope"])}: ${JSON.stringify(anyText(dice))} } })`,
        '(orderBy: { Name: { order: ASC } }, after: "x")',
        "(where: { or: [{ Amount: { gt: 1 } }, { Name: { eq: null } }] })"
    ]);
    const query = `query q { uiapi { query { ${spelled(dice, object.name)}${where} { edges { node { Id ${dice.many(3, field).join(" ")} } } totalCount } } } }`;
    return send(
        "POST",
        `${data}/graphql`,
        dice.chance(0.95) ? { query, variables: dice.chance(0.1) ? anyJson(dice) : {} } : anyJson(dice)
    );
}

export function uiRequest(dice: Dice): RawRequest {
    const object = dice.pick(objects);
    const fields = [`${object.name}.${spelled(dice, "Name")}`, ...dice.many(2, () => anyText(dice))]
        .map(encoded)
        .join(",");
    return get(
        dice.pick([
            `${data}/ui-api/records/${encoded(anyId(dice, object.id))}?${dice.pick(["fields", "optionalFields", "x"])}=${fields}`,
            `${data}/ui-api/object-info/${encoded(spelled(dice, object.name))}/picklist-values/012000000000000AAA/${encoded(spelled(dice, "StageName"))}`,
            `${data}/ui-api/object-info/${encoded(spelled(dice, object.name))}`,
            `${data}/ui-api/related-list-records/${encoded(anyId(dice))}/Contacts`
        ])
    );
}

export function chatterRequest(dice: Dice): RawRequest {
    const segment = (): unknown =>
        dice.weigh([
            [4, { type: "Text", text: anyText(dice) }],
            [2, { type: "Mention", id: anyId(dice, "rep") }],
            [1, { type: anyText(dice), text: anyJson(dice) }],
            [1, anyJson(dice)]
        ]);
    const body = { messageSegments: [segment(), ...dice.many(3, segment)] };
    const element = `0D5${String(dice.roll(200)).padStart(12, "0")}AAA`;
    return dice.weigh<() => RawRequest>([
        [
            4,
            () =>
                send("POST", `${data}/chatter/feed-elements`, {
                    body,
                    feedElementType: "FeedItem",
                    subjectId: anyId(dice, "opportunity")
                })
        ],
        [2, () => send("POST", `${data}/chatter/feed-elements/${element}/capabilities/comments/items`, { body })],
        [1, () => get(`${data}/chatter/feed-elements/${element}`)],
        [
            1,
            () => get(`${data}/chatter/feeds/record/${encoded(anyId(dice))}/feed-elements?pageSize=${anyNumber(dice)}`)
        ],
        [1, () => get(`${data}/chatter/users/${dice.pick(["me", encoded(anyId(dice))])}`)]
    ])();
}

/** The local org's own calls, but for what would end the session that the fuzz speaks with. */
export function controlRequest(dice: Dice): RawRequest {
    return dice.weigh<() => RawRequest>([
        [
            2,
            () =>
                send(
                    "POST",
                    "/local-org/sessions",
                    dice.pick([{ username: "rep@example.com" }, { id: ids.rep }, anyJson(dice)])
                )
        ],
        [
            2,
            () =>
                send("PUT", "/local-org/clock", {
                    now: dice.pick<unknown>(["2026-06-30", "2027-01-15T08:00:00Z", anyJson(dice)])
                })
        ],
        [
            1,
            () =>
                send("PUT", "/local-org/field-security", {
                    username: "rep@example.com",
                    field: `Opportunity.${spelled(dice, "Amount")}`,
                    readable: dice.chance(0.5)
                })
        ],
        [2, () => get(`/local-org/${dice.pick(["requests", "changes", "nope", encoded(anyText(dice))])}`)],
        [1, () => ({ method: "DELETE", path: "/local-org/requests" })]
    ])();
}
