import { createReadStream, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const contentTypes: Readonly<Record<string, string>> = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".png": "image/png",
    ".gif": "image/gif"
};

/** Sends the file of that path below the folder; false where there is none. */
export function sendFile(response: ServerResponse, folder: string, path: string): boolean {
    const file = normalize(join(folder, path));
    const contentType = contentTypes[extname(file)];
    if (!file.startsWith(folder + sep) || contentType === undefined) return false;
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() !== true) return false;
    // A page that is opened again should be there at once; a new build has another folder, or is asked for.
    response.writeHead(200, {
        "Content-Type": contentType,
        "Content-Length": found.size,
        "Cache-Control": "max-age=3600"
    });
    createReadStream(file).pipe(response);
    return true;
}
