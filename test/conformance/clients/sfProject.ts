import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sizeFlow } from "../../../local-org/tooling/__tests__/testedFlow.ts";
import { assertion, flowTestFile, parameter } from "../../../local-org/tooling/__tests__/testedFlow.ts";
import { file, manifest } from "../../../local-org/metadata/__tests__/deployed.ts";

const deal = { Name: "Crane", StageName: "Prospecting", CloseDate: "2026-12-31" };

/** A project as a developer of an org has one: a field, a rule, a flow with its test, a permission set. */
const files: Readonly<Record<string, string>> = {
    "sfdx-project.json": JSON.stringify({
        packageDirectories: [{ path: "force-app", default: true }],
        sfdcLoginUrl: "https://login.salesforce.com",
        sourceApiVersion: "66.0"
    }),
    "force-app/objects/Opportunity/fields/Reason__c.field-meta.xml": file(
        "CustomField",
        "<fullName>Reason__c</fullName><label>Reason</label><type>Text</type><length>80</length>"
    ),
    "force-app/objects/Opportunity/validationRules/Has_Reason.validationRule-meta.xml": file(
        "ValidationRule",
        '<fullName>Has_Reason</fullName><active>true</active><errorConditionFormula>AND(ISPICKVAL(StageName, "Closed Lost"), ISBLANK(Reason__c))</errorConditionFormula><errorDisplayField>Reason__c</errorDisplayField><errorMessage>Say why it was lost.</errorMessage>'
    ),
    "force-app/flows/Size.flow-meta.xml": sizeFlow(),
    "force-app/flowtests/Size_Large.flowtest-meta.xml": flowTestFile(
        parameter("Initial", { ...deal, Amount: 1500 }),
        assertion("$Record.NextStep", "EqualTo", "<stringValue>Large</stringValue>")
    ),
    "force-app/permissionsets/Reasons.permissionset-meta.xml": file(
        "PermissionSet",
        "<fieldPermissions><editable>true</editable><field>Opportunity.Reason__c</field><readable>true</readable></fieldPermissions><label>Reasons</label>"
    ),
    "leads.csv": 'LastName,Company\nLin,竹北\nMüller,"Söhne, GmbH"\n',
    "removal/package.xml": manifest({}),
    "removal/destructive.xml": manifest({
        ValidationRule: ["Opportunity.Has_Reason"],
        PermissionSet: ["Reasons"],
        CustomField: ["Opportunity.Reason__c"]
    })
};

/** A folder that is a project, outside of ours: what `sf` retrieves lands there. */
export interface SfProject {
    readonly folder: string;
    read(path: string): Promise<string>;
    /** Every file's path below the folder. */
    paths(): Promise<string[]>;
    removeSource(): Promise<void>;
    close(): Promise<void>;
}

export async function writeSfProject(): Promise<SfProject> {
    const folder = await mkdtemp(join(tmpdir(), "pipewright-sf-"));
    for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
    }
    return {
        folder,
        read: (path) => readFile(join(folder, path), "utf8"),
        paths: async () => (await readdir(folder, { recursive: true })).map((path) => path.replaceAll("\\", "/")),
        removeSource: async () => {
            await rm(join(folder, "force-app"), { recursive: true });
            await mkdir(join(folder, "force-app"));
        },
        close: () => rm(folder, { recursive: true, force: true })
    };
}
