import type { Language } from "c/pwPolicy";

interface Alert {
    /** At most 250 characters with a name of 120. */
    readonly title: string;
    /** At most 750 characters with two names of 120. */
    readonly body: string;
}

/** What alerts on close dates say. In `{…}` stand the opportunity's name, its close date and its owner. */
export interface AlertWords {
    readonly due: Alert;
    readonly overdue: Alert;
}

export const alertWords: Readonly<Record<Language, AlertWords>> = {
    en: {
        due: {
            title: "{name} is to close on {day}",
            body: "Is {day} still the day on which the customer decides? If not, move the close date of {name}; if they have decided, close it."
        },
        overdue: {
            title: "{name} is past its close date",
            body: "{name} ({owner}) was to close on {day} and is still open. Agree a new date with the customer, or close the opportunity."
        }
    },
    zh_TW: {
        due: {
            title: "{name} 將於 {day} 結案",
            body: "客戶仍會在 {day} 決定嗎？若不會，請更改「{name}」的結案日期；若客戶已決定，請將商機結案。"
        },
        overdue: {
            title: "{name} 已過結案日期",
            body: "「{name}」（{owner}）原定於 {day} 結案，目前仍未結案。請與客戶確認新的日期，或將商機結案。"
        }
    },
    zh_CN: {
        due: {
            title: "{name} 将于 {day} 结束",
            body: "客户仍会在 {day} 决定吗？若不会，请更改“{name}”的结束日期；若客户已决定，请关闭业务机会。"
        },
        overdue: {
            title: "{name} 已过结束日期",
            body: "“{name}”（{owner}）原定于 {day} 结束，目前仍未关闭。请与客户确认新的日期，或关闭业务机会。"
        }
    }
};
