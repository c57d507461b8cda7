/** A real Chromium: the one that comes inside an npm package where it runs, else an installed Chrome. */
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { packageRoot } from "../../scripts/org/packageRoot.ts";

const require = createRequire(import.meta.url);

/** The browser, or one sentence that says why there is none here. */
export async function openBrowser(): Promise<Browser | string> {
    const bundled = process.platform === "linux" && process.arch === "x64";
    try {
        const place = bundled ? { executablePath: await unpackedChromium() } : { channel: "chrome" };
        return await chromium.launch({ ...place, args: ["--no-sandbox"] });
    } catch (error) {
        if (!(error instanceof Error)) throw error;
        const [reason = ""] = error.message
            .split("\n")
            .filter((line) => /error|not found|exist/i.test(line))
            .slice(-1);
        return `No Chromium runs here (${reason.trim()}); install Google Chrome, or run this on Linux x64.`;
    }
}

/** Unpacked once a version, in a folder of its own: by itself the package reuses whatever lies in the shared one. */
async function unpackedChromium(): Promise<string> {
    const manifest = join(dirname(require.resolve("@sparticuz/chromium")), "..", "package.json");
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    const folder = join(packageRoot(), "node_modules", ".cache", `chromium-${version}`);
    mkdirSync(folder, { recursive: true });
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = folder;
    try {
        const { default: packed, inflate } = await import("@sparticuz/chromium");
        const executable = await packed.executablePath();
        if (!hasNss()) {
            await inflate(join(dirname(manifest), "bin", "al2023.tar.br"));
            process.env["LD_LIBRARY_PATH"] = join(folder, "al2023", "lib");
        }
        return executable;
    } finally {
        if (before === undefined) delete process.env["TMPDIR"];
        else process.env["TMPDIR"] = before;
    }
}

/** Chromium needs the NSS libraries; where the machine has none, the package brings them. */
function hasNss(): boolean {
    return ["/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib64"].some((folder) =>
        existsSync(join(folder, "libnss3.so"))
    );
}
