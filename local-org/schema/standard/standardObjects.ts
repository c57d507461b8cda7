import type { ObjectSchema } from "../objectSchema.ts";
import { account } from "./account.ts";
import { contact } from "./contact.ts";
import { customNotificationType } from "./customNotificationType.ts";
import { feedComment, feedItem } from "./feed.ts";
import { lead } from "./lead.ts";
import { opportunity } from "./opportunity.ts";
import { opportunityContactRole } from "./opportunityContactRole.ts";
import { opportunityFieldHistory, opportunityHistory } from "./opportunityHistory.ts";
import { opportunityLineItem } from "./opportunityLineItem.ts";
import {
    customPermission,
    organization,
    permissionSet,
    permissionSetAssignment,
    profile,
    setupEntityAccess,
    user,
    userRole
} from "./people.ts";
import { pricebook2, pricebookEntry, product2 } from "./products.ts";
import { businessProcess, opportunityStage, recordType } from "./salesProcess.ts";
import { task } from "./task.ts";

/** What a new org has. One currency and no record types: no CurrencyIsoCode, no RecordTypeId. */
export const standardObjects: readonly ObjectSchema[] = [
    organization,
    profile,
    userRole,
    user,
    permissionSet,
    permissionSetAssignment,
    customPermission,
    setupEntityAccess,
    customNotificationType,
    businessProcess,
    recordType,
    opportunityStage,
    account,
    contact,
    lead,
    product2,
    pricebook2,
    pricebookEntry,
    opportunity,
    opportunityContactRole,
    opportunityLineItem,
    opportunityHistory,
    opportunityFieldHistory,
    task,
    feedItem,
    feedComment
];
