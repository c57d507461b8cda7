/** Who holds which token. Tokens are secrets of this org's life only: nothing writes them down. */
export interface Sessions {
    userIdOf(token: string): string | undefined;
    start(userId: string): string;
    end(token: string): void;
}

/** `newSecret` gives fresh random text, letters and digits. */
export function createSessions(orgId: string, newSecret: () => string): Sessions {
    const userIds = new Map<string, string>();
    return {
        userIdOf: (token) => userIds.get(token),
        start: (userId) => {
            const token = `${orgId.slice(0, 15)}!${newSecret()}`;
            userIds.set(token, userId);
            return token;
        },
        end: (token) => {
            userIds.delete(token);
        }
    };
}
