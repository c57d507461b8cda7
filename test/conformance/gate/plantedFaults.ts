/** Faults planted in the deployed gate, one at a time: a table that doesn't see one proves nothing there. */
import { developerName } from "c/pwPolicy";
import type { WrittenLevel } from "./gateTable.ts";
import type { SourceFiles } from "./repositoryPackage.ts";

export interface Fault {
    readonly name: string;
    /** The file in which it stands. */
    readonly path: string;
    readonly instead: RegExp;
    readonly stands: string;
}

export interface PlantedFault extends Fault {
    /** The rule whose rows must see it, and the level at which they do. */
    readonly ruleId: string;
    readonly level: WrittenLevel;
}

const inRule = (ruleId: string, says: string, instead: RegExp, stands: string): PlantedFault => {
    const rule = `PW_${developerName(ruleId)}`;
    const path = `objects/Opportunity/validationRules/${rule}.validationRule-meta.xml`;
    return { name: `${rule} ${says}`, path, instead, stands, ruleId, level: "Block" };
};
const inFlow = (flow: string, says: string, instead: RegExp, stands: string): PlantedFault => ({
    ...{ name: `PW_${flow} ${says}`, path: `flows/PW_${flow}.flow-meta.xml`, instead, stands },
    ...{ ruleId: "products-present", level: "Block" }
});

export const plantedFaults: readonly PlantedFault[] = [
    {
        ...inRule("products-present", "blocks at any level but Off", /= &quot;Block&quot;/, "&lt;&gt; &quot;Off&quot;"),
        level: "Observe"
    },
    inRule("lead-source-set", "blocks new records too", /NOT\(ISNEW\(\)\),\s+ISCHANGED\(StageName\),/, ""),
    inRule("contact-role-named", "blocks any save", /ISCHANGED\(StageName\),/, ""),
    inRule("primary-contact-set", "blocks the way back", /PW_Position__c &gt; PW_From_Position__c,/, ""),
    inRule("decision-role-named", "asks for another stamp", /(PW_Stage_Stamp__c) = (TEXT)/, "$1 &lt;&gt; $2"),
    inRule("discount-logged", "knows no exception", /NOT\(CONTAINS\(PW_Exempt_Rules__c[^)]*\)\)/, "TRUE"),
    inRule("amount-has-products", "lets nobody bypass", /NOT\(\$Permission\.PW_Bypass_Gate\),/, ""),
    inRule(
        "discount-approved",
        "spares no older deal",
        /DATEVALUE\(CreatedDate\) &gt;=/,
        "DATEVALUE(CreatedDate) &lt;="
    ),
    inRule("next-step-filled", "asks won deals too", /PW_Kind__c = &quot;open&quot;,/, ""),
    inRule("close-date-not-past", "begins a stage too late", /(PW_Position__c &gt;)= (\$CustomMetadata)/, "$1 $2"),
    inRule(
        "contact-roles-present",
        "wants one contact fewer",
        /PW_Contact_Roles__c &lt;/,
        "PW_Contact_Roles__c + 1 &lt;"
    ),
    inRule("products-present", "wants no products", /NOT\(HasOpportunityLineItem\)/, "HasOpportunityLineItem"),
    inRule("products-priced", "is switched off", /<active>true/, "<active>false"),
    inRule("loss-reason-given", "asks at winning", /PW_Kind__c = &quot;lost&quot;/, "PW_Kind__c = &quot;won&quot;"),
    inRule("products-priced", "shows its message elsewhere", /(<errorDisplayField>)StageName/, "$1Amount"),
    inRule(
        "lead-source-set",
        "says something else",
        /<errorMessage>The lead source/,
        "<errorMessage>The leading source"
    ),
    inFlow(
        "Stamp_Opportunity",
        "comes from closed stages too",
        /(Kind__c<\/leftValueReference>\s+<operator>)EqualTo/,
        "$1NotEqualTo"
    ),
    {
        ...inFlow(
            "Stamp_Opportunity",
            "counts a contact twice",
            /(addsContact<\/name>[\s\S]*?)OR\(ISBLANK\(\{!lastContactId\}\)/,
            "$1OR(TRUE"
        ),
        ruleId: "contact-roles-present"
    },
    inFlow(
        "Stamp_Opportunity",
        "takes exceptions that are only asked for",
        /<stringValue>Approved/,
        "<stringValue>Requested"
    ),
    {
        ...inFlow(
            "Note_Move",
            "notes no gap of a rule at Warn",
            /(Lead_Source_Set\.Level__c\} = (?:&quot;|"))Warn/,
            "$1Warm"
        ),
        ruleId: "lead-source-set",
        level: "Warn"
    },
    inFlow("Note_Move", "notes no bypass", /AND\(\{!\$Permission\.PW_Bypass_Gate\}/, "AND(FALSE")
];

/** The file with the fault. Throws where the fault doesn't fit: then it would be no fault, and pass unseen. */
export function plant(source: SourceFiles, { name, path, instead, stands }: Fault): SourceFiles {
    const text = source.get(path);
    const faulty = text?.replace(instead, stands);
    if (text === undefined || faulty === undefined || faulty === text) throw new Error(`${name} can't be planted.`);
    return new Map([[path, faulty]]);
}
