import { OrgError } from "../orgError.ts";

/** One part of a multipart body (RFC 7578). */
export interface Part {
    readonly name: string;
    readonly content: Buffer;
}

const mostParts = 10;
const breakOfLine = Buffer.from("\r\n");
const endOfHeaders = Buffer.from("\r\n\r\n");

/** The parts of a multipart/form-data body. Throws MULTIPART_REQUEST_ERROR for what is none. */
export function partsOf(contentType: string, body: Buffer): Part[] {
    const [, quoted, plain] =
        /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType) ?? [];
    const boundary = quoted ?? plain;
    if (boundary === undefined) throw unreadable("the content type is not multipart/form-data with a boundary");
    const marker = Buffer.from(`--${boundary}`);
    const parts: Part[] = [];
    let start = body.indexOf(marker);
    while (start >= 0 && !startsWith(body, start + marker.length, "--")) {
        const end = body.indexOf(Buffer.concat([breakOfLine, marker]), start + marker.length);
        if (end < 0) throw unreadable("the last part is not ended by the boundary");
        if (parts.length === mostParts) throw unreadable(`it has more than ${mostParts} parts`);
        parts.push(partAt(body.subarray(start + marker.length + breakOfLine.length, end)));
        start = end + breakOfLine.length;
    }
    if (parts.length === 0) throw unreadable("it has no parts");
    return parts;
}

function partAt(part: Buffer): Part {
    const end = part.indexOf(endOfHeaders);
    const headers = part.subarray(0, Math.max(end, 0)).toString("latin1");
    const [, name] = /^content-disposition:\s*form-data\s*;.*?\bname="([^"]*)"/im.exec(headers) ?? [];
    if (end < 0 || name === undefined) throw unreadable("a part says no name");
    return { name, content: part.subarray(end + endOfHeaders.length) };
}

function startsWith(body: Buffer, at: number, text: string): boolean {
    return body.subarray(at, at + text.length).toString("latin1") === text;
}

function unreadable(reason: string): OrgError {
    return new OrgError("MULTIPART_REQUEST_ERROR", `The multipart request can't be read: ${reason}.`);
}
