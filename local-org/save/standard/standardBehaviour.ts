import type { SaveBatch } from "../pendingRecord.ts";
import { contactRoleBehaviour } from "./contactRole.ts";
import { feedCommentBehaviour, feedItemBehaviour } from "./feed.ts";
import { lineItemBehaviour } from "./lineItem.ts";
import { opportunityBehaviour } from "./opportunity.ts";
import { personBehaviour, userBehaviour } from "./person.ts";
import { pricebookEntryBehaviour } from "./pricebookEntry.ts";

/** What the platform itself does to an object's records while they are saved or deleted. */
export interface StandardBehaviour {
    beforeFlows(): void;
    afterFlows(): void;
    afterWrite(): void;
    afterDelete(): void;
}

const nothing = (): void => undefined;

/** An object's own behaviour during one save; objects without any pass through. */
export function standardBehaviourOf(batch: SaveBatch): StandardBehaviour {
    return {
        beforeFlows: nothing,
        afterFlows: nothing,
        afterWrite: nothing,
        afterDelete: nothing,
        ...ownBehaviour(batch)
    };
}

function ownBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    switch (batch.object.name) {
        case "Opportunity":
            return opportunityBehaviour(batch);
        case "OpportunityLineItem":
            return lineItemBehaviour(batch);
        case "OpportunityContactRole":
            return contactRoleBehaviour(batch);
        case "FeedItem":
            return feedItemBehaviour(batch);
        case "FeedComment":
            return feedCommentBehaviour(batch);
        case "PricebookEntry":
            return pricebookEntryBehaviour(batch);
        case "User":
            return userBehaviour(batch);
        case "Contact":
        case "Lead":
            return personBehaviour(batch);
        default:
            return {};
    }
}
