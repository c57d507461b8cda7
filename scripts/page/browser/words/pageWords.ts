/** What the page around the panel says, in one language. */
export interface PageWords {
    /** As `Intl` wants it. */
    readonly locale: string;
    readonly opportunity: string;
    readonly account: string;
    readonly amount: string;
    readonly stage: string;
    readonly closeDate: string;
    readonly owner: string;
    readonly products: string;
    readonly contactRoles: string;
    readonly noProducts: string;
    readonly noContactRoles: string;
    readonly product: string;
    readonly quantity: string;
    readonly contact: string;
    readonly role: string;
    readonly choose: string;
    readonly add: string;
    readonly addProduct: string;
    readonly addContactRole: string;
    readonly stages: string;
    readonly saved: (stage: string) => string;
    readonly refused: string;
    readonly close: string;
    readonly search: string;
    readonly incomplete: string;
    readonly complete: string;
    readonly found: string;
    readonly none: string;
    readonly user: string;
    readonly language: string;
    readonly users: Readonly<Record<string, string>>;
    /** What this page is, and how soon it follows changes. */
    readonly about: (day: string, seconds: number) => string;
    readonly unreachable: string;
}
