import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import { shortened } from "./shortened.ts";

/** Throws `CannotStart` for a name that is none, what belongs to the product or holds it, and a file in a folder's place. */
export function refusePlace(path: string, product: string): void {
    if (path.trim() === "") {
        throw new CannotStart("No folder is named: give --overlay-dir the path of a folder of yours.");
    }
    const [place, ours] = [realPlace(path), realPlace(join(product, "force-app"))];
    if (isWithin(place, ours)) {
        throw new CannotStart(
            `${shortened(path)} belongs to Pipewright, whose next version replaces it: name a folder of yours.`
        );
    }
    if (isWithin(ours, place)) {
        throw new CannotStart(`${shortened(path)} holds Pipewright's own force-app: name a folder for your org alone.`);
    }
    const present = nearestPresent(resolve(path));
    if (!statSync(present).isDirectory()) {
        throw new CannotStart(
            `${shortened(path)} can't be a folder, for ${shortened(present)} is a file: name another.`
        );
    }
}

/** Without symbolic links, also where it is yet to be made. */
export function realPlace(path: string): string {
    const present = nearestPresent(resolve(path));
    return join(realpathSync.native(present), relative(present, resolve(path)));
}

/** Both absolute; a folder is within itself. */
export function isWithin(inner: string, outer: string): boolean {
    const way = relative(outer, inner);
    return !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** Where new files are prepared, beside the folder: what a crash leaves there is nobody's metadata. */
export function partsBeside(root: string, pid: number): string {
    const place = realPlace(root);
    return join(dirname(place), `${basename(place)}.${pid}.part`);
}

function nearestPresent(absolute: string): string {
    return existsSync(absolute) ? absolute : nearestPresent(dirname(absolute));
}
