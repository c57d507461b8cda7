/**
 * Calls under /local-org that help tests and the record page of `npm start` along: they are no part of
 * Salesforce, and what runs against an org may not use them. All need a token, and act as its user.
 *
 *   POST   /local-org/sessions                {username} or {id}                     → {token, userId}
 *   DELETE /local-org/sessions                {token?}                               expires that session, or the caller's own
 *   PUT    /local-org/clock                   {now}                                  a date or an instant
 *   PUT    /local-org/field-security          {username, field, readable, editable?} field is "Object.Field"
 *   GET    /local-org/requests                                                       → [{method, path, status, username}]
 *   DELETE /local-org/requests                                                       forgets them
 *   GET    /local-org/transactions                                                   → what each cost: queries, rows, flows …
 *   DELETE /local-org/transactions                                                   forgets them
 *   GET    /local-org/changes                                                        → {changes, now}: rows written so far
 *   POST   /local-org/languages               {languages}                            → {languages}: those active besides English
 *   POST   /local-org/workflow-update         {object, records}                      as field updates do: no rules, no flows
 *   POST   /local-org/merge                   {object, masterId, mergedIds}          as in the user interface
 *   POST   /local-org/undelete                {ids}                                  takes records out of the recycle bin
 *   POST   /local-org/scheduled-flows/:name/run                                      → {interviews, batches, problems}
 *   GET    /local-org/notifications                                                  → custom notifications sent by flows
 *   DELETE /local-org/notifications                                                  forgets them
 *   PUT    /local-org/lead-conversion         {requiresValidation?, runsFlows?}      how convertLead saves
 *   POST   /local-org/snapshots                                                      → {id}
 *   POST   /local-org/snapshots/:id/restore                                          rows, schema and metadata as they were
 */
import type { Route } from "../call.ts";
import { languageControls } from "./languages.ts";
import { flowControls } from "./flows.ts";
import { leadControls } from "./leads.ts";
import { peopleControls } from "./people.ts";
import { recordControls } from "./records.ts";
import { snapshotControls } from "./snapshots.ts";
import { watchingControls } from "./watching.ts";

export const controlRoutes: readonly Route[] = [
    ...peopleControls,
    ...watchingControls,
    ...recordControls,
    ...flowControls,
    ...leadControls,
    ...snapshotControls,
    ...languageControls
];
