import { CannotStart } from "../cannotStart.ts";
import { overlayFiles } from "../gate/overlay.ts";
import type { OverlayPlan } from "../gate/overlayPlan.ts";
import type { PlacedProcess } from "../gate/placeProcesses.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { checkChoices } from "./checkChoices.ts";
import { choicesFile, printChoices } from "./choices.ts";
import type { OrgFeatures } from "./features.ts";
import { compareStages, type StageNews } from "./compareStages.ts";
import { laterStarts, type LaterStart } from "./laterStarts.ts";
import { lockFile, printLock, type Lock } from "./lock.ts";
import { changesOf, choicesOf, type FolderChanges, type OverlayFolder } from "./overlayFolder.ts";
import { placeOrg, proposePlan } from "./proposePlan.ts";
import { settingsToReset, type SettingToReset } from "./settingsToReset.ts";
import { guidesToTakeOver, isTakeable, withGuides } from "./takeOverGuides.ts";
import { levelsInFolder, settleLevels, withLevels, type SettledLevel } from "./takeOverLevels.ts";

/** What a run would write, and how that differs from what is there. */
export interface Proposal {
    readonly org: OrgFeatures["org"];
    readonly plan: OverlayPlan;
    /** Every process of the org, those without records of their own too. */
    readonly processes: readonly PlacedProcess[];
    readonly levels: readonly SettledLevel[];
    readonly stageNews: StageNews;
    /** Stages whose guide somebody wrote in the org, taken over into the choices. */
    readonly guidesTaken: readonly string[];
    readonly laterStarts: readonly LaterStart[];
    /** Stages whose guide in the org names what can't be chosen: a deploy sets it back. */
    readonly guidesLeft: readonly string[];
    readonly settingsToReset: readonly SettingToReset[];
    /** Of the overlay alone. */
    readonly overlay: readonly WrittenFile[];
    /** All that the folder will hold of ours. */
    readonly files: readonly WrittenFile[];
    /** The lock file apart, which tells nobody anything but the next run. */
    readonly changes: FolderChanges;
    readonly isLockStale: boolean;
}

export interface ProposalOptions {
    readonly prefer: "org" | "choices";
    /** Version of Pipewright. */
    readonly version: string;
}

/** Throws `CannotStart` where a choice names what the org does not have. */
export function propose(features: OrgFeatures, folder: OverlayFolder, options: ProposalOptions): Proposal {
    const given = choicesOf(folder);
    const problems = checkChoices(given, features);
    if (problems.length > 0) {
        throw new CannotStart(`${problems.join(" ")} Nothing was written.`);
    }
    const levels = settleLevels({
        choices: given,
        inOrg: features.levels,
        lastSeen: new Map(Object.entries(folder.lock.levels[features.org.id] ?? {})),
        lastWritten: new Map(Object.entries(folder.lock.writtenLevels[features.org.id] ?? {})),
        inFolder: levelsInFolder(folder.files),
        prefer: options.prefer
    });
    const found = [...guidesToTakeOver(features, given, folder.files)];
    const guides = new Map(found.filter(([stage, guide]) => isTakeable(stage, guide, features)));
    const choices = withGuides(withLevels(given, levels), guides);
    const plan = proposePlan(features, choices);
    const overlay = overlayFiles(plan);
    refuseSameNames(overlay);
    const lock = lockOf({ features, plan, levels, overlay, before: folder.lock, version: options.version });
    const shown = [...overlay, { path: choicesFile, content: printChoices(choices) }];
    const locked = { path: lockFile, content: printLock(lock) };
    return {
        org: features.org,
        plan,
        processes: placeOrg(features),
        levels,
        stageNews: compareStages(folder.lock.stages, lock.stages),
        laterStarts: laterStarts(choices, placeOrg(features)),
        guidesTaken: [...guides.keys()],
        guidesLeft: found.map(([stage]) => stage).filter((stage) => !guides.has(stage)),
        settingsToReset: settingsToReset(features, plan),
        overlay,
        files: [...shown, locked],
        changes: changesOf({ ...folder, files: withoutLock(folder.files) }, shown),
        isLockStale: folder.files.get(lockFile) !== locked.content
    };
}

/** An org tells developer names apart in no case of letters. */
function refuseSameNames(overlay: readonly WrittenFile[]): void {
    const names = overlay.map(({ path }) => path.toLowerCase());
    const twice = overlay.find((_, index) => names.indexOf(names[index] ?? "") !== index);
    if (twice !== undefined) {
        throw new CannotStart(
            `Two stages, or stages of two record types, would both be kept in ${twice.path}: rename one. Nothing was written.`
        );
    }
}

function withoutLock(files: OverlayFolder["files"]): OverlayFolder["files"] {
    return new Map([...files].filter(([path]) => path !== lockFile));
}

interface Written {
    readonly features: OrgFeatures;
    readonly plan: OverlayPlan;
    readonly levels: readonly SettledLevel[];
    readonly overlay: readonly WrittenFile[];
    readonly before: Lock;
    readonly version: string;
}

function lockOf({ features, plan, levels: settled, overlay, before, version }: Written): Lock {
    const positions = plan.processes.map(({ recordType, stages }) => [
        recordType,
        Object.fromEntries(stages.map(({ name, position }) => [name, position]))
    ]);
    const levels = { ...before.levels, [features.org.id]: Object.fromEntries(features.levels) };
    const written = Object.fromEntries(settled.map(({ ruleId, level }) => [ruleId, level]));
    return {
        version: 1,
        pipewright: version,
        files: overlay.map(({ path }) => path).sort(),
        stages: Object.fromEntries(positions) as Lock["stages"],
        levels,
        writtenLevels: { ...before.writtenLevels, [features.org.id]: written }
    };
}
