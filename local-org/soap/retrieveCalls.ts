import JSZip from "jszip";
import { madeId } from "../data/recordId.ts";
import type { DeployContext } from "../metadata/deployContext.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import { childNamed, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import { retrieveFiles } from "../metadata/retrieveFiles.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { OrgError } from "../orgError.ts";
import { fileProperties } from "./listCalls.ts";
import { soapXml } from "./soapEnvelope.ts";

/** `retrieve` and `checkRetrieveStatus`; a retrieve is done before its call returns. */
export interface RetrieveCalls {
    retrieve(context: DeployContext, operation: XmlElement): Promise<string>;
    checkRetrieveStatus(operation: XmlElement): string;
}

export function createRetrieveCalls(): RetrieveCalls {
    const results = new Map<string, string>();
    return {
        async retrieve(context, operation) {
            const id = madeId("09S", results.size + 1);
            results.set(id, await retrieveResult(context, operation, id));
            return soapXml("result", { done: false, id, state: "Queued" });
        },
        checkRetrieveStatus(operation) {
            const result = results.get(textOf(operation, "asyncProcessId") ?? "");
            if (result === undefined)
                throw new OrgError("INVALID_ID_FIELD", "There is no retrieve with this asyncProcessId.");
            return result;
        }
    };
}

async function retrieveResult(context: DeployContext, operation: XmlElement, id: string): Promise<string> {
    const request = childNamed(operation, "request");
    const unpackaged = request === undefined ? undefined : childNamed(request, "unpackaged");
    if (request === undefined || unpackaged === undefined) {
        throw new DeployProblem(
            "retrieve needs an unpackaged manifest; packages can't be retrieved from this local org"
        );
    }
    const types = childrenNamed(unpackaged, "types").map((each) => ({
        type: requiredText(each, "name", "types"),
        names: childrenNamed(each, "members").map((member) => member.text)
    }));
    const { files, found, problems } = retrieveFiles(context, types);
    const root = textOf(request, "singlePackage") === "true" ? "" : "unpackaged/";
    const zip = new JSZip();
    for (const [path, content] of files) zip.file(`${root}${path}`, content);
    return soapXml("result", {
        done: true,
        fileProperties: found.map(({ type, fullName, path, lastModifiedDate }) =>
            fileProperties(context, type, fullName, `${root}${path}`, lastModifiedDate)
        ),
        id,
        messages: problems.map((problem) => ({ fileName: `${root}package.xml`, problem })),
        status: "Succeeded",
        success: true,
        zipFile: await zip.generateAsync({ type: "base64", compression: "DEFLATE" })
    });
}
