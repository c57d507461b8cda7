import { deployCustomField } from "./customFields.ts";
import { deployCustomLabel, deployCustomLabels } from "./customLabels.ts";
import { deployCustomMetadata } from "./customMetadataRecords.ts";
import { deployCustomNotificationType } from "./customNotificationTypes.ts";
import { deployCustomObject } from "./customObjects.ts";
import { deployCustomPermission } from "./customPermissions.ts";
import type { DeployComponent } from "./deployContext.ts";
import { deployFlowTest } from "./flowTests.ts";
import { deployFlowDefinition, deployFlowVersion } from "./flowVersions.ts";
import { deployObjectTranslation } from "./objectTranslations.ts";
import { deployPermissionSet } from "./permissionSets.ts";
import { deployBusinessProcess, deployRecordType } from "./recordTypes.ts";
import { deployStandardValueSet } from "./standardValueSets.ts";
import { deployStored } from "./storedComponents.ts";
import { deployValidationRule } from "./validationRules.ts";

const enforcing: Readonly<Record<string, DeployComponent>> = {
    CustomLabels: deployCustomLabels,
    CustomLabel: deployCustomLabel,
    CustomPermission: deployCustomPermission,
    CustomNotificationType: deployCustomNotificationType,
    CustomObject: deployCustomObject,
    CustomField: deployCustomField,
    StandardValueSet: deployStandardValueSet,
    BusinessProcess: deployBusinessProcess,
    RecordType: deployRecordType,
    CustomMetadata: deployCustomMetadata,
    ValidationRule: deployValidationRule,
    Flow: deployFlowVersion,
    FlowDefinition: deployFlowDefinition,
    FlowTest: deployFlowTest,
    PermissionSet: deployPermissionSet,
    CustomObjectTranslation: deployObjectTranslation
};

/** What deploys a component of the type: types that the org does not act on are stored. */
export function deployerOf(typeName: string): DeployComponent {
    return enforcing[typeName] ?? deployStored;
}
