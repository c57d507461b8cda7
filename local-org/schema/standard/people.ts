import {
    checkbox,
    createOnly,
    datetime,
    email,
    int,
    phone,
    picklist,
    readOnly,
    reference,
    required,
    text
} from "../fields.ts";
import { notWritable, standardObject } from "../objects.ts";
import { auditFields, createdFields, idField, modifiedFields, systemModstamp } from "../systemFields.ts";
import { address } from "./address.ts";

const languages = ["en_US", "zh_TW", "zh_CN", "ja", "ko", "de", "fr", "es"];

/** Whether a user can have the language. */
export const isLanguage = (text: string): boolean => languages.includes(text);

export const user = standardObject("User", "005", [
    idField("User"),
    required(text("Username", 80, { unique: true })),
    required(text("LastName", 80)),
    text("FirstName", 40),
    readOnly(required(text("Name", 121, { label: "Full Name", nameField: true }))),
    text("CompanyName", 80),
    text("Division", 80),
    text("Department", 80),
    text("Title", 80),
    ...address(""),
    required(email("Email", 128)),
    phone("Phone"),
    phone("MobilePhone"),
    required(text("Alias", 8)),
    required(text("CommunityNickname", 40, { label: "Nickname" })),
    checkbox("IsActive", { label: "Active" }),
    required(picklist("TimeZoneSidKey", ["UTC", "Asia/Taipei", "Asia/Shanghai"], { label: "Time Zone", length: 40 })),
    reference("UserRoleId", "UserRole", { label: "Role ID", children: "Users" }),
    required(picklist("LocaleSidKey", languages, { label: "Locale", length: 40 })),
    required(picklist("EmailEncodingKey", ["UTF-8", "Big5", "GB2312"], { label: "Email Encoding", length: 40 })),
    required(reference("ProfileId", "Profile", { children: "Users" })),
    readOnly(picklist("UserType", ["Standard", "AutomatedProcess"], { length: 40, restrictedPicklist: true })),
    required(picklist("LanguageLocaleKey", languages, { label: "Language", length: 40, restrictedPicklist: true })),
    text("EmployeeNumber", 20),
    reference("ManagerId", "User"),
    readOnly(datetime("LastLoginDate", { label: "Last Login" })),
    ...auditFields
]);

export const userRole = standardObject(
    "UserRole",
    "00E",
    [
        idField("Role"),
        required(text("Name", 80, { nameField: true })),
        reference("ParentRoleId", "UserRole", { relationshipName: null }),
        required(text("DeveloperName", 80)),
        text("RollupDescription", 80, { label: "Description" }),
        ...modifiedFields,
        systemModstamp
    ],
    { label: "Role" }
);

const dataPermissions = [
    checkbox("PermissionsViewAllData", { label: "View All Data" }),
    checkbox("PermissionsModifyAllData", { label: "Modify All Data" })
];

export const profile = standardObject(
    "Profile",
    "00e",
    [
        idField("Profile"),
        required(text("Name", 255, { nameField: true })),
        ...dataPermissions,
        readOnly(picklist("UserType", ["Standard"], { length: 40, restrictedPicklist: true })),
        text("Description", 255),
        ...auditFields
    ],
    notWritable
);

export const permissionSet = standardObject(
    "PermissionSet",
    "0PS",
    [
        idField("Permission Set"),
        required(text("Name", 80, { label: "Permission Set Name", nameField: true })),
        required(text("Label", 80, { label: "Permission Set Label" })),
        text("Description", 255),
        readOnly(text("NamespacePrefix", 15)),
        createOnly(reference("ProfileId", "Profile")),
        readOnly(checkbox("IsOwnedByProfile")),
        readOnly(checkbox("IsCustom")),
        ...dataPermissions,
        ...auditFields
    ],
    { label: "Permission Set", ...notWritable }
);

export const permissionSetAssignment = standardObject(
    "PermissionSetAssignment",
    "0Pa",
    [
        idField("PermissionSetAssignment"),
        createOnly(reference("PermissionSetId", "PermissionSet", { children: "Assignments", cascadeDelete: true })),
        createOnly(
            required(reference("AssigneeId", "User", { children: "PermissionSetAssignments", cascadeDelete: true }))
        ),
        readOnly(checkbox("IsActive")),
        datetime("ExpirationDate"),
        systemModstamp
    ],
    { label: "Permission Set Assignment", updateable: false }
);

export const customPermission = standardObject(
    "CustomPermission",
    "0CP",
    [
        idField("Custom Permission"),
        required(text("DeveloperName", 80, { label: "Name", nameField: true })),
        required(text("MasterLabel", 80)),
        required(text("Language", 40, { defaultValue: "en_US" })),
        readOnly(text("NamespacePrefix", 15)),
        text("Description", 255),
        ...auditFields
    ],
    { label: "Custom Permission", ...notWritable }
);

/** Which permission set holds which custom permission. */
export const setupEntityAccess = standardObject(
    "SetupEntityAccess",
    "0J0",
    [
        idField("Setup Entity Access"),
        required(reference("ParentId", "PermissionSet", { children: "SetupEntityAccessItems", cascadeDelete: true })),
        required(reference("SetupEntityId", "CustomPermission", { relationshipName: null })),
        readOnly(text("SetupEntityType", 40)),
        systemModstamp
    ],
    { label: "Setup Entity Access", labelPlural: "Setup Entity Access", ...notWritable }
);

export const organization = standardObject(
    "Organization",
    "00D",
    [
        idField("Organization"),
        required(text("Name", 80, { nameField: true })),
        readOnly(text("OrganizationType", 40, { label: "Edition" })),
        readOnly(text("InstanceName", 5)),
        readOnly(checkbox("IsSandbox")),
        readOnly(datetime("TrialExpirationDate")),
        readOnly(text("NamespacePrefix", 15)),
        picklist("LanguageLocaleKey", languages, { label: "Language", length: 40 }),
        picklist("DefaultLocaleSidKey", languages, { label: "Locale", length: 40 }),
        picklist("TimeZoneSidKey", ["UTC"], { label: "Time Zone", length: 40 }),
        int("FiscalYearStartMonth"),
        ...createdFields,
        ...modifiedFields,
        systemModstamp
    ],
    notWritable
);
