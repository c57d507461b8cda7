/** Field-level security that was changed for one user, on top of what profile and permission sets say. */
export interface FieldSecurity {
    /** Undefined where nothing was changed. */
    of(userId: string, objectName: string, fieldName: string): boolean | undefined;
    set(userId: string, objectName: string, fieldName: string, readable: boolean): void;
}

export function createFieldSecurity(): FieldSecurity {
    const changed = new Map<string, boolean>();
    const key = (userId: string, objectName: string, fieldName: string): string =>
        JSON.stringify([userId, objectName, fieldName]);
    return {
        of: (userId, objectName, fieldName) => changed.get(key(userId, objectName, fieldName)),
        set: (userId, objectName, fieldName, readable) => {
            changed.set(key(userId, objectName, fieldName), readable);
        }
    };
}
