import type { RoleOnDeal } from "./contactRoles.ts";
import type { Day } from "./calendar.ts";
import type { Deal } from "./deals.ts";
import type { Seller } from "./people.ts";
import { isInactiveOn, sellers } from "./people.ts";
import { dealPosts, discountReasons, replies } from "./postTexts.ts";
import { DISCOUNT_TO_EXPLAIN, DISCOUNTS_WITHOUT_REASON } from "./proportions.ts";
import type { Random } from "./random.ts";
import type { Moment, Timeline } from "./timeline.ts";

export interface Post {
    readonly day: Day;
    readonly minutes: number;
    readonly author: Seller;
    readonly body: string;
}

/** What the team wrote on the record: the reason of a discount, if anybody gave one, and talk about the deal. */
export function makePosts(random: Random, deal: Deal, timeline: Timeline, roles: readonly RoleOnDeal[]): Post[] {
    const contact = roles[0]?.contact.name ?? (deal.team === "taiwan" ? "客戶" : "The customer");
    const talk = random.happens(0.35) ? random.sample(dealPosts[deal.team], random.whole(1, 3)) : [];
    const posts = talk.map((text) => postAt(random, deal, random.pick(timeline), text.replace("{contact}", contact)));
    const reason = discountReason(random, deal);
    const last = timeline.at(-1) ?? timeline[0];
    if (reason !== null) posts.push(postAt(random, deal, last, reason.replace("{contact}", contact)));
    const answered = posts.filter(() => random.happens(0.15));
    return [...posts, ...answered.map((post) => reply(random, deal, post))];
}

function discountReason(random: Random, deal: Deal): string | null {
    const largest = Math.max(0, ...deal.lines.map((line) => line.discount));
    if (largest < DISCOUNT_TO_EXPLAIN || random.happens(DISCOUNTS_WITHOUT_REASON)) return null;
    return random.pick(discountReasons[deal.team]).replace("{percent}", String(largest));
}

function postAt(random: Random, deal: Deal, moment: Moment, body: string): Post {
    const author = isInactiveOn(deal.creator, moment.day) ? colleagueOf(deal.owner, moment.day) : deal.creator;
    return { day: moment.day, minutes: moment.minutes + random.whole(2, 40), author, body };
}

function reply(random: Random, deal: Deal, post: Post): Post {
    return {
        ...post,
        minutes: post.minutes + random.whole(5, 60),
        author: managerOf(post.author),
        body: random.pick(replies[deal.team])
    };
}

/** The seller, or the manager where the seller has left. */
export function colleagueOf(seller: Seller, day: Day): Seller {
    return isInactiveOn(seller, day) ? managerOf(seller) : seller;
}

function managerOf(seller: Seller): Seller {
    return sellers.find((each) => each.id === seller.managerId) ?? seller;
}
