import type { Component, Deployed } from "./deployed.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { deployFlow } from "./flows.ts";
import { metadataTypeNamed } from "./metadataTypes.ts";
import { textOf } from "./readElement.ts";
import { parseXml } from "./xmlElement.ts";

/** One version of a flow; of all versions at most one is active. */
export interface FlowVersion {
    readonly flow: string;
    /** From 1. */
    readonly number: number;
    readonly active: boolean;
    /** Active, Draft or Obsolete; as the file said it. */
    readonly status: string;
    /** As deployed, but for the status, which is kept true. */
    readonly file: Component;
}

/** Versions are kept as components of a type of this org's own, which no client can name. */
export const versionType = "FlowVersion";

/** All versions of the flow, oldest first; none where there is no such flow. */
export function flowVersions(
    { deployed }: { readonly deployed: Pick<Deployed, "components"> },
    flow: string
): readonly FlowVersion[] {
    return deployed
        .components()
        .filter(({ type }) => type === versionType)
        .map(versionOf)
        .filter((version) => version.flow.toLowerCase() === flow.toLowerCase())
        .sort((one, other) => one.number - other.number);
}

function versionOf(file: Component): FlowVersion {
    const [, flow = "", number = ""] = /^(.*)-(\d+)$/.exec(file.fullName) ?? [];
    const status = statusOf(textIn(file));
    return { flow, number: Number(number), active: status === "Active", status, file };
}

/**
 * Each deploy of a changed flow makes a version. An active one takes the place of the one that ran; a draft
 * leaves that running. In an org that plays production every flow arrives as a draft, as it does there by default.
 */
export const deployFlowVersion: DeployComponent = (context, component) => {
    const { org } = context;
    const { fullName, path, files } = component;
    if (/-\d+$/.test(fullName)) {
        throw new DeployProblem(`Flow ${fullName}: the org numbers the versions; deploy it without a number`);
    }
    deployFlow(context, component);
    const versions = flowVersions(context, fullName);
    const latest = versions.at(-1);
    const given = new TextDecoder().decode(files[0]?.content);
    const arrivesAsDraft = org.plays === "production";
    const text = arrivesAsDraft && statusOf(given) === "Active" ? withStatus(given, "Draft") : given;
    const isNews = latest === undefined || !saysTheSame(text, latest, arrivesAsDraft);
    if (isNews) {
        if (statusOf(text) === "Active") deactivate(context, versions);
        const number = (latest?.number ?? 0) + 1;
        put(context, { fullName: `${fullName}-${number}`, path, lastModifiedDate: org.clock.now() }, text);
    }
    runVersion(context, fullName);
    if (latest === undefined) return "created";
    return isNews ? "changed" : "unchanged";
};

/** Alike but for the status; an active flow that is not active here is news, except where it would arrive as a draft. */
function saysTheSame(text: string, latest: FlowVersion, arrivesAsDraft: boolean): boolean {
    const [given, kept] = [text, textIn(latest.file)].map((each) => withStatus(each, "Draft"));
    return given === kept && (arrivesAsDraft || statusOf(text) !== "Active" || latest.active);
}

/** Makes the version with this number the active one, or none with 0. Throws DeployProblem where there is none. */
export function activateVersion(context: DeployContext, flow: string, number: number): void {
    const versions = flowVersions(context, flow);
    const wanted = versions.find((version) => version.number === number);
    if (number !== 0 && wanted === undefined) {
        throw new DeployProblem(`FlowDefinition ${flow}: Invalid version number: ${number}`);
    }
    deactivate(context, versions);
    if (wanted !== undefined) put(context, wanted.file, withStatus(textIn(wanted.file), "Active"));
    runVersion(context, flow);
}

/** Makes what runs agree with the versions: the active one, else the latest, which then does not run. */
export function runVersion(context: DeployContext, flow: string): void {
    const versions = flowVersions(context, flow);
    const running = versions.find((version) => version.active) ?? versions.at(-1);
    if (running === undefined) return;
    const { path, content } = running.file;
    const element = parseXml(new TextDecoder().decode(content), path);
    deployFlow(context, {
        type: metadataTypeNamed("Flow"),
        fullName: running.flow,
        path,
        element,
        files: [{ path, content }]
    });
}

function deactivate(context: DeployContext, versions: readonly FlowVersion[]): void {
    for (const { active, file } of versions) {
        if (active) put(context, file, withStatus(textIn(file), "Obsolete"));
    }
}

type Place = Pick<Component, "fullName" | "path" | "lastModifiedDate">;

function put({ deployed }: DeployContext, { fullName, path, lastModifiedDate }: Place, text: string): void {
    const content = new TextEncoder().encode(text);
    deployed.putComponent({ type: versionType, fullName, path, lastModifiedDate, content });
}

function textIn({ content }: Component): string {
    return new TextDecoder().decode(content);
}

const statusElement = /<status>\s*(\w*)\s*<\/status>/;

function statusOf(text: string): string {
    return statusElement.exec(text)?.[1] ?? "Draft";
}

// In the text, not in the tree: text templates keep their spaces.
function withStatus(text: string, status: string): string {
    const element = `<status>${status}</status>`;
    return statusElement.test(text)
        ? text.replace(statusElement, element)
        : text.replace(/<\/(\w+:)?Flow>\s*$/, (end) => `    ${element}\n${end}`);
}

/** A flow definition says which version is active: the public way to stop a flow, for 0 is none. */
export const deployFlowDefinition: DeployComponent = (context, { fullName, element }) => {
    const what = `FlowDefinition ${fullName}`;
    if (element === null) throw new DeployProblem("it is not a metadata file");
    if (flowVersions(context, fullName).length === 0) {
        throw new DeployProblem(`${what}: there is no flow of this name; a flow's definition comes with the flow`);
    }
    const text = textOf(element, "activeVersionNumber") ?? "0";
    if (!/^\d{1,6}$/.test(text)) throw new DeployProblem(`${what}: Invalid version number: ${text}`, element.line);
    activateVersion(context, fullName, Number(text));
    return "changed";
};
