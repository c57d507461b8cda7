import type { Decimal } from "decimal.js";

/**
 * A stored field value in memory. Every numeric type is a Decimal (never a float); a date is
 * "YYYY-MM-DD"; a datetime is UTC "YYYY-MM-DDTHH:mm:ss.SSSZ"; an Id has 18 characters; `null` is
 * blank (the empty string is stored as null, as the platform does).
 */
export type Value = string | boolean | Decimal | null;

/** Values by exact field API name. A missing key was not given; `null` is given as blank. */
export type RecordValues = Record<string, Value>;
