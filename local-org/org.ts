import type { Clock } from "./clock.ts";
import type { Store } from "./data/store.ts";
import type { NullMode } from "./formula/formula.ts";
import type { Deployed } from "./metadata/deployed.ts";
import type { People } from "./people/people.ts";
import type { TransactionLog } from "./save/transactionLog.ts";
import type { Schema } from "./schema/schema.ts";

/** One small Salesforce org: what it has, who works in it, what is deployed to it. */
export interface Org {
    readonly id: string;
    readonly schema: Schema;
    readonly store: Store;
    readonly people: People;
    readonly deployed: Deployed;
    readonly clock: Clock;
    /** How validation rules read a blank number. The platform's choice is not certain, so tests run both. */
    readonly nullMode: NullMode;
    /** In production a deploy leaves active flows inactive; Organization.IsSandbox says which of the two this is. */
    readonly plays: "production" | "sandbox";
    /** What the latest transactions cost. */
    readonly transactions: TransactionLog;
}
