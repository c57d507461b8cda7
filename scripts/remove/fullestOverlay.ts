import { overlayFiles } from "../gate/overlay.ts";
import { standardPlan } from "../gate/overlayPlan.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import type { Component } from "./component.ts";

const path = /^PW_Path_(\w+)$/;

/**
 * All that an overlay can make in an org, whatever it was written for: with record types and without, every module and
 * language, and the Paths of those record types that have one of our names in the org. Records of stages go with their
 * type, so nobody need know which stages there were.
 */
export function fullestOverlay(present: readonly Component[]): WrittenFile[] {
    const recordTypes = present.flatMap(({ type, name }) =>
        type === "PathAssistant" ? (path.exec(name)?.[1] ?? []) : []
    );
    const most = { ...standardPlan, hasPath: true, translations: ["zh_TW", "zh_CN"] } as const;
    const files = [most, { ...most, hasRecordTypes: true, recordTypes }].flatMap(overlayFiles);
    return [...new Map(files.map((file) => [file.path, file])).values()];
}
