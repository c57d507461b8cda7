import { isUtf8 } from "node:buffer";
import { OrgError } from "../orgError.ts";

/** More levels than any request of the platform has; less than what would exhaust the stack of a reader. */
const deepest = 100;

/** The body as JSON; undefined where there is none. Throws JSON_PARSER_ERROR, and for XML UNSUPPORTED_MEDIA_TYPE. */
export function jsonBody(content: Buffer, contentType: string | undefined): unknown {
    if (content.length === 0) return undefined;
    if (contentType !== undefined && /\bxml\b/i.test(contentType)) {
        const message = "Bodies in XML are not supported by this local org; send JSON.";
        throw new OrgError("UNSUPPORTED_MEDIA_TYPE", message, { status: 415 });
    }
    if (!isUtf8(content)) throw new OrgError("JSON_PARSER_ERROR", "The request body is not UTF-8 text.");
    const text = content.toString("utf8");
    checkDepth(content);
    try {
        return JSON.parse(text);
    } catch (error) {
        if (error instanceof SyntaxError) throw new OrgError("JSON_PARSER_ERROR", error.message);
        throw error;
    }
}

const [quote, backslash, openList, openObject, closeList, closeObject] = Buffer.from('"\\[{]}');

function checkDepth(content: Buffer): void {
    let depth = 0;
    let isText = false;
    for (let place = 0; place < content.length; place += 1) {
        const byte = content[place];
        if (isText) {
            if (byte === backslash) place += 1;
            else if (byte === quote) isText = false;
        } else if (byte === quote) isText = true;
        else if (byte === openList || byte === openObject) depth += 1;
        else if (byte === closeList || byte === closeObject) depth -= 1;
        if (depth > deepest) {
            throw new OrgError("JSON_PARSER_ERROR", `The request body is nested deeper than ${deepest} levels.`);
        }
    }
}
