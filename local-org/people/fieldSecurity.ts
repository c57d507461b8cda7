/** Field-level security that was changed for one user, on top of what profile and permission sets say. */
export interface FieldSecurity {
    /** Undefined where nothing was changed. */
    of(userId: string, objectName: string, fieldName: string): FieldWays | undefined;
    /** What can't be read can't be edited either. */
    set(userId: string, objectName: string, fieldName: string, readable: boolean, editable?: boolean): void;
}

export interface FieldWays {
    readonly readable: boolean;
    readonly editable: boolean;
}

export function createFieldSecurity(): FieldSecurity {
    const changed = new Map<string, FieldWays>();
    const key = (userId: string, objectName: string, fieldName: string): string =>
        JSON.stringify([userId, objectName, fieldName]);
    return {
        of: (userId, objectName, fieldName) => changed.get(key(userId, objectName, fieldName)),
        set: (userId, objectName, fieldName, readable, editable = readable) => {
            changed.set(key(userId, objectName, fieldName), { readable, editable: readable && editable });
        }
    };
}
