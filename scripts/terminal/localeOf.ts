/** What the terminal says of its language ("zh_TW.UTF-8"); empty where it says nothing. */
export function localeOf(environment: NodeJS.ProcessEnv): string {
    return environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? "";
}
