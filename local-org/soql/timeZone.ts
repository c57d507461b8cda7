import type { SoqlContext } from "./context.ts";
import { unsupported } from "./refusals.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** A date and time of UTC as the clocks of a zone show it; the zone is so many minutes ahead of UTC. */
export function inTimeZone(instant: Sql, offset: number): Sql {
    return sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${instant}, ${`${offset} minutes`})`;
}

/** Minutes that the running user's time zone is ahead of UTC. Refuses zones whose clocks change in the year. */
export function offsetOfUser({ schema, store, user }: SoqlContext): number {
    const object = schema.object("User");
    const zone = object === undefined ? undefined : store.read(object, user.id)?.["TimeZoneSidKey"];
    return typeof zone === "string" ? offsetOf(zone) : 0;
}

function offsetOf(zone: string): number {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    const offsets = new Set(YEARS_AND_SEASONS.map((day) => format.format(new Date(day)).split("GMT")[1] ?? ""));
    const [only, ...others] = offsets;
    if (others.length > 0) throw unsupported(`convertTimezone() for ${zone}, whose clocks change in the year,`);
    const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d{2}):(\d{2})$/.exec(only ?? "") ?? [];
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** The years that records of a sales team can be of. */
const YEARS_AND_SEASONS = Array.from({ length: 51 }, (_, index) => 2000 + index).flatMap((year) => [
    `${year}-01-15T00:00:00Z`,
    `${year}-07-15T00:00:00Z`
]);
