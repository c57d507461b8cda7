/** Reads the published CRM Sales files, and says plainly what is wrong with them before anything is made of them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";

/** One sentence: file, row, column, what is wrong. */
export class CrmSalesProblem extends Error {}

type Cells<Column extends string> = Readonly<Record<Column, string>>;

export interface CrmSales {
    readonly accounts: readonly Cells<(typeof columns.accounts)[number]>[];
    readonly products: readonly Cells<(typeof columns.products)[number]>[];
    readonly agents: readonly Cells<(typeof columns.agents)[number]>[];
    readonly pipeline: readonly Cells<(typeof columns.pipeline)[number]>[];
}

const columns = {
    accounts: ["account", "sector", "revenue", "employees", "office_location", "subsidiary_of"],
    products: ["product", "series", "sales_price"],
    agents: ["sales_agent", "manager", "regional_office"],
    pipeline: [
        "opportunity_id",
        "sales_agent",
        "product",
        "account",
        "deal_stage",
        "engage_date",
        "close_date",
        "close_value"
    ]
} as const;

const stages = ["Prospecting", "Engaging", "Won", "Lost"];

/** The price list writes it with a space; 1,480 rows of the pipeline don't. */
const misspelledProducts: ReadonlyMap<string, string> = new Map([["GTXPro", "GTX Pro"]]);

export function readCrmSales(directory: string): CrmSales {
    const accounts = readRows(directory, "accounts.csv", columns.accounts);
    const products = readRows(directory, "products.csv", columns.products);
    const agents = readRows(directory, "sales_teams.csv", columns.agents);
    const pipeline = readRows(directory, "sales_pipeline.csv", columns.pipeline).map((row) => ({
        ...row,
        product: misspelledProducts.get(row.product) ?? row.product
    }));
    check("accounts.csv", accounts, {
        account: isFilled,
        revenue: isNumber,
        employees: isNumber,
        subsidiary_of: orBlank(isOneOf(accounts.map((row) => row.account)))
    });
    check("products.csv", products, { product: isFilled, sales_price: isNumber });
    check("sales_teams.csv", agents, { sales_agent: isFilled, manager: isFilled });
    check("sales_pipeline.csv", pipeline, {
        opportunity_id: isFilled,
        sales_agent: isOneOf(agents.map((row) => row.sales_agent)),
        product: isOneOf(products.map((row) => row.product)),
        account: orBlank(isOneOf(accounts.map((row) => row.account))),
        deal_stage: isOneOf(stages),
        engage_date: orBlank(isDate),
        close_date: orBlank(isDate),
        close_value: orBlank(isNumber)
    });
    pipeline.forEach((row, index) => checkClosing(row, index));
    return { accounts, products, agents, pipeline };
}

function readRows<Column extends string>(directory: string, file: string, wanted: readonly Column[]): Cells<Column>[] {
    const path = join(directory, file);
    if (!existsSync(path)) throw new CrmSalesProblem(`There is no ${file} in ${directory}.`);
    const [header = [], ...rows] = parseCsv(file, readFileSync(path));
    const missing = wanted.find((column) => !header.includes(column));
    if (missing !== undefined) {
        throw new CrmSalesProblem(`${file} has no column ${missing}; its columns are ${header.join(", ")}.`);
    }
    return rows.map((cells) => {
        const entries = wanted.map((column) => [column, cells[header.indexOf(column)] ?? ""] as const);
        return Object.fromEntries(entries) as Cells<Column>;
    });
}

function parseCsv(file: string, bytes: Buffer): string[][] {
    try {
        return parse(bytes, { bom: true });
    } catch (error) {
        if (!(error instanceof CsvError)) throw error;
        throw new CrmSalesProblem(`${file} is not a CSV file: ${error.message}.`);
    }
}

/** Null where the cell is right, else how the sentence about it ends. */
type Check = (cell: string) => string | null;

function check<Column extends string>(
    file: string,
    rows: readonly Cells<Column>[],
    checks: Partial<Record<Column, Check>>
): void {
    for (const [index, row] of rows.entries()) {
        for (const [column, holds] of Object.entries(checks) as [Column, Check][]) {
            const problem = holds(row[column]);
            if (problem !== null) throw problemAt(file, index, column, `"${row[column]}" ${problem}`);
        }
    }
}

/** Decided rows carry the date and the value of their decision, open ones neither. */
function checkClosing(row: CrmSales["pipeline"][number], index: number): void {
    const isDecided = row.deal_stage === "Won" || row.deal_stage === "Lost";
    for (const column of ["close_date", "close_value"] as const) {
        if ((row[column] !== "") !== isDecided) {
            const wants = isDecided ? "needs a value in" : "has not been decided and wants";
            throw problemAt(
                "sales_pipeline.csv",
                index,
                column,
                `${row.deal_stage} ${wants} ${isDecided ? "it" : "a blank"}`
            );
        }
    }
}

/** Rows as a spreadsheet counts them, the header being the first. */
function problemAt(file: string, index: number, column: string, problem: string): CrmSalesProblem {
    return new CrmSalesProblem(`${file}, row ${index + 2}, column ${column}: ${problem}.`);
}

const isFilled: Check = (cell) => (cell === "" ? "is blank" : null);

const isNumber: Check = (cell) => (/^\d+(\.\d+)?$/.test(cell) ? null : "is not a number");

const isDate: Check = (cell) => {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? Date.parse(`${cell}T00:00:00Z`) : NaN;
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(cell);
    return isDay ? null : "is not a date; write it as 2017-12-31";
};

function isOneOf(known: readonly string[]): Check {
    const set = new Set(known);
    return (cell) =>
        set.has(cell) ? null : `is unknown; known are ${[...set].slice(0, 5).join(", ")}${set.size > 5 ? ", …" : ""}`;
}

function orBlank(check: Check): Check {
    return (cell) => (cell === "" ? null : check(cell));
}
