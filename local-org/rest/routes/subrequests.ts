import { OrgError } from "../../orgError.ts";
import { splitUrl } from "../asked.ts";

/** What the platform offers within a composite or a batch, and this org has. */
const offered: ReadonlySet<string> = new Set([
    ...["sobjects", "query", "queryall", "limits", "ui-api", "chatter", "connect"],
    "composite/sobjects"
]);

/** The resource that a subrequest's url names, as in `composite/sobjects` or `query`; "" for none of the API. */
function resourceOf(url: string): string {
    const [services, data, , resource = "", next = ""] = splitUrl(url)
        .path.toLowerCase()
        .split("/")
        .filter((step) => step !== "");
    if (services !== "services" || data !== "data") return "";
    return resource === "composite" && next !== "" ? `composite/${next}` : resource;
}

/** Throws INVALID_REQUEST for what can't stand in another request. A composite in it could hold another, and so on. */
export function checkSubrequest(url: string): void {
    const resource = resourceOf(url);
    if (offered.has(resource)) return;
    throw new OrgError("INVALID_REQUEST", `${url.slice(0, 200)} can't be a subrequest: ${reasonAgainst(resource)}.`);
}

function reasonAgainst(resource: string): string {
    if (resource === "composite") return "a composite within a composite is not supported by this local org";
    if (resource === "") {
        return "what does not stand under /services/data is not supported by this local org";
    }
    return `${resource} within another request is not supported by this local org`;
}

/** Queries and collections, of which one composite may hold five. */
export const isCountedApart = (url: string): boolean =>
    ["query", "queryall", "composite/sobjects"].includes(resourceOf(url));
