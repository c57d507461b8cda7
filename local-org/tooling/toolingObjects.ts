import { checkbox, datetime, int, readOnly, reference, required, text } from "../schema/fields.ts";
import { notWritable, standardObject } from "../schema/objects.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { idField } from "../schema/systemFields.ts";

/**
 * What `sf` reads of a test run, and what of the set-up can be asked for. Tooling API Reference; the rows live only as
 * long as the server.
 */
export const toolingObjects: readonly ObjectSchema[] = [
    standardObject(
        "FlowDefinition",
        "300",
        [
            idField("Flow Definition"),
            required(text("DeveloperName", 80, { nameField: true })),
            text("NamespacePrefix", 15),
            reference("ActiveVersionId", "Flow"),
            reference("LatestVersionId", "Flow")
        ],
        notWritable
    ),
    standardObject(
        "Flow",
        "301",
        [
            idField("Flow"),
            reference("DefinitionId", "FlowDefinition"),
            int("VersionNumber"),
            required(text("Status", 40))
        ],
        notWritable
    ),
    standardObject(
        "ValidationRule",
        "03d",
        [
            idField("Validation Rule"),
            required(text("ValidationName", 80, { nameField: true })),
            required(text("EntityDefinitionId", 80)),
            checkbox("Active"),
            text("ErrorDisplayField", 80),
            text("ErrorMessage", 255),
            text("NamespacePrefix", 15)
        ],
        notWritable
    ),
    standardObject(
        "WorkflowFieldUpdate",
        "04Y",
        [
            idField("Workflow Field Update"),
            required(text("Name", 255, { nameField: true })),
            text("SourceTableEnumOrId", 80),
            text("FieldDefinitionId", 120),
            text("NamespacePrefix", 15)
        ],
        notWritable
    ),
    standardObject(
        "FlowTest",
        "3KT",
        [
            idField("Flow Test"),
            required(text("DeveloperName", 80, { nameField: true })),
            text("MasterLabel", 255),
            text("NamespacePrefix", 15),
            reference("FlowDefinitionId", "FlowDefinition")
        ],
        notWritable
    ),
    standardObject(
        "ApexTestRunResult",
        "05m",
        [
            idField("Apex Test Run Result"),
            required(text("AsyncApexJobId", 18)),
            required(text("Status", 40)),
            text("UserId", 18),
            int("ClassesEnqueued"),
            int("ClassesCompleted"),
            int("MethodsEnqueued"),
            int("MethodsCompleted"),
            int("MethodsFailed"),
            datetime("StartTime"),
            datetime("EndTime"),
            int("TestTime"),
            int("TestSetupTime"),
            checkbox("IsAllTests")
        ],
        notWritable
    ),
    standardObject(
        "ApexTestQueueItem",
        "709",
        [
            idField("Apex Test Queue Item"),
            required(text("ParentJobId", 18)),
            required(text("Status", 40)),
            text("ApexClassId", 18),
            reference("TestRunResultId", "ApexTestRunResult")
        ],
        notWritable
    ),
    standardObject(
        "FlowTestResult",
        "3KR",
        [
            idField("Flow Test Result"),
            required(reference("ApexTestQueueItemId", "ApexTestQueueItem")),
            required(reference("FlowTestId", "FlowTest")),
            required(reference("FlowDefinitionId", "FlowDefinition")),
            required(text("Result", 40)),
            readOnly(datetime("TestStartDateTime")),
            readOnly(datetime("TestEndDateTime"))
        ],
        notWritable
    )
];
