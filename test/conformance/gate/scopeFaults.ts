/** Faults planted in the overlay for record types, each with the cases that must see it. */
import { AssertionError } from "node:assert/strict";
import type { Case } from "../runCases.ts";
import { plant, type Fault } from "./plantedFaults.ts";
import { scopeCases } from "./scopeCases.ts";
import type { ScopeWorld } from "./scopeWorld.ts";

interface ScopeFault extends Fault {
    readonly seenBy: readonly string[];
}

const inFlow = (flow: string) => ({ path: `flows/PW_${flow}.flow-meta.xml` });

export const scopeFaults: readonly ScopeFault[] = [
    {
        name: "PW_Stamp_Opportunity takes an unknown record type for none",
        ...inFlow("Stamp_Opportunity"),
        instead: /\{!priorRecordType\} &lt;&gt; (?:&quot;|")\?(?:&quot;|")/,
        stands: "TRUE",
        seenBy: [
            "so it is where no stamp tells the record type before",
            "and where the stamp was written by a version without record types"
        ]
    },
    {
        name: "PW_Stamp_Record_Type forgets nothing while the gate is off",
        ...inFlow("Stamp_Record_Type"),
        instead: /(<start>[\s\S]*?<targetReference>)Forget_The_Record_Type/,
        stands: "$1Is_The_Gate_In_Use",
        seenBy: ["and where the record type was changed while the gate was off"]
    },
    {
        name: "PW_Products_Present asks every record type",
        path: "objects/Opportunity/validationRules/PW_Products_Present.validationRule-meta.xml",
        instead: /PW_Record_Type__c/g,
        stands: "&quot;New_Business&quot;",
        seenBy: ["and no other"]
    }
];

export function scopeFaultCases(world: ScopeWorld, back: () => Promise<void>): Case[] {
    return scopeFaults.map((fault) => ({
        name: `A planted fault is seen: ${fault.name}`,
        async run() {
            const files = plant(world.overlay, fault);
            for (const name of fault.seenBy) {
                await back();
                await world.org.deploy(files);
                if (!(await isSeenBy(name, world))) throw new Error(`"${name}" passes all the same`);
            }
        }
    }));
}

async function isSeenBy(name: string, world: ScopeWorld): Promise<boolean> {
    const seeing = scopeCases.find((each) => each.name === name);
    if (seeing === undefined) throw new Error(`there is no case "${name}"`);
    try {
        await seeing.act(world);
        return false;
    } catch (error) {
        if (error instanceof AssertionError) return true;
        throw error;
    }
}
