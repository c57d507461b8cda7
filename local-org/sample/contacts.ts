import type { Account } from "./accounts.ts";
import { chineseFirstNames, chineseLastNames, foreignFirstNames, foreignLastNames, positions } from "./contactNames.ts";
import type { ContactRole, Position } from "./contactNames.ts";
import { idCounter } from "./ids.ts";
import { fullName } from "./people.ts";
import type { Random } from "./random.ts";

export interface Contact {
    readonly id: string;
    readonly account: Account;
    readonly firstName: string;
    readonly lastName: string;
    readonly name: string;
    readonly title: string;
    readonly department: string;
    readonly email: string;
    /** What this person usually is in a deal. */
    readonly roles: readonly ContactRole[];
}

/** About three an account, more where the account is large; a few accounts have none. */
export function makeContacts(random: Random, accounts: readonly Account[]): Contact[] {
    const nextId = idCounter("003");
    return accounts.flatMap((account) => {
        const count = contactCount(random, account);
        return Array.from({ length: count }, (_, index) => makeContact(random, account, nextId(), index + 1));
    });
}

function contactCount(random: Random, account: Account): number {
    if (random.happens(0.02)) return 0;
    return { small: random.whole(1, 3), medium: random.whole(2, 5), large: random.whole(3, 7) }[account.size];
}

function makeContact(random: Random, account: Account, id: string, number: number): Contact {
    const isChinese = account.team === "taiwan";
    const firstName = random.pick(isChinese ? chineseFirstNames : foreignFirstNames);
    const lastName = random.pick(isChinese ? chineseLastNames : foreignLastNames);
    const position = random.weighted(positions.map((each): [Position, number] => [each, each.weight]));
    return {
        id,
        account,
        firstName,
        lastName,
        name: fullName(firstName, lastName),
        title: position.title[account.team],
        department: position.department[account.team],
        email: `contact${number}@${account.website.slice("https://".length)}`,
        roles: position.roles
    };
}
