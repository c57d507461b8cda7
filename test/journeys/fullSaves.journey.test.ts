/** 500 saves with real child records: what the gate says in the org is what the policy says of the records. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { RuleSettings } from "c/pwPolicy";
import { randomOf } from "../../local-org/sample/random.ts";
import { openDeployedOrg } from "../support/deployedOrg.ts";
import { contactCount, expectedRefusals, planMove, type PlannedMove } from "../support/fullSaves.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

const settings: Readonly<Record<string, RuleSettings>> = {
    "products-present": { level: "Block", fromPosition: "7" },
    "contact-roles-present": { level: "Block", fromPosition: "3", minimum: "2" },
    "close-date-not-past": { level: "Block", fromPosition: "1" }
};

describe("500 full saves", () => {
    let org: TargetOrg;
    let world: GateWorld;
    let moves: PlannedMove[];

    before(async () => {
        org = await openDeployedOrg();
        world = await openGateWorld(org.connection, org.today);
        const random = randomOf(20260630, "full saves");
        moves = Array.from({ length: 500 }, () => planMove(random, org.today));
    });
    after(async () => {
        await world.tidy();
        await org.close();
    });

    it("are refused with exactly the messages of the rules they break, and else go through", async () => {
        const ids = await makeOpportunities(world, moves);
        for (const [ruleId, { level, fromPosition, minimum }] of Object.entries(settings)) {
            await world.setRule(ruleId, {
                level,
                fromPosition: Number(fromPosition),
                ...(minimum ? { minimum: Number(minimum) } : {})
            });
        }

        const outcomes = await world.updateAll(
            "Opportunity",
            moves.map(({ to }, index) => ({ Id: ids[index] ?? "", StageName: to }))
        );

        const expected = moves.map((move) => expectedRefusals(move, settings, org.today).sort());
        assert.deepEqual(
            outcomes.map((messages) => [...messages].sort()),
            expected
        );
        const refused = expected.filter((messages) => messages.length > 0).length;
        assert.ok(refused > 100 && refused < 400, `only the mix shows something: ${refused} of 500 refused`);
    });
});

async function makeOpportunities(world: GateWorld, moves: readonly PlannedMove[]): Promise<string[]> {
    const accountId = await world.create("Account", { Name: "500 full saves" });
    const contacts = await world.createAll(
        "Contact",
        Array.from({ length: contactCount }, (_, number) => ({ LastName: `Contact ${number}`, AccountId: accountId }))
    );
    const ids = await world.createAll(
        "Opportunity",
        moves.map(({ from, closeDate }, number) => ({
            Name: `Save ${number}`,
            StageName: from,
            CloseDate: closeDate,
            AccountId: accountId
        }))
    );
    const opportunityOf = (move: PlannedMove): string => ids[moves.indexOf(move)] ?? "";
    await world.createAll(
        "OpportunityLineItem",
        moves.filter(({ hasLine }) => hasLine).map((move) => world.lineOf(opportunityOf(move)))
    );
    await world.createAll(
        "OpportunityContactRole",
        moves.flatMap((move) =>
            move.roles.map(({ contact, role }) => ({
                OpportunityId: opportunityOf(move),
                ContactId: contacts[contact] ?? "",
                Role: role
            }))
        )
    );
    return ids;
}
