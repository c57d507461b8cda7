import assert from "node:assert/strict";
import { describe, it } from "node:test";
import JSZip from "jszip";
import { OrgError } from "../../orgError.ts";
import { readPackageFiles } from "../packageFiles.ts";
import { parseXml } from "../xmlElement.ts";

async function zipOf(
    files: Readonly<Record<string, string | Uint8Array>>,
    options: { compression?: "STORE" | "DEFLATE"; streamFiles?: boolean } = {}
): Promise<Buffer> {
    const zip = new JSZip();
    for (const [path, content] of Object.entries(files)) zip.file(path, content);
    return zip.generateAsync({ type: "nodebuffer", ...options });
}

describe("a package's zip", () => {
    for (const options of [
        { compression: "STORE" },
        { compression: "DEFLATE" },
        { compression: "DEFLATE", streamFiles: true }
    ] as const) {
        it(`is read as it was packed, ${JSON.stringify(options)}`, async () => {
            const files = {
                "package.xml": "<Package/>",
                "labels/竹北.labels": "竹".repeat(1000),
                "labels/B.labels": ""
            };

            const read = readPackageFiles(await zipOf(files, options));

            const texts = [...read].map(([path, content]) => [path, Buffer.from(content).toString("utf8")]);
            assert.deepEqual(Object.fromEntries(texts), files);
        });
    }

    it("may have one folder around its files", async () => {
        const files = readPackageFiles(
            await zipOf({ "unpackaged/package.xml": "<Package/>", "unpackaged/labels/A.labels": "a" })
        );

        assert.deepEqual([...files.keys()].sort(), ["labels/A.labels", "package.xml"]);
    });

    const megabyte = 1024 * 1024;
    /** The directory, a 46 bytes' head for each file, states each file's own size at its byte 24. */
    const restated = (zipped: Buffer, size: number): Buffer => {
        const entry = zipped.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
        zipped.writeUInt32LE(size, entry + 24);
        return zipped;
    };
    const deflated = { compression: "DEFLATE" } as const;
    const refused: readonly [what: string, zipped: () => Promise<Uint8Array>, says: RegExp][] = [
        ["it is without package.xml", () => zipOf({ "labels/A.labels": "a" }), /No package\.xml found/],
        ["it is none", () => Promise.resolve(Buffer.from("hello")), /not a zip archive/],
        ["it is a longer text", () => Promise.resolve(Buffer.alloc(100, "hello")), /not a zip archive/],
        ["it is cut off", async () => (await zipOf({ "package.xml": "a" })).subarray(0, -30), /not a zip archive/],
        ["its head is cut off", async () => (await zipOf({ "package.xml": "a" })).subarray(50), /not a zip|damaged/],
        [
            "a path leads outside",
            async () => {
                const zipped = await zipOf({ "package.xml": "<Package/>", "aaa/escape.txt": "a" });
                const escaping = zipped.toString("latin1").replaceAll("aaa/escape.txt", "../escapes.txt");
                return Buffer.from(escaping, "latin1");
            },
            /path outside the package/
        ],
        [
            "a name is no UTF-8",
            async () => {
                const zipped = await zipOf({ "package.xml": "<Package/>", "xxx.labels": "a" });
                return Buffer.from(
                    zipped.toString("latin1").replaceAll("xxx.labels", "\u00a5\u00a5x.labels"),
                    "latin1"
                );
            },
            /a file name in the zip is not UTF-8/
        ],
        [
            "a file is there twice",
            async () => {
                const zipped = await zipOf({ "package.xml": "<Package/>", packagexxml: "a" });
                return Buffer.from(zipped.toString("latin1").replaceAll("packagexxml", "package.xml"), "latin1");
            },
            /holds package\.xml twice/
        ],
        [
            "one file is large",
            () => zipOf({ "package.xml": Buffer.alloc(10 * megabyte + 1) }, deflated),
            /package\.xml is larger than 10 MB/
        ],
        [
            "its files are large together",
            () => {
                const ten = Buffer.alloc(10 * megabyte);
                return zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}.txt`, ten])), deflated);
            },
            /inflates to more than 100 MB/
        ],
        [
            "a file holds more than it states",
            async () => restated(await zipOf({ "package.xml": Buffer.alloc(10 * megabyte + 1) }, deflated), 100),
            /package\.xml in the zip is damaged/
        ],
        [
            "a file holds less than it states",
            async () => restated(await zipOf({ "package.xml": "<Package/>" }, deflated), 100),
            /package\.xml in the zip is damaged/
        ],
        [
            "a file's content has changed",
            async () => {
                const zipped = await zipOf({ "package.xml": "<Package/>" });
                return Buffer.from(zipped.toString("latin1").replace("<Package/>", "<Wrapper/>"), "latin1");
            },
            /package\.xml in the zip is damaged/
        ]
    ];
    for (const [what, zipped, says] of refused) {
        it(`is refused when ${what}`, async () => {
            const content = await zipped();

            assert.throws(
                () => readPackageFiles(content),
                (error) => error instanceof OrgError && says.test(error.message)
            );
        });
    }
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
