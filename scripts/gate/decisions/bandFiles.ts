import type { Band } from "c/pwPolicy";
import type { WrittenFile } from "../../written/writtenFolder.ts";
import { customMetadataFile } from "../customMetadata.ts";
import { metadataXml } from "../xml.ts";

/** The records of the bands, and the rule that asks an approver for the permission of the decision's band. */
export function bandFiles(bands: readonly Band[]): WrittenFile[] {
    return [...bands.map(bandRecordFile), permissionRuleFile(bands)];
}

function bandRecordFile({ name, label, fromPercent, permission }: Band): WrittenFile {
    return customMetadataFile("PW_Band", name, label, {
        From_Percent__c: { number: fromPercent },
        Permission__c: permission
    });
}

/**
 * Written rather than packaged, because a formula can't look a permission up by its name: it has to spell each. A
 * decision whose permission it doesn't know can't be approved.
 */
function permissionRuleFile(bands: readonly Band[]): WrittenFile {
    const fullName = "PW_Approver_Holds_Permission";
    return {
        path: `objects/PW_Decision__c/validationRules/${fullName}.validationRule-meta.xml`,
        content: metadataXml("ValidationRule", {
            fullName,
            active: "true",
            description:
                "Written from the bands. Whoever approves or rejects holds the permission of the decision's band, or that of any band where the decision has none.",
            errorConditionFormula: lacksPermission([...new Set(bands.map(({ permission }) => permission))]),
            errorDisplayField: "Status__c",
            errorMessage:
                "You don't hold the permission to decide on a discount of this size. Ask the author to name an approver who does, or your administrator for the permission set."
        })
    };
}

function lacksPermission(permissions: readonly string[]): string {
    const ofBand = permissions.map((name) => `AND(Permission__c = "${name}", $Permission.${name})`);
    const ofAny = permissions.map((name) => `$Permission.${name}`);
    const without = `AND(ISBLANK(Permission__c), OR(${ofAny.join(", ")}))`;
    return [
        "AND(",
        "    NOT(ISNEW()),",
        "    ISCHANGED(Status__c),",
        '    OR(ISPICKVAL(Status__c, "Approved"), ISPICKVAL(Status__c, "Rejected")),',
        "    NOT(OR(",
        [...ofBand, without].map((each) => `        ${each}`).join(",\n"),
        "    ))",
        ")"
    ].join("\n");
}
