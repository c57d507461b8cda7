/** Moves that change the record type too: how far is judged from where the stage stood in the record type before. */
import assert from "node:assert/strict";
import type { ScopeCase } from "./scopeCases.ts";
import type { RecordTypeName, ScopeWorld } from "./scopeWorld.ts";

const noProducts = /at least one product/;
const proposal = "Proposal/Price Quote";
const perception = "Perception Analysis";

interface Moved {
    /** Each deal begins in Proposal: second for renewals, seventh for every other. */
    readonly from: RecordTypeName | null;
    readonly isUnstamped?: true;
    /** What happens before the move. */
    readonly first?: (world: ScopeWorld, id: string) => Promise<void>;
    readonly stage: string;
    readonly to: RecordTypeName;
    readonly refusedWith: RegExp | null;
}

const moved = (name: string, { from, isUnstamped, first, stage, to, refusedWith }: Moved): ScopeCase => ({
    name,
    async act(world) {
        await world.only("products-present", { fromPosition: 1 });
        const make = () => world.deal(from, { StageName: proposal });
        const id = isUnstamped === true ? await world.whileOff(make) : await make();
        await first?.(world, id);
        const outcome = await world.change(id, { StageName: stage, RecordTypeId: world.recordTypes[to] });
        if (refusedWith === null) assert.equal(outcome, "saved");
        else assert.match(outcome, refusedWith);
    }
});

const forward = { stage: perception, to: "New_Business", refusedWith: noProducts } as const;
const back = { ...forward, refusedWith: null } as const;

export const scopeCasesOfMoves: readonly ScopeCase[] = [
    moved("a move into another record type is forward where the stage stands higher there", {
        ...{ from: "Renewal", ...forward }
    }),
    moved("so it is where no stamp tells the record type before", { from: "Renewal", isUnstamped: true, ...forward }),
    moved("and where the stamp was written by a version without record types", {
        ...{ from: "Renewal", ...forward },
        async first(world, id) {
            assert.equal(await world.change(id, { PW_Record_Type__c: null }, world.people.mender.token), "saved");
        }
    }),
    moved("and where the record type was changed while the gate was off", {
        ...{ from: "New_Business", ...forward },
        async first(world, id) {
            const renewed = { RecordTypeId: world.recordTypes.Renewal };
            assert.equal(await world.whileOff(() => world.change(id, renewed)), "saved");
        }
    }),
    moved("a move back stays one where the record type stays, with no stamp", {
        ...{ from: "New_Business", isUnstamped: true, ...back }
    }),
    moved("a move back into another record type stays one where the stamp tells the record type before", {
        ...{ from: "New_Business", stage: proposal, to: "Renewal", refusedWith: null }
    }),
    moved("a move back of a deal that had no record type needs no stamp", {
        ...{ from: null, isUnstamped: true, ...back }
    })
];
