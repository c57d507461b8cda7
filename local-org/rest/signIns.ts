import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";

/** Who holds a token, without reading rights and grants afresh for each of many reads. */
export interface SignIns {
    userOf(token: string): RunningUser | undefined;
    /** The same without a look at what changed: for what is told after the answer. */
    lastUserOf(token: string): RunningUser | undefined;
    /** What is no read may have changed rights in ways that no row tells. */
    forget(): void;
}

/** Keeps users until any row changes, or until it is told to forget. */
export function createSignIns({ people, store }: Pick<Org, "people" | "store">): SignIns {
    const users = new Map<string, RunningUser>();
    let changesSeen = -1;
    return {
        userOf: (token) => {
            const changes = store.changes();
            if (changes !== changesSeen) users.clear();
            changesSeen = changes;
            const known = users.get(token);
            if (known !== undefined) return known;
            const user = people.userOfToken(token);
            if (user !== undefined) users.set(token, user);
            return user;
        },
        lastUserOf: (token) => users.get(token) ?? people.userOfToken(token),
        forget: () => users.clear()
    };
}
