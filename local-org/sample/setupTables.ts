import { seeded } from "../data/seedOrg.ts";
import type { TextTable } from "../data/table.ts";
import { forecastCategoryByName } from "../schema/standard/opportunityStages.ts";
import { instant } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import { idCounter } from "./ids.ts";
import { salesProcesses } from "./salesProcesses.ts";
import { closedLost, closedWon } from "./stages.ts";
import { textTable } from "./textTable.ts";

/** The sales processes: which there are, whose record types they are, which stages they offer, all stages in order. */
export function setupTables(openedOn: Day): TextTable[] {
    const made = { CreatedDate: instant({ day: openedOn, minutes: 30 }), CreatedById: seeded.administrator };
    const closed = [closedWon, closedLost];
    const nextId = idCounter("01J");
    return [
        textTable(
            "BusinessProcess",
            ["Id", "Name", "TableEnumOrId", "IsActive", "CreatedDate", "CreatedById"],
            salesProcesses.map(({ id, name }) => ({
                Id: id,
                Name: name,
                TableEnumOrId: "Opportunity",
                IsActive: "true",
                ...made
            }))
        ),
        textTable(
            "RecordType",
            [
                "Id",
                "Name",
                "DeveloperName",
                "SobjectType",
                "BusinessProcessId",
                "IsActive",
                "CreatedDate",
                "CreatedById"
            ],
            salesProcesses.map(({ id, recordType }) => ({
                Id: recordType.id,
                Name: recordType.name,
                DeveloperName: recordType.developerName,
                SobjectType: "Opportunity",
                BusinessProcessId: id,
                IsActive: "true",
                ...made
            }))
        ),
        textTable(
            "BusinessProcessStage",
            ["BusinessProcessId", "StageName"],
            salesProcesses.flatMap(({ id, openStages }) =>
                [...openStages, ...closed].map(({ name }) => ({ BusinessProcessId: id, StageName: name }))
            )
        ),
        textTable(
            "OpportunityStage",
            [
                "Id",
                "ApiName",
                "MasterLabel",
                "IsActive",
                "SortOrder",
                "IsClosed",
                "IsWon",
                "DefaultProbability",
                "ForecastCategory",
                "ForecastCategoryName",
                "CreatedDate",
                "CreatedById"
            ],
            [...salesProcesses.flatMap(({ openStages }) => openStages), ...closed].map((stage, index) => ({
                Id: nextId(),
                ApiName: stage.name,
                MasterLabel: stage.name,
                IsActive: "true",
                SortOrder: String(index + 1),
                IsClosed: String(stage.isClosed),
                IsWon: String(stage.isWon),
                DefaultProbability: String(stage.probability),
                ForecastCategory: forecastCategoryByName.get(stage.forecastCategoryName) ?? "",
                ForecastCategoryName: stage.forecastCategoryName,
                ...made
            }))
        )
    ];
}
