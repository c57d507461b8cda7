import { LightningElement, api } from "lwc";
import type { RecordData } from "lightning/uiRecordApi";
import { ask, create, query, quoted, Refused, type Row } from "../../org.ts";
import { words } from "../../words/index.ts";

interface Option {
    readonly label: string;
    readonly value: string;
}

interface Member {
    readonly id: string;
    readonly name: string;
    readonly role: string;
}

/** Who takes part in the opportunity in which role, and a way to add one of the account's contacts. */
export default class ContactRoles extends LightningElement {
    readonly words = words;
    members: readonly Member[] = [];
    contacts: readonly Option[] = [];
    roles: readonly Option[] = [];
    contactId = "";
    role = "";
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
            this.members = [];
            this.contactId = "";
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

    connectedCallback(): void {
        void this.readRoles();
    }

    get title(): string {
        return `${words.contactRoles} (${this.members.length})`;
    }

    get isEmpty(): boolean {
        return this.members.length === 0;
    }

    get cannotAdd(): boolean {
        return this.contactId === "" || this.role === "";
    }

    handleContact(event: CustomEvent<{ value: string }>): void {
        this.contactId = event.detail.value;
    }

    handleRole(event: CustomEvent<{ value: string }>): void {
        this.role = event.detail.value;
    }

    async handleAdd(): Promise<void> {
        const { contactId: ContactId, role: Role } = this;
        try {
            await create("OpportunityContactRole", { OpportunityId: this.shown?.id, ContactId, Role });
            this.contactId = "";
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
        const account = shown.fields["AccountId"]?.value;
        const [members, contacts] = await Promise.all([
            query(
                `SELECT Id, Contact.Name, Role FROM OpportunityContactRole WHERE OpportunityId = ${quoted(shown.id)} ORDER BY CreatedDate, Id`
            ),
            typeof account === "string"
                ? query(`SELECT Id, Name FROM Contact WHERE AccountId = ${quoted(account)} ORDER BY Name LIMIT 50`)
                : []
        ]);
        if (shown.id === this.shown?.id) {
            this.members = members.map(memberOf);
            this.contacts = contacts.map((row) => ({ value: String(row["Id"]), label: String(row["Name"]) }));
        }
    }

    private async readRoles(): Promise<void> {
        const described = (await ask("GET", "/sobjects/OpportunityContactRole/describe")) as {
            fields: { name: string; picklistValues: Option[] }[];
        };
        const role = described.fields.find(({ name }) => name === "Role");
        this.roles = (role?.picklistValues ?? []).map(({ label, value }) => ({ label, value }));
    }
}

function memberOf(row: Row): Member {
    const contact = row["Contact"] as { Name?: unknown } | null;
    return { id: String(row["Id"]), name: String(contact?.Name ?? "—"), role: String(row["Role"] ?? "—") };
}
