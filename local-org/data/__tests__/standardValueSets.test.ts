import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { OrgError } from "../../orgError.ts";
import type { StandardValue } from "../standardValue.ts";
import { putStandardValueSet, standardValueSet, standardValueSetNames } from "../standardValueSets.ts";
import { freshOrg, objectNamed, shown } from "./org.ts";

const value = (name: string, more: Partial<StandardValue> = {}): StandardValue => ({
    value: name,
    label: name,
    active: true,
    isDefault: false,
    ...more
});

const stage = (name: string, probability: number, more: Partial<StandardValue["stage"]> = {}): StandardValue =>
    value(name, {
        stage: {
            isClosed: false,
            isWon: false,
            probability,
            forecastCategory: "Pipeline",
            description: null,
            ...more
        }
    });

describe("a standard value set", () => {
    it("gives its choices to every field that takes them", () => {
        const org = freshOrg();

        putStandardValueSet(org, "LeadSource", [value("Fair"), value("Web", { isDefault: true })]);

        for (const [object, field] of [
            ["Opportunity", "LeadSource"],
            ["Account", "AccountSource"]
        ] as const) {
            const { picklistValues, defaultValue } = objectNamed(org, object).fields.get(field) ?? {};
            const active = picklistValues?.filter((each) => each.active).map((each) => each.value);
            assert.deepEqual({ active, defaultValue }, { active: ["Fair", "Web"], defaultValue: "Web" });
        }
    });

    it("keeps what is left out as inactive, after the others", () => {
        const org = freshOrg();

        putStandardValueSet(org, "ContactRole", [value("Champion")]);

        const [first, second] = standardValueSet(org, "ContactRole");
        assert.deepEqual([first?.value, first?.active, second?.active], ["Champion", true, false]);
    });

    it("of stages writes rows: known ones keep their Ids, new ones come in order", () => {
        const org = freshOrg();
        const stages = objectNamed(org, "OpportunityStage");
        const idOf = (name: string) => org.store.readMany(stages, { field: "ApiName", isOneOf: [name] })[0]?.["Id"];
        const before = idOf("Qualification");

        putStandardValueSet(org, "OpportunityStage", [
            stage("Qualification", 15),
            stage("Pilot", 60, { forecastCategory: "BestCase" }),
            stage("Closed Won", 100, { isClosed: true, isWon: true, forecastCategory: "Closed" })
        ]);

        const [pilot = {}] = org.store.readMany(stages, { field: "ApiName", isOneOf: ["Pilot"] });
        assert.equal(idOf("Qualification"), before);
        assert.deepEqual(
            shown(pilot, "SortOrder", "IsActive", "DefaultProbability", "ForecastCategory", "ForecastCategoryName"),
            {
                SortOrder: "2",
                IsActive: "true",
                DefaultProbability: "60",
                ForecastCategory: "BestCase",
                ForecastCategoryName: "Best Case"
            }
        );
        assert.deepEqual(
            objectNamed(org, "Opportunity")
                .fields.get("StageName")
                ?.picklistValues.filter((each) => each.active)
                .map((each) => each.value),
            ["Qualification", "Pilot", "Closed Won"]
        );
    });

    it("given back as it stands, changes nothing", () => {
        const org = freshOrg();
        const before = standardValueSetNames.map((name) => standardValueSet(org, name));

        standardValueSetNames.forEach((name) => {
            putStandardValueSet(org, name, standardValueSet(org, name));
        });

        assert.deepEqual(
            standardValueSetNames.map((name) => standardValueSet(org, name)),
            before
        );
    });

    const refusals: readonly [what: string, set: string, values: StandardValue[], message: RegExp][] = [
        ["that this org doesn't have", "CaseStatus", [], /CaseStatus is not supported/],
        ["with a value twice", "Industry", [value("Energy"), value("energy")], /energy stands there twice/],
        ["of stages that are none", "OpportunityStage", [value("Pilot")], /Pilot: it needs a forecast category/],
        ["with a stage that is won and open", "OpportunityStage", [stage("A", 5, { isWon: true })], /a closed one/],
        ["with an impossible probability", "OpportunityStage", [stage("A", 101)], /probability is 0 to 100/]
    ];

    for (const [what, set, values, message] of refusals) {
        it(`is refused ${what}`, () => {
            assert.throws(
                () => {
                    putStandardValueSet(freshOrg(), set, values);
                },
                (error) => error instanceof OrgError && message.test(error.message)
            );
        });
    }
});
