import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlDocument, type GraphqlResult } from "lightning/graphql";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { getRecord, notifyRecordUpdateAvailable, type RecordResult } from "lightning/uiRecordApi";
import lang from "@salesforce/i18n/lang";
import timeZone from "@salesforce/i18n/timeZone";
import { languageFor } from "c/pwPolicy";
import { dayIn, timeIn } from "./dayAndTime.ts";
import { opportunityFields } from "./factsOf.ts";
import { guidanceQuery, guidanceQueryWithoutExceptions, guidanceQueryWithoutRoles } from "./guidanceQuery.ts";
import { panelOf } from "./panelOf.ts";
import { ownFieldsIn, partRefused, readAnswer } from "./readAnswer.ts";
import { recordTypeOf } from "./recordTypeOf.ts";
import { repeatWhileVisible } from "./repeatWhileVisible.ts";
import { viewOf, type PanelView } from "./viewOf.ts";
import { words, type GuidanceWords } from "./words/index.ts";

const language = languageFor(lang);
const fields = ["Opportunity.StageName"];

/** On the record page of an opportunity: what this stage and the next still ask for. Reads, shows, and looks again. */
export default class PwGuidance extends LightningElement {
    /** Seconds between looks; an admin sets it in Lightning App Builder. */
    @api refreshSeconds = 60;

    private openedId: string | undefined;
    private record: RecordResult | undefined;
    private answer: GraphqlResult | undefined;
    private lookedAt = new Date();
    private hasLookFailed = false;
    private isLooking = false;
    /** Less and less, as the org refuses a part that the user may not see. */
    private asksFor: "all" | "roles" | "rules" = "all";
    private optionalFields: readonly string[] = opportunityFields([]);
    private refreshAnswer: GraphqlResult["refresh"];
    private refreshHandle: number | undefined;
    private stopRepeating: (() => void) | undefined;

    /** A console tab may be given another record: nothing of the former one may stay. */
    @api
    get recordId(): string | undefined {
        return this.openedId;
    }
    set recordId(id: string | undefined) {
        this.openedId = id;
        this.record = undefined;
        this.answer = undefined;
        this.hasLookFailed = false;
    }

    connectedCallback(): void {
        this.refreshHandle = registerRefreshHandler(this, () => this.look());
        this.stopRepeating = repeatWhileVisible(
            () => this.refreshSeconds,
            () => this.look()
        );
    }

    disconnectedCallback(): void {
        if (this.refreshHandle !== undefined) {
            unregisterRefreshHandler(this.refreshHandle);
        }
        this.stopRepeating?.();
    }

    @wire(getRecord, { recordId: "$recordId", fields, optionalFields: "$optionalFields" })
    receiveRecord(result: RecordResult): unknown {
        const isEdit = this.record?.data !== undefined && result.data !== undefined;
        this.record = result;
        return isEdit && this.follow(() => this.refreshAnswer?.());
    }

    @wire(graphql, { query: "$query", variables: "$variables" })
    receiveAnswer(result: GraphqlResult): void {
        this.refreshAnswer = result.refresh ?? this.refreshAnswer;
        const refused = partRefused(result);
        if (refused === "exceptions" && this.asksFor === "all") {
            this.asksFor = "roles";
        } else if (refused === "roles" && this.asksFor !== "rules") {
            this.asksFor = "rules";
        } else if (result.data || result.errors) {
            this.answer = result;
            this.lookedAt = new Date();
            this.readAlso(ownFieldsIn(readAnswer(result)));
        }
    }

    /** The record is asked again only when another field is wanted. */
    private readAlso(ownFields: readonly string[]): void {
        const wanted = opportunityFields(ownFields);
        if (wanted.join() !== this.optionalFields.join()) {
            this.optionalFields = wanted;
        }
    }

    get query(): GraphqlDocument {
        const queries = {
            all: guidanceQuery,
            roles: guidanceQueryWithoutExceptions,
            rules: guidanceQueryWithoutRoles
        };
        return queries[this.asksFor];
    }

    get variables(): Readonly<Record<string, unknown>> {
        return this.asksFor === "rules" ? {} : { recordId: this.openedId };
    }

    get stage(): string | undefined {
        const stage = this.record?.data?.fields.StageName?.value;
        return typeof stage === "string" ? stage : undefined;
    }

    get stageLabel(): string | undefined {
        return this.record?.data?.fields.StageName?.displayValue ?? this.stage;
    }

    get recordType(): string | null {
        return (this.record?.data && recordTypeOf(this.record.data)) ?? null;
    }

    get words(): GuidanceWords {
        return words[language];
    }

    get view(): PanelView {
        const today = dayIn(timeZone, this.lookedAt);
        const { record, answer } = this;
        return viewOf(panelOf({ record, answer, today, timeZone, language }), this.words);
    }

    get hasLooked(): boolean {
        return !this.view.isLoading;
    }

    get seen(): string {
        const time = timeIn(timeZone, this.words.locale, this.lookedAt);
        return this.hasLookFailed ? this.words.old(time) : this.words.lookedAt(time);
    }

    /** Asks the org again for everything that is shown. */
    look(): Promise<boolean> {
        const records = this.openedId === undefined ? [] : [{ recordId: this.openedId }];
        return this.follow(() => Promise.all([notifyRecordUpdateAvailable(records), this.refreshAnswer?.()]));
    }

    /** One question at a time: the answer to one makes the record's wire speak, which would ask the next. */
    private async follow(ask: () => Promise<unknown> | undefined): Promise<boolean> {
        if (this.isLooking) {
            return true;
        }
        this.isLooking = true;
        try {
            await ask();
            this.lookedAt = new Date();
            this.hasLookFailed = false;
        } catch {
            // Most often the connection is gone: what is shown was true a moment ago, and the panel says when.
            this.hasLookFailed = true;
        } finally {
            this.isLooking = false;
        }
        return !this.hasLookFailed;
    }
}
