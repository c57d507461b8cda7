import { z } from "zod";
import type { Artifact } from "../../audit/gathered.ts";
import type { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt, explainFailure, OrgRefusal } from "../../audit/gather/refusal.ts";
import type { SetUp } from "../setUp.ts";
import { queryTooling, type SetUpConnection } from "./setUpReader.ts";

const flowSchema = z.object({
    DeveloperName: z.string(),
    ActiveVersionId: z.string().nullable(),
    LatestVersionId: z.string().nullable()
});
const ruleSchema = z.object({
    ValidationName: z.string(),
    Active: z.boolean(),
    ErrorDisplayField: z.string().nullable()
});
const fieldUpdateSchema = z.object({ Name: z.string(), FieldDefinitionId: z.string().nullable() });
const leadSettingsSchema = z.object({
    shouldLeadConvertRequireValidation: z.union([z.boolean(), z.enum(["true", "false"])])
});

/** Our flows, with whether a version of them is active, and whether that is the latest. */
export function gatherFlows(reader: OrgReader): Promise<SetUp["flows"]> {
    return attempt(async () => {
        const soql =
            "SELECT DeveloperName, ActiveVersionId, LatestVersionId FROM FlowDefinition WHERE DeveloperName LIKE 'PW_%'";
        const rows = z.array(flowSchema).parse(await queryTooling(reader, soql));
        return rows.map(({ DeveloperName, ActiveVersionId, LatestVersionId }) => {
            const isActive = ActiveVersionId !== null;
            return { name: DeveloperName, isActive, runsLatest: isActive && ActiveVersionId === LatestVersionId };
        });
    });
}

/** All validation rules on Opportunity; their formulas would take a request each. */
export function gatherValidationRules(reader: OrgReader): Promise<SetUp["validationRules"]> {
    return attempt(async () => {
        const soql =
            "SELECT ValidationName, Active, ErrorDisplayField FROM ValidationRule WHERE EntityDefinitionId = 'Opportunity'";
        const rows = z.array(ruleSchema).parse(await queryTooling(reader, soql));
        return rows.map((row) => ({
            name: row.ValidationName,
            isActive: row.Active,
            displayField: row.ErrorDisplayField
        }));
    });
}

/** The fields of opportunities that workflow rules write; whether the workflow rule is active is not told with them. */
export function gatherFieldUpdates(reader: OrgReader): Promise<SetUp["fieldUpdates"]> {
    return attempt(async () => {
        const soql =
            "SELECT Name, FieldDefinitionId FROM WorkflowFieldUpdate WHERE SourceTableEnumOrId = 'Opportunity'";
        const rows = z.array(fieldUpdateSchema).parse(await queryTooling(reader, soql));
        return rows.map((row) => ({ name: row.Name, field: (row.FieldDefinitionId ?? "").split(".").at(-1) ?? "" }));
    });
}

/** LeadConfigSettings stand in the Metadata API alone. */
export function gatherConversion(connection: SetUpConnection, url: string): Promise<Artifact<boolean>> {
    return attempt(async () => {
        try {
            const read = leadSettingsSchema.parse(await connection.metadata.read("LeadConfigSettings", "LeadConfig"));
            return String(read.shouldLeadConvertRequireValidation) === "true";
        } catch (error) {
            throw error instanceof z.ZodError ? error : withoutPrefix(explainFailure(error, url));
        }
    });
}

/** SOAP names the namespace before the code ("sf:INVALID_TYPE"), and the code again before the sentence. */
function withoutPrefix(error: unknown): unknown {
    if (!(error instanceof OrgRefusal)) {
        return error;
    }
    const code = error.errorCode.replace(/^sf:/, "");
    return new OrgRefusal(code, error.message.replace(`${code}: `, ""));
}
