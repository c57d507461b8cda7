const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const suffixes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Marks the Ids this org makes; loaded Ids keep their own. */
const instance = "PW0";
const counterLength = 9;

/** The Id with its three characters that say which letters are capitals; an 18-character Id gets the right ones. */
export function to18(id: string): string {
    const id15 = id.slice(0, 15);
    let suffix = "";
    for (let start = 0; start < 15; start += 5) {
        let capitals = 0;
        for (let offset = 0; offset < 5; offset += 1) {
            const letter = id15[start + offset] ?? "";
            if (letter >= "A" && letter <= "Z") {
                capitals |= 1 << offset;
            }
        }
        suffix += suffixes[capitals];
    }
    return id15 + suffix;
}

/** 15 letters and digits, or 18 with the checksum that belongs to them. */
export function isRecordId(text: string): boolean {
    return /^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/.test(text) && (text.length === 15 || to18(text) === text);
}

/** The `count`-th Id this org makes for a key prefix. */
export function madeId(keyPrefix: string, count: number): string {
    let counter = "";
    for (let rest = count; counter.length < counterLength; rest = Math.floor(rest / 62)) {
        counter = (digits[rest % 62] ?? "0") + counter;
    }
    return to18(keyPrefix + instance + counter);
}

/** How many Ids this org had made when it made this one; 0 for an Id from elsewhere. */
export function countOfMadeId(id: string): number {
    if (id.slice(3, 6) !== instance) {
        return 0;
    }
    return [...id.slice(6, 15)].reduce((count, digit) => count * 62 + digits.indexOf(digit), 0);
}

/** The first and last Id this org could make for a key prefix, in the store's order. */
export function rangeOfMadeIds(keyPrefix: string): readonly [first: string, last: string] {
    return [keyPrefix + instance, `${keyPrefix}${instance}${"z".repeat(counterLength + 1)}`];
}
