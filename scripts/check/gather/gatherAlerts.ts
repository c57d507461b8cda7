import type { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt, OrgRefusal } from "../../audit/gather/refusal.ts";
import type { SetUp } from "../setUp.ts";

/** What alerts on close dates need, and whether somebody switched them off. */
export function gatherAlerts(reader: OrgReader): Promise<SetUp["alerts"]> {
    return attempt(async () => {
        const soql = "SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'PW_Close_Date'";
        const types = await reader.query(soql);
        return { typeIsThere: types.length > 0, areOff: await areOff(reader) };
    });
}

/** Not where the setting is not deployed, which another check tells. */
async function areOff(reader: OrgReader): Promise<boolean> {
    try {
        return (await reader.query("SELECT Id FROM PW_Settings__c WHERE Alerts_Are_Off__c = true")).length > 0;
    } catch (error) {
        if (error instanceof OrgRefusal && ["INVALID_TYPE", "INVALID_FIELD"].includes(error.errorCode)) {
            return false;
        }
        throw error;
    }
}
