import type { Contact } from "./contacts.ts";
import type { RoleOnDeal } from "./contactRoles.ts";
import type { Day } from "./calendar.ts";
import type { Deal } from "./deals.ts";
import type { Team } from "./people.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

export interface Task {
    readonly createdOn: Day;
    readonly minutes: number;
    readonly dueOn: Day;
    readonly isDone: boolean;
    readonly subject: string;
    readonly who: Contact | null;
}

const subjects: Readonly<Record<Team, readonly string[]>> = {
    taiwan: ["致電客戶", "寄送資料", "拜訪客戶", "準備報價", "追蹤打樣", "確認規格"],
    international: ["Call", "Send brochure", "Visit", "Prepare quote", "Follow up sample test", "Confirm specification"]
};

/** Activities of under half of the deals; what an open deal still has to do may lie in the future. */
export function makeTasks(
    random: Random,
    deal: Deal,
    timeline: Timeline,
    roles: readonly RoleOnDeal[],
    asOf: Day
): Task[] {
    if (!random.happens(0.45)) return [];
    const subjectsToDo = random.sample(subjects[deal.team], random.whole(1, 3));
    return subjectsToDo.map((subject) => {
        const moment = random.pick(timeline);
        const dueOn = moment.day + random.whole(1, 21);
        return {
            createdOn: moment.day,
            minutes: moment.minutes + random.whole(1, 10),
            dueOn: deal.stage.isClosed ? Math.min(dueOn, asOf) : dueOn,
            isDone: deal.stage.isClosed || (dueOn < asOf && random.happens(0.85)),
            subject,
            who: roles[0]?.contact ?? null
        };
    });
}
