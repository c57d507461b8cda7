import { LightningElement, api } from "lwc";
import { query, quotedPart, type Row } from "../../org.ts";
import { addressWith, settings, type Language } from "../../settings.ts";
import { languageNames, words } from "../../words/index.ts";

interface Choice {
    readonly value: string;
    readonly label: string;
    readonly isChosen: boolean;
}

interface Group {
    readonly label: string;
    readonly choices: readonly Choice[];
}

const listed = "SELECT Id, Name, StageName FROM Opportunity WHERE";
/** Likely to be asked something: open, and past the middle of the way. */
const wellAdvanced = "IsClosed = false AND Probability >= 60";
const withRole = "(SELECT OpportunityId FROM OpportunityContactRole WHERE Role != null)";
const latest = "ORDER BY LastModifiedDate DESC, Name LIMIT";

/** Chooses which opportunity is seen, as whom and in which language. */
export default class Switcher extends LightningElement {
    readonly words = words;
    private shownId: string | undefined;
    private found: readonly { readonly label: string; readonly rows: readonly Row[] }[] = [];
    hasFailed = false;

    @api
    get recordId(): string | undefined {
        return this.shownId;
    }
    set recordId(id: string | undefined) {
        this.shownId = id;
    }

    connectedCallback(): void {
        void this.search("");
    }

    get groups(): readonly Group[] {
        return this.found
            .filter(({ rows }) => rows.length > 0)
            .map(({ label, rows }) => ({ label, choices: rows.map((row) => this.choiceOf(row)) }));
    }

    get hasFoundNone(): boolean {
        return !this.hasFailed && this.groups.length === 0;
    }

    get users(): readonly Choice[] {
        return settings.users.map(({ key, name }) => ({
            value: key,
            label: `${words.users[key] ?? key}: ${name}`,
            isChosen: key === settings.user
        }));
    }

    get languages(): readonly Choice[] {
        return (Object.keys(languageNames) as Language[]).map((language) => ({
            value: language.replace("-", "_").replace("en_US", "en"),
            label: languageNames[language],
            isChosen: language === settings.language
        }));
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        void this.search(event.detail.value.trim());
    }

    handleOpen(event: Event): void {
        this.open((event.target as HTMLSelectElement).value);
    }

    handleUser(event: Event): void {
        window.location.assign(addressWith({ user: (event.target as HTMLSelectElement).value }));
    }

    handleLanguage(event: Event): void {
        window.location.assign(addressWith({ language: (event.target as HTMLSelectElement).value }));
    }

    private open(id: string): void {
        this.dispatchEvent(new CustomEvent("open", { detail: id }));
    }

    private async search(text: string): Promise<void> {
        try {
            this.found = await (text === "" ? suggested() : matching(text));
            this.hasFailed = false;
        } catch {
            // The address is right and the question is our own: what failed is the way to the org.
            this.hasFailed = true;
        }
        const [first] = this.found.flatMap(({ rows }) => rows);
        if (this.shownId === undefined && first !== undefined) {
            this.open(String(first["Id"]));
        }
    }

    private choiceOf(row: Row): Choice {
        const id = String(row["Id"]);
        return {
            value: id,
            label: `${String(row["Name"])} · ${String(row["StageName"])}`,
            isChosen: id === this.shownId
        };
    }
}

async function suggested(): Promise<{ label: string; rows: readonly Row[] }[]> {
    const [noProducts, noContacts, both] = await Promise.all([
        query(`${listed} ${wellAdvanced} AND HasOpportunityLineItem = false ${latest} 8`),
        query(`${listed} ${wellAdvanced} AND Id NOT IN ${withRole} ${latest} 8`),
        query(`${listed} ${wellAdvanced} AND HasOpportunityLineItem = true AND Id IN ${withRole} ${latest} 8`)
    ]);
    const ids = new Set(noProducts.map((row) => row["Id"]));
    const incomplete = [...noProducts, ...noContacts.filter((row) => !ids.has(row["Id"]))];
    return [
        { label: words.incomplete, rows: incomplete },
        { label: words.complete, rows: both }
    ];
}

async function matching(text: string): Promise<{ label: string; rows: readonly Row[] }[]> {
    return [{ label: words.found, rows: await query(`${listed} Name LIKE ${quotedPart(text)} ${latest} 20`) }];
}
