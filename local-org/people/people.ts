/** A signed-in user with what profile and permission sets grant. */
export interface RunningUser {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly profileName: string;
    /** "en_US", "zh_TW" …: in which the org speaks to this user. */
    readonly language: string;
    /** Modify All Data: sees and edits every record and field (the System Administrator profile). */
    readonly isAdministrator: boolean;
    readonly viewsAllData: boolean;
    hasCustomPermission(name: string): boolean;
    /** "View All" or "Modify All" of the object, by permission set. */
    viewsAllRecordsOf(objectName: string): boolean;
    modifiesAllRecordsOf(objectName: string): boolean;
    canReadObject(objectName: string): boolean;
    canCreateObject(objectName: string): boolean;
    canEditObject(objectName: string): boolean;
    canDeleteObject(objectName: string): boolean;
    /** Field-level security. Standard fields are open to all unless taken away; custom ones need a grant. */
    canReadField(objectName: string, fieldName: string): boolean;
    /** Whether a value may be given, in a record that the user may create or edit. */
    canEditField(objectName: string, fieldName: string): boolean;
}

export interface People {
    /** The user of a live session; undefined for an unknown or expired token. */
    userOfToken(token: string): RunningUser | undefined;
    user(id: string): RunningUser | undefined;
    /** A new session's token, shaped `00D…!…`. */
    signIn(userId: string): string;
    expire(token: string): void;
}
