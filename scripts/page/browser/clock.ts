/** The sample's deals have dates, so the page lives on the org's day: its clock starts at the org's now and runs on. */
import { settings } from "./settings.ts";

const SystemDate = Date;
const ahead = SystemDate.parse(settings.now) - SystemDate.now();

globalThis.Date = class extends SystemDate {
    constructor(...given: [] | [number | string | Date]) {
        super(given.length === 0 ? SystemDate.now() + ahead : given[0]);
    }

    static now(): number {
        return SystemDate.now() + ahead;
    }
} as DateConstructor;
