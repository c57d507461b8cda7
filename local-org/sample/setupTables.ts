import { seeded } from "../data/seedOrg.ts";
import type { TextTable } from "../data/table.ts";
import { forecastCategoryByName } from "../schema/standard/opportunityStages.ts";
import { instant } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import { idCounter } from "./ids.ts";
import { salesProcesses } from "./salesProcesses.ts";
import { closedLost, closedWon } from "./stages.ts";
import { textTable } from "./textTable.ts";

const closedStages = [closedWon, closedLost];

/** The sales processes: which there are, whose record types they are, which stages they offer, all stages in order. */
export function setupTables(openedOn: Day): TextTable[] {
    const made = { CreatedDate: instant({ day: openedOn, minutes: 30 }), CreatedById: seeded.administrator };
    return [processTable(made), recordTypeTable(made), processStageTable(), stageTable(made)];
}

interface Made {
    readonly CreatedDate: string;
    readonly CreatedById: string;
}

function processTable(made: Made): TextTable {
    const columns = ["Id", "Name", "TableEnumOrId", "IsActive", "CreatedDate", "CreatedById"] as const;
    const rows = salesProcesses.map(({ id, name }) => ({
        Id: id,
        Name: name,
        TableEnumOrId: "Opportunity",
        IsActive: "true",
        ...made
    }));
    return textTable("BusinessProcess", columns, rows);
}

const recordTypeColumns = [
    "Id",
    "Name",
    "DeveloperName",
    "SobjectType",
    "BusinessProcessId",
    "IsActive",
    "CreatedDate",
    "CreatedById"
] as const;

function recordTypeTable(made: Made): TextTable {
    const rows = salesProcesses.map(({ id, recordType }) => ({
        Id: recordType.id,
        Name: recordType.name,
        DeveloperName: recordType.developerName,
        SobjectType: "Opportunity",
        BusinessProcessId: id,
        IsActive: "true",
        ...made
    }));
    return textTable("RecordType", recordTypeColumns, rows);
}

function processStageTable(): TextTable {
    const rows = salesProcesses.flatMap(({ id, openStages }) =>
        [...openStages, ...closedStages].map(({ name }) => ({ BusinessProcessId: id, StageName: name }))
    );
    return textTable("BusinessProcessStage", ["BusinessProcessId", "StageName"], rows);
}

const stageColumns = [
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
] as const;

/** One list for the whole org, as the platform keeps it. */
function stageTable(made: Made): TextTable {
    const nextId = idCounter("01J");
    const stages = [...salesProcesses.flatMap(({ openStages }) => openStages), ...closedStages];
    const rows = stages.map((stage, index) => ({
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
    }));
    return textTable("OpportunityStage", stageColumns, rows);
}
