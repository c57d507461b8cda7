import type { TextTable } from "../data/table.ts";
import { dateText, instant } from "./calendar.ts";
import { idCounter } from "./ids.ts";
import type { Story } from "./story.ts";
import { textTable } from "./textTable.ts";

/** What people wrote about the deals, and what they did or mean to do. */
export function talkTables(stories: readonly Story[]): TextTable[] {
    return [postTable(stories), taskTable(stories)];
}

function postTable(stories: readonly Story[]): TextTable {
    const nextId = idCounter("0D5");
    const columns = [
        "Id",
        "ParentId",
        "Type",
        "Body",
        "CommentCount",
        "LikeCount",
        "InsertedById",
        "CreatedDate",
        "CreatedById"
    ] as const;
    const rows = stories.flatMap(({ deal, posts }) =>
        posts.map((post) => ({
            Id: nextId(),
            ParentId: deal.id,
            Type: "TextPost",
            Body: post.body,
            CommentCount: "0",
            LikeCount: "0",
            InsertedById: post.author.id,
            CreatedDate: instant(post),
            CreatedById: post.author.id
        }))
    );
    return textTable("FeedItem", columns, rows);
}

const taskColumns = [
    "Id",
    "WhatId",
    "WhoId",
    "Subject",
    "ActivityDate",
    "Status",
    "Priority",
    "OwnerId",
    "IsClosed",
    "CreatedDate",
    "CreatedById"
] as const;

function taskTable(stories: readonly Story[]): TextTable {
    const nextId = idCounter("00T");
    const rows = stories.flatMap(({ deal, tasks }) =>
        tasks.map((task) => ({
            Id: nextId(),
            WhatId: deal.id,
            WhoId: task.who?.id ?? "",
            Subject: task.subject,
            ActivityDate: dateText(task.dueOn),
            Status: task.isDone ? "Completed" : "Not Started",
            Priority: "Normal",
            OwnerId: deal.owner.id,
            IsClosed: String(task.isDone),
            CreatedDate: instant({ day: task.createdOn, minutes: task.minutes }),
            CreatedById: deal.creator.id
        }))
    );
    return textTable("Task", taskColumns, rows);
}
