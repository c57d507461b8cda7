import assert from "node:assert/strict";
import { describe, it } from "node:test";
import JSZip from "jszip";
import { readPackageFiles } from "../packageFiles.ts";
import { parseXml } from "../xmlElement.ts";

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
    const zip = new JSZip();
    for (const [path, text] of Object.entries(files)) zip.file(path, text);
    return zip.generateAsync({ type: "uint8array" });
}

describe("a package's zip", () => {
    it("may have one folder around its files", async () => {
        const files = await readPackageFiles(
            await zipOf({ "unpackaged/package.xml": "<Package/>", "unpackaged/labels/A.labels": "a" })
        );

        assert.deepEqual([...files.keys()].sort(), ["labels/A.labels", "package.xml"]);
    });

    it("is refused without package.xml", async () => {
        await assert.rejects(readPackageFiles(await zipOf({ "labels/A.labels": "a" })), /No package\.xml found/);
    });

    it("is refused when it is none", async () => {
        await assert.rejects(readPackageFiles(new TextEncoder().encode("hello")), /not a zip archive/);
    });

    it("is refused when a path leads outside", async () => {
        const zipped = await zipOf({ "package.xml": "<Package/>", "aaa/escape.txt": "a" });
        const escaping = Buffer.from(zipped).toString("latin1").replaceAll("aaa/escape.txt", "../escapes.txt");

        await assert.rejects(readPackageFiles(Buffer.from(escaping, "latin1")), /path outside the package/);
    });
});

describe("a metadata file", () => {
    it("is read with its entities, its own text and the line of each element", () => {
        const root = parseXml(`<a>\n  <b x="1 &amp; 2">5 &lt; 6 &#38; &#x4e2d;</b>\n</a>`, "a.xml");

        assert.deepEqual(root.children, [
            { name: "b", attributes: { x: "1 & 2" }, children: [], text: "5 < 6 & 中", line: 2 }
        ]);
    });

    const refused: readonly (readonly [string, string, RegExp])[] = [
        ["declares entities", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, /a document type is not allowed/],
        ["uses an unknown entity", "<a>&nbsp;</a>", /the entity &nbsp; is not allowed/],
        ["is torn", "<a>\n<b></a>", /line 2/],
        ["is nested too deep", `${"<a>".repeat(80)}${"</a>".repeat(80)}`, /[Nn]est/]
    ];
    for (const [what, text, says] of refused) {
        it(`is refused when it ${what}`, () => {
            assert.throws(() => parseXml(text, "a.xml"), says);
        });
    }
});
