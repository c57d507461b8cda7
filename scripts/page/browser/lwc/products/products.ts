import { LightningElement, api } from "lwc";
import type { RecordData } from "lightning/uiRecordApi";
import { create, query, quoted, Refused, type Row } from "../../org.ts";
import { settings } from "../../settings.ts";
import { words } from "../../words/index.ts";

interface Line {
    readonly id: string;
    readonly name: string;
    readonly quantity: string;
    readonly price: string;
}

/** The products of the opportunity, and a way to add one at its list price. */
export default class Products extends LightningElement {
    readonly words = words;
    lines: readonly Line[] = [];
    entries: readonly Row[] = [];
    entryId = "";
    quantity = "1";
    private shown: RecordData | undefined;
    private seen = 0;

    @api
    get record(): RecordData | undefined {
        return this.shown;
    }
    set record(record: RecordData | undefined) {
        const isOther = record?.id !== this.shown?.id;
        this.shown = record;
        if (isOther) {
            this.lines = [];
            this.entryId = "";
            void this.read();
        }
    }

    @api
    get changes(): number {
        return this.seen;
    }
    set changes(changes: number) {
        this.seen = changes;
        void this.read();
    }

    get title(): string {
        return `${words.products} (${this.lines.length})`;
    }

    get isEmpty(): boolean {
        return this.lines.length === 0;
    }

    get options(): readonly { label: string; value: string }[] {
        return this.entries.map((row) => ({
            value: String(row["Id"]),
            label: `${productOf(row)} · ${amountText(row["UnitPrice"])}`
        }));
    }

    get cannotAdd(): boolean {
        return this.entryId === "" || !(Number(this.quantity) > 0);
    }

    handleEntry(event: CustomEvent<{ value: string }>): void {
        this.entryId = event.detail.value;
    }

    handleQuantity(event: CustomEvent<{ value: string }>): void {
        this.quantity = event.detail.value;
    }

    async handleAdd(): Promise<void> {
        const entry = this.entries.find((row) => row["Id"] === this.entryId);
        try {
            await create("OpportunityLineItem", {
                OpportunityId: this.shown?.id,
                PricebookEntryId: this.entryId,
                Quantity: Number(this.quantity),
                UnitPrice: entry?.["UnitPrice"]
            });
            this.entryId = "";
        } catch (error) {
            const text = error instanceof Refused ? error.message : words.unreachable;
            const detail = { kind: "error", title: words.refused, text };
            this.dispatchEvent(new CustomEvent("refused", { detail }));
        }
    }

    private async read(): Promise<void> {
        const { shown } = this;
        if (shown === undefined) {
            return;
        }
        const book = shown.fields["Pricebook2Id"]?.value;
        const ofBook = typeof book === "string" ? ` AND Pricebook2Id = ${quoted(book)}` : "";
        const [lines, entries] = await Promise.all([
            query(
                `SELECT Id, Product2.Name, Quantity, TotalPrice FROM OpportunityLineItem WHERE OpportunityId = ${quoted(shown.id)} ORDER BY CreatedDate, Id`
            ),
            query(
                `SELECT Id, Product2.Name, UnitPrice FROM PricebookEntry WHERE IsActive = true AND UnitPrice > 0${ofBook} ORDER BY Product2.Name LIMIT 50`
            )
        ]);
        if (shown.id === this.shown?.id) {
            this.lines = lines.map(lineOf);
            this.entries = entries;
        }
    }
}

function lineOf(row: Row): Line {
    return {
        id: String(row["Id"]),
        name: productOf(row),
        quantity: Number(row["Quantity"]).toLocaleString(words.locale),
        price: amountText(row["TotalPrice"])
    };
}

function productOf(row: Row): string {
    const product = row["Product2"] as { Name?: unknown } | null;
    return String(product?.Name ?? "—");
}

function amountText(amount: unknown): string {
    const { currency } = settings;
    return Number(amount).toLocaleString(words.locale, { style: "currency", currency, maximumFractionDigits: 0 });
}
