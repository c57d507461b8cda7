/** An org in which every rule stands at Block from the first stage on: whatever may be refused is. */
import { lackingDeals } from "./lackingDeals.ts";
import { openGateOrg, wanted, type Answer, type Fields, type GateOrg, type Person } from "./gateOrg.ts";
import { readSourceFiles, type SourceFiles } from "./repositoryPackage.ts";
import { ruleRecords, type RuleSetting } from "./ruleRecords.ts";

export interface StrictWorld {
    readonly org: GateOrg;
    readonly accountId: string;
    readonly contacts: readonly string[];
    readonly people: Readonly<
        Record<"rep" | "manager" | "loader" | "repLoader" | "repManager" | "mender" | "approver", Person>
    >;
    /** An opportunity that breaks every rule there is, for it has nothing but a name, a stage and a past date. */
    bare(stage: string, fields?: Fields): Promise<string>;
    /** `saved`, or what refused the change. */
    change(id: string, fields: Fields, token?: string): Promise<string>;
    read(id: string, ...fields: readonly string[]): Promise<Record<string, unknown>>;
    addLine(opportunityId: string, fields?: Fields): Promise<string>;
    addRole(opportunityId: string, fields?: Fields): Promise<string>;
    remove(object: string, id: string): Promise<void>;
    /** A control of the local org. */
    control(path: string, body: object): Promise<void>;
}

/** Every rule at that level from the first stage on, with what it needs to be broken by a bare deal. */
export function everyRuleAt(level: string): Record<string, RuleSetting> {
    return Object.fromEntries(
        lackingDeals.map(({ ruleId }) => [ruleId, { level, fromPosition: 1, minimum: 1, tolerance: 0.5 }])
    );
}

export async function openStrictWorld(source: SourceFiles = readSourceFiles()): Promise<StrictWorld> {
    const org = await openGateOrg(source);
    await org.deploy(ruleRecords(everyRuleAt("Block")));
    const people = {
        rep: await org.signIn("rep", "Standard User", ["PW_Rep"]),
        manager: await org.signIn("manager", "System Administrator", ["PW_Admin"]),
        loader: await org.signIn("loader", "System Administrator", ["PW_Integration"]),
        repLoader: await org.signIn("reploads", "Standard User", ["PW_Integration"]),
        repManager: await org.signIn("repruns", "Standard User", ["PW_Admin"]),
        mender: await org.signIn("mender", "System Administrator", ["PW_Reconcile"]),
        approver: await org.signIn("approver", "System Administrator", ["PW_Approver"])
    };
    const [accountId = ""] = await org.create("Account", [{ Name: "Strict", OwnerId: people.rep.id }]);
    const contacts = await org.create(
        "Contact",
        ["Lin", "Chen", "LIN"].map((LastName) => ({ LastName, AccountId: accountId }))
    );
    const priceId = await makePrice(org);
    const create = async (object: string, fields: Fields) => (await org.create(object, [fields]))[0] ?? "";
    return {
        org,
        accountId,
        contacts,
        people,
        bare: (StageName, fields = {}) =>
            create("Opportunity", {
                ...{ Name: "Bare", StageName, CloseDate: "2026-06-01", AccountId: accountId, OwnerId: people.rep.id },
                ...fields
            }),
        change: async (id, fields, token) =>
            outcomeOf(await org.send("PATCH", `/sobjects/${objectOf(id)}/${id}`, fields, token)),
        read: async (id, ...fields) => {
            const [row = {}] = await org.query(`SELECT ${fields.join()} FROM ${objectOf(id)} WHERE Id = '${id}'`);
            return Object.fromEntries(Object.entries(row).filter(([name]) => name !== "attributes"));
        },
        addLine: (OpportunityId, fields = {}) =>
            create("OpportunityLineItem", {
                ...{ OpportunityId, PricebookEntryId: priceId, Quantity: 1, UnitPrice: 100 },
                ...fields
            }),
        addRole: (OpportunityId, fields = {}) =>
            create("OpportunityContactRole", {
                OpportunityId,
                ContactId: contacts[0] ?? "",
                Role: "Evaluator",
                ...fields
            }),
        remove: async (object, id) => void wanted(await org.send("DELETE", `/sobjects/${object}/${id}`)),
        control: async (path, body) => void wanted(await org.send("POST", `/local-org/${path}`, body))
    };
}

/** `saved`, or every message with the fields it stands on. */
export function outcomeOf({ status, body }: Answer): string {
    if (status < 300) return "saved";
    const errors = body as readonly { readonly message: string; readonly fields?: readonly string[] }[];
    return errors.map(({ message, fields = [] }) => `${fields.join()}: ${message}`).join(" and ");
}

async function makePrice(org: GateOrg): Promise<string> {
    const [book] = await org.query("SELECT Id FROM Pricebook2 WHERE IsStandard = true");
    const [Product2Id = ""] = await org.create("Product2", [{ Name: "Crane", Family: "Hardware", IsActive: true }]);
    const Pricebook2Id = String(book?.["Id"]);
    const [id = ""] = await org.create("PricebookEntry", [
        { Pricebook2Id, Product2Id, UnitPrice: 100, IsActive: true }
    ]);
    return id;
}

const prefixes: Readonly<Record<string, string>> = {
    "001": "Account",
    "003": "Contact",
    "006": "Opportunity",
    "00k": "OpportunityLineItem",
    "00K": "OpportunityContactRole"
};

function objectOf(id: string): string {
    const object = prefixes[id.slice(0, 3)];
    if (object === undefined) throw new Error(`${id} is an Id of an object that is not named here.`);
    return object;
}
