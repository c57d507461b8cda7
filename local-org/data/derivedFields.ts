import type { RowsOfOrg } from "./scope.ts";

/**
 * Fills, over all rows, what the platform derives from other fields and where nothing was given: names of
 * people, names of price book entries, task flags, comment counts.
 */
export function fillDerivedFields(org: RowsOfOrg): void {
    [personName("Contact"), personName("Lead"), personName("User"), ...updates].forEach((sql) => org.store.run(sql));
}

const personName = (object: string): string => `
    UPDATE ${object} SET Name = trim(coalesce(FirstName, '') || ' ' || coalesce(LastName, '')) WHERE Name IS NULL`;

const updates: readonly string[] = [
    `UPDATE PricebookEntry SET
        Name = coalesce(PricebookEntry.Name, product.Name),
        ProductCode = coalesce(PricebookEntry.ProductCode, product.ProductCode)
    FROM Product2 AS product WHERE product.Id = PricebookEntry.Product2Id`,
    `UPDATE Task SET
        IsClosed = (Status = 'Completed'),
        IsHighPriority = (Priority = 'High'),
        AccountId = coalesce(
            AccountId,
            (SELECT Id FROM Account WHERE Id = Task.WhatId),
            (SELECT AccountId FROM Opportunity WHERE Id = Task.WhatId),
            (SELECT AccountId FROM Contact WHERE Id = Task.WhoId)
        )`,
    `UPDATE FeedItem SET
        InsertedById = coalesce(InsertedById, CreatedById),
        Type = coalesce(Type, 'TextPost'),
        LikeCount = coalesce(LikeCount, 0),
        CommentCount = (SELECT count(*) FROM FeedComment WHERE FeedItemId = FeedItem.Id)`,
    `UPDATE FeedComment SET
        InsertedById = coalesce(InsertedById, CreatedById),
        ParentId = coalesce(ParentId, (SELECT ParentId FROM FeedItem WHERE Id = FeedComment.FeedItemId))`
];
