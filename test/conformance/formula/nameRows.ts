/** What names mean: fields of the record, of its parents, and the global variables. */

/** A formula on an opportunity of the org in `namedOrg.ts`, and its result for each of its two users. */
export interface NameRow {
    /** The page of Salesforce Help, by its name, and what it says. */
    readonly source: string;
    readonly formula: string;
    readonly rep: string | boolean | null;
    /** As for the rep where not given. */
    readonly administrator?: string | boolean | null;
}

const crossObject = "What Is a Cross-Object Formula?";
const globals = "Understand Global Variables";
const metadata = "Custom Metadata Types in Validation Rules";
const setup = "Understand Global Variables, $Setup";

export const nameRows: readonly NameRow[] = [
    { source: "Build a Formula Field: a field of the record", formula: "Name", rep: "竹北 renewal" },
    { source: "Build a Formula Field: names in any case of letters", formula: "nAmE", rep: "竹北 renewal" },
    { source: "Build a Formula Field: percent fields are fractions", formula: "Probability", rep: "0.1" },
    { source: "Build a Formula Field: a checkbox", formula: "IsClosed", rep: false },
    { source: "Build a Formula Field: a date", formula: "CloseDate - DATE(2026, 9, 1)", rep: "29" },

    { source: crossObject, formula: "Account.Name", rep: "Acme" },
    { source: `${crossObject} Several steps up`, formula: "Account.Parent.Name", rep: "Acme Group" },
    {
        source: `${crossObject} A parent that is not there is blank`,
        formula: "ISBLANK(Account.Parent.Parent.Name)",
        rep: true
    },
    { source: `${crossObject} The owner`, formula: "Account.Owner.Username", rep: "rep@example.com" },
    { source: `${crossObject} The owner's profile`, formula: "Account.Owner.Profile.Name", rep: "Standard User" },
    { source: `${crossObject} The creator's manager`, formula: "ISBLANK(CreatedBy.Manager.Name)", rep: true },

    {
        source: `${globals}, $User`,
        formula: "$User.Username",
        rep: "rep@example.com",
        administrator: "admin@pipewright.local"
    },
    {
        source: `${globals}, $User: compared with the owner`,
        formula: "$User.Id = OwnerId",
        rep: true,
        administrator: false
    },
    {
        source: `${globals}, $Profile`,
        formula: "$Profile.Name",
        rep: "Standard User",
        administrator: "System Administrator"
    },
    {
        source: `${globals}, $Profile in a rule`,
        formula: '$Profile.Name <> "System Administrator"',
        rep: true,
        administrator: false
    },
    { source: `${globals}, $Organization`, formula: "$Organization.Name", rep: "Pipewright Local Org" },
    {
        source: `${globals}, $Permission: true for a holder`,
        formula: "$Permission.Pass_The_Gate",
        rep: true,
        administrator: false
    },
    {
        source: `${globals}, $Permission: reversed`,
        formula: "NOT($Permission.Pass_The_Gate)",
        rep: false,
        administrator: true
    },
    { source: `${globals}, $RecordType`, formula: "$RecordType.DeveloperName", rep: "Renewal" },
    { source: `${globals}, $RecordType by name`, formula: '$RecordType.Name = "Renewal deals"', rep: true },
    { source: `${globals}, $Label`, formula: "$Label.Greeting", rep: "你好" },
    {
        source: `${globals}, $Label beside text`,
        formula: '$Label.Greeting & ", " & $User.LastName',
        rep: "你好, Lin",
        administrator: "你好, Admin"
    },

    { source: `${metadata}: text`, formula: '$CustomMetadata.Rule__mdt.First.Level__c = "Block"', rep: true },
    { source: `${metadata}: number`, formula: "$CustomMetadata.Rule__mdt.First.From__c + 1", rep: "3.5" },
    { source: `${metadata}: another record`, formula: "$CustomMetadata.Rule__mdt.Second.Level__c", rep: "Warn" },
    { source: `${metadata}: a blank value`, formula: "ISBLANK($CustomMetadata.Rule__mdt.Second.From__c)", rep: true },

    {
        source: `${setup}: the user's own value`,
        formula: "$Setup.Setting__c.Note__c",
        rep: "of the rep",
        administrator: "of the org"
    },
    {
        source: `${setup}: else the org's default`,
        formula: "$Setup.Setting__c.Off__c",
        rep: false,
        administrator: true
    },
    { source: `${setup}: in a rule`, formula: "NOT($Setup.Setting__c.Off__c)", rep: true, administrator: false }
];

/** Names that the org has not: the deploy of a rule that reads one fails. */
export const unknownNames: readonly string[] = [
    "Foo__c",
    "constructor",
    "Account.Foo__c",
    "Acount.Name",
    "$User.Foo__c",
    "$Profile.Foo",
    "$Permission.Nobody_Has_It",
    "$Label.Farewell",
    "$CustomMetadata.Rule__mdt.Third.Level__c",
    "$CustomMetadata.Rule__mdt.First.Foo__c",
    "$CustomMetadata.Other__mdt.First.Level__c",
    "$Setup.Setting__c.Foo__c",
    "$Setup.Other__c.Off__c",
    "$Nothing.At.All"
];
