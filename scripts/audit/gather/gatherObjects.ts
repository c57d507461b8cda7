import { z } from "zod";
import { CannotStart } from "../../cannotStart.ts";
import type { Artifact } from "../gathered.ts";
import type { OrgReader } from "./orgReader.ts";
import { attempt } from "./refusal.ts";

const describeSchema = z.object({
    fields: z.array(z.object({ name: z.string() })),
    recordTypeInfos: z
        .array(z.object({ recordTypeId: z.string(), developerName: z.string(), name: z.string(), master: z.boolean() }))
        .default([])
});

export interface RecordType {
    readonly id: string;
    readonly developerName: string;
    readonly name: string;
}

export interface DescribedOpportunity {
    /** Only fields that the running user may read: describe leaves out the others. */
    readonly fields: ReadonlySet<string>;
    /** Empty where the org has none but the master. */
    readonly recordTypes: readonly RecordType[];
}

/** Throws `CannotStart` without access to Opportunity: there would be nothing to say. */
export async function describeOpportunity(reader: OrgReader): Promise<DescribedOpportunity> {
    const described = await attempt(async () =>
        describeSchema.parse(await reader.get("/sobjects/Opportunity/describe"))
    );
    if ("unreadable" in described) {
        throw new CannotStart(
            `This user may not read opportunities (${described.unreadable}): sign in as one who may, and repeat.`
        );
    }
    const recordTypes = described.value.recordTypeInfos.filter((info) => !info.master);
    return {
        fields: new Set(described.value.fields.map((field) => field.name)),
        recordTypes: recordTypes.map((info) => ({
            id: info.recordTypeId,
            developerName: info.developerName,
            name: info.name
        }))
    };
}

/** Names of the readable fields. */
export function describeContactRole(reader: OrgReader): Promise<Artifact<ReadonlySet<string>>> {
    return attempt(async () => {
        const described = describeSchema.parse(await reader.get("/sobjects/OpportunityContactRole/describe"));
        return new Set(described.fields.map((field) => field.name));
    });
}
