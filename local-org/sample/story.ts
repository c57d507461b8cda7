import type { RoleOnDeal } from "./contactRoles.ts";
import type { Deal } from "./deals.ts";
import type { Post } from "./posts.ts";
import type { Task } from "./tasks.ts";
import type { Timeline } from "./timeline.ts";

/** All that is known of one deal. */
export interface Story {
    readonly deal: Deal;
    readonly timeline: Timeline;
    readonly roles: readonly RoleOnDeal[];
    readonly posts: readonly Post[];
    readonly tasks: readonly Task[];
}
