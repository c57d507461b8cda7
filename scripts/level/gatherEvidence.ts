import { developerName, levels, rules, type RecordRule } from "c/pwPolicy";
import { z } from "zod";
import { closedSinceOf } from "../audit/day.ts";
import { emptyConfig } from "../audit/derive/configFile.ts";
import type { Artifact, Gathered } from "../audit/gathered.ts";
import { gatherOrg } from "../audit/gather/gatherOrg.ts";
import { OrgReader } from "../audit/gather/orgReader.ts";
import { attempt } from "../audit/gather/refusal.ts";
import { groupBy } from "../audit/groupBy.ts";
import { judgeGathered } from "../audit/judgeGathered.ts";
import type { AuditResult, Finding } from "../audit/result.ts";
import { CannotStart } from "../cannotStart.ts";
import { checkSetUp } from "../check/checkSetUp.ts";
import { gatherSetUp } from "../check/gather/gatherSetUp.ts";
import type { SetUpConnection } from "../check/gather/setUpReader.ts";
import { readPackageContents } from "../check/packageContents.ts";
import { packageRoot } from "../org/packageRoot.ts";
import { gatherPlan } from "../reconcile/gatherStamps.ts";
import type { Broken, Evidence, Moves } from "./evidence.ts";
import { touches } from "./touches.ts";

export interface EvidenceScope {
    readonly now: Date;
    /** How far back moves are counted. */
    readonly days: number;
    /** Folder of the overlay that the org was given; the package's own where absent. */
    readonly overlay?: string;
}

/** How many owners and stages are named. */
const namedWorst = 5;

/** Judges the rule over all open opportunities, as the audit does. Throws `CannotStart` where it has no record there. */
export async function gatherEvidence(
    connection: SetUpConnection,
    rule: RecordRule,
    { now, days, overlay }: EvidenceScope
): Promise<Evidence> {
    const contents = readPackageContents(packageRoot(), overlay);
    const reader = new OrgReader(connection);
    const gathered = await gatherOrg(connection, { now, closedWithinDays: 0 });
    const org = valueOf(gathered.org, "the organization");
    const record = (valueOf(gathered.ruleRecords, "the rule records") ?? []).find(
        (each) => each.developerName === developerName(rule.id)
    );
    if (record === undefined) {
        throw new CannotStart(
            `${org.name} has no record of ${rule.id} (PW_Rule.${developerName(rule.id)}): deploy the overlay first, or choose its module.`
        );
    }
    const judged = judgeGathered(gathered, { rules, config: emptyConfig, without: [] });
    const setUp = await gatherSetUp(connection, { now, objects: [...contents.fields.keys()] });
    return {
        org: { id: org.id, name: org.name },
        ruleId: rule.id,
        level: levels.find((level) => level === record.level) ?? null,
        written: record.level,
        asOf: gathered.asOf,
        seesAll: judged.run.seesAll,
        ...openOf(judged, rule),
        exceptions: judged.exceptions.filter(({ ruleId }) => ruleId === rule.id),
        moves: await gatherMoves(reader, rule, gathered, days),
        drifted: await gatherDrift(reader),
        setUp: checkSetUp(setUp, contents).findings.filter((finding) => touches(finding, rule))
    };
}

function openOf({ rules: results, findings }: Pick<AuditResult, "rules" | "findings">, { id }: RecordRule) {
    const result = results.find((each) => each.id === id);
    if (result === undefined) throw new Error(`${id} was not judged.`);
    const { applicable, met, unmet, unknown, exempt = 0, reasons } = result;
    const broken = findings.filter(({ ruleId, verdict }) => ruleId === id && verdict === "unmet");
    return {
        open: { applicable, met, unmet, unknown, exempt, reasons },
        byOwner: worst(broken, ({ owner }) => owner),
        byStage: worst(broken, ({ stage }) => stage)
    };
}

function worst(findings: readonly Finding[], nameOf: (finding: Finding) => string | null): Broken[] {
    return [...groupBy(findings, nameOf)]
        .map(([name, those]) => ({ name, count: those.length }))
        .toSorted((one, other) => other.count - one.count)
        .slice(0, namedWorst);
}

const moveSchema = z.object({
    StageName: z.string().nullable(),
    PW_Stage_Stamp__c: z.string().nullable(),
    PW_Gaps__c: z.string().nullable()
});

function gatherMoves(
    reader: OrgReader,
    { id }: RecordRule,
    { asOf }: Gathered,
    days: number
): Promise<Artifact<Moves>> {
    const since = closedSinceOf(asOf, days) ?? asOf;
    return attempt(async () => {
        const soql = `SELECT ${Object.keys(moveSchema.shape).join(", ")} FROM Opportunity WHERE LastStageChangeDate >= ${since}T00:00:00Z`;
        const moves = z.array(moveSchema).parse(await reader.query(soql));
        const judged = moves.filter((move) => move.PW_Stage_Stamp__c === move.StageName);
        const withGap = judged.filter((move) => (move.PW_Gaps__c ?? "").split(";").includes(id));
        return { since, judged: judged.length, withGap: withGap.length, unstamped: moves.length - judged.length };
    });
}

async function gatherDrift(reader: OrgReader): Promise<Artifact<number>> {
    try {
        return { value: (await gatherPlan(reader)).changes.length };
    } catch (error) {
        if (error instanceof CannotStart) return { unreadable: error.message };
        throw error;
    }
}

function valueOf<T>(read: Artifact<T>, what: string): T {
    if ("unreadable" in read) throw new CannotStart(`Stopped, for ${what} could not be read (${read.unreadable}).`);
    return read.value;
}
