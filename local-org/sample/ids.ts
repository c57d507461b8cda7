import { to18 } from "../data/recordId.ts";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A block of its own within each object's Ids, so that records made later in the org never meet one. */
const block = "5g0000";

/** Hands out the sample's Ids of one object in order: key prefix, block, counter, checksum. */
export function idCounter(keyPrefix: string): () => string {
    let counter = 0;
    return () => {
        counter += 1;
        let number = "";
        for (let rest = counter; number.length < 6; rest = Math.floor(rest / 62)) {
            number = digits.charAt(rest % 62) + number;
        }
        return to18(keyPrefix + block + number);
    };
}
