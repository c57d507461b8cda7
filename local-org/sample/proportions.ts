/**
 * How much is wrong in the sample, and how a deal goes. Shares are of what each line names. They are
 * our own choice: high enough that every rule finds something, low enough that a manager recognises
 * the company. A test holds each of them within a band.
 */

/** Open deals at Proposal/Price Quote or later without lines: `products-present`, and no discount can be known. */
export const LATE_DEALS_WITHOUT_PRODUCTS = 0.12;

/** Won deals without lines: revenue that no product report explains. */
export const WON_DEALS_WITHOUT_PRODUCTS = 0.04;

/** Deals without lines whose Amount stays blank; the others keep what a seller typed. */
export const UNPRODUCTED_DEALS_WITHOUT_AMOUNT = 0.15;

/** Open deals that no contact is attached to: `contact-roles-present`. */
export const OPEN_DEALS_WITHOUT_CONTACT_ROLES = 0.25;

/** Closed deals that no contact is attached to: who decided is lost for the next deal. */
export const CLOSED_DEALS_WITHOUT_CONTACT_ROLES = 0.18;

/** Contact roles whose Role is blank: a name, but not who decides. */
export const CONTACT_ROLES_LEFT_BLANK = 0.1;

/** Deals with contact roles of which none is primary. */
export const DEALS_WITHOUT_PRIMARY_CONTACT = 0.12;

/** Contact roles held by somebody of another account, a consultant for instance. */
export const CONTACT_ROLES_FROM_OUTSIDE = 0.03;

/** Open deals whose close date has passed: `close-date-not-past`. */
export const OPEN_DEALS_OVERDUE = 0.15;

/** Deals discounted by DISCOUNT_TO_EXPLAIN or more on some line, with no post that says why. */
export const DISCOUNTS_WITHOUT_REASON = 0.55;
export const DISCOUNT_TO_EXPLAIN = 10;

/** Lines that carry a negotiated discount. */
export const LINES_DISCOUNTED = 0.35;

/** Lines of a product with a list price of zero: their discount can't be known. */
export const LINES_WITHOUT_LIST_PRICE = 0.05;

/** Lines for services that stand at price zero, because nobody has priced them: `products-priced`. */
export const SERVICES_WITHOUT_PRICE = 0.06;

/** Lines sold above the list price: they hide a discount on the next line from a deal's total. */
export const LINES_ABOVE_LIST_PRICE = 0.02;

/** Deals that come to rest in some stage for a third of a year or more. */
export const STUCK_DEALS = 0.1;

/** Moves of new business to a later stage that leave out at least one stage. */
export const STAGE_SKIPS = 0.12;

/** Moves of new business back to the stage before. */
export const STEPS_BACK = 0.04;

/** Deals of the second sales process, renewals, whose stages nobody has tidied up. */
export const RENEWALS = 0.15;

/** Moves of renewals that leave out at least one stage: with stages that say the same, people pick one. */
export const RENEWAL_STAGE_SKIPS = 0.3;

/** Moves of renewals back to the stage before. */
export const RENEWAL_STEPS_BACK = 0.07;

/** Won among decided renewals: who has bought before buys again more often than not. */
export const RENEWAL_WIN_RATE = 0.55;

/** Lost deals that are opened again. */
export const LOST_DEALS_REOPENED = 0.015;

/** Open deals of the seller who left that nobody took over: an inactive owner. */
export const DEALS_NOT_HANDED_OVER = 0.6;

/** Open deals without a next step. */
export const OPEN_DEALS_WITHOUT_NEXT_STEP = 0.3;

/** Deals without a lead source: a row of its own in every source report. */
export const DEALS_WITHOUT_LEAD_SOURCE = 0.08;

/** Deals that belong to no account, mostly typed in after a trade fair. */
export const DEALS_WITHOUT_ACCOUNT = 0.02;

/** Won among decided deals of new business, before source, size and seller are weighed. */
export const WIN_RATE = 0.3;
