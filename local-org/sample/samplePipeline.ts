import type { TextTable } from "../data/table.ts";
import type { Account } from "./accounts.ts";
import { makeAccounts } from "./accounts.ts";
import { dayOf } from "./calendar.ts";
import { companyTables } from "./companyTables.ts";
import { makeContactRoles } from "./contactRoles.ts";
import type { Contact } from "./contacts.ts";
import { makeContacts } from "./contacts.ts";
import { dealTables } from "./dealTables.ts";
import { makeDeals } from "./deals.ts";
import { leaveServicesUnpriced } from "./lines.ts";
import { makePosts } from "./posts.ts";
import type { Random } from "./random.ts";
import { randomOf } from "./random.ts";
import { setupTables } from "./setupTables.ts";
import type { Story } from "./story.ts";
import { talkTables } from "./talkTables.ts";
import { makeTasks } from "./tasks.ts";
import { makeTimeline } from "./timeline.ts";

/** The day on which the sample is looked at: everything in it happened before. */
export const SAMPLE_AS_OF = "2026-06-30";

/** 24 months of deals, of a company that has stood for two years longer. */
const firstDeal = "2024-07-01";
const companyOpened = "2023-07-03";
const opportunityCount = 2_000;

const seed = 20260630;

/**
 * The pipeline of an invented maker of industrial automation and software in Taiwan that sells at home
 * and abroad: the same text on every call and every machine. Parents stand before children. Datetimes
 * are UTC; amounts are New Taiwan dollars.
 */
export function samplePipeline(): TextTable[] {
    const openedOn = dayOf(companyOpened);
    const asOf = dayOf(SAMPLE_AS_OF);
    const accounts = makeAccounts(randomOf(seed, "accounts"), openedOn);
    const contacts = makeContacts(randomOf(seed, "contacts"), accounts);
    const period = { firstDay: dayOf(firstDeal), lastDay: asOf - 1 };
    const prices = randomOf(seed, "prices");
    const deals = makeDeals(randomOf(seed, "deals"), accounts, period, opportunityCount).map((deal) => ({
        ...deal,
        lines: leaveServicesUnpriced(prices, deal.lines)
    }));
    const draws = {
        timeline: randomOf(seed, "timelines"),
        roles: randomOf(seed, "roles"),
        posts: randomOf(seed, "posts"),
        tasks: randomOf(seed, "tasks")
    } satisfies Record<string, Random>;
    const contactsOf = new Map(accounts.map((account): [Account, Contact[]] => [account, []]));
    for (const contact of contacts) contactsOf.get(contact.account)?.push(contact);
    const stories = deals.map((deal): Story => {
        const timeline = makeTimeline(draws.timeline, deal, asOf);
        const known = deal.account === null ? [] : (contactsOf.get(deal.account) ?? []);
        const roles = makeContactRoles(draws.roles, deal, known, contacts);
        const posts = makePosts(draws.posts, deal, timeline, roles);
        return { deal, timeline, roles, posts, tasks: makeTasks(draws.tasks, deal, timeline, roles, asOf) };
    });
    return [
        ...setupTables(openedOn),
        ...companyTables(accounts, contacts, openedOn, asOf),
        ...dealTables(stories),
        ...talkTables(stories)
    ];
}
