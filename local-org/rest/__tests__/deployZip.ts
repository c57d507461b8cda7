import JSZip from "jszip";
import type { Connection } from "jsforce";
import { manifest } from "../../metadata/__tests__/deployed.ts";
import type { MemberLists } from "../../metadata/__tests__/deployed.ts";

/** Deploys files by the Metadata API. Throws with the problems where it is refused. */
export async function deployZip(
    connection: Connection,
    members: MemberLists,
    files: Readonly<Record<string, string>>
): Promise<void> {
    const zip = new JSZip();
    for (const [path, content] of Object.entries({ "package.xml": manifest(members), ...files }))
        zip.file(path, content);
    const content = await zip.generateAsync({ type: "base64" });
    const result = await connection.metadata
        .deploy(content, { rollbackOnError: true, singlePackage: true })
        .complete(true);
    if (result.success !== true) throw new Error(JSON.stringify(result.details?.componentFailures));
}
