/** The report types, reports and dashboards that we deploy. */
import { join } from "node:path";
import { readMetadataFiles } from "../metadataFiles.ts";
import { dashboardOf, reportOf, reportTypeOf, type Report, type ReportType } from "./insightFiles.ts";

const files = readMetadataFiles(join(import.meta.dirname, "../../../force-app"));
const ofSuffix = (suffix: string) => files.filter((file) => file.suffix === suffix);

export const reportTypes = ofSuffix("reportType").map(reportTypeOf);
export const reports = ofSuffix("report").map(reportOf);
export const dashboards = ofSuffix("dashboard").map(dashboardOf);

/** "PW_Slips", in our folder. */
export function reportNamed(name: string): Report {
    const report = reports.find((each) => each.name === `PW_Pipewright/${name}`);
    if (report === undefined) throw new Error(`There is no report ${name}.`);
    return report;
}

export function typeOf({ name, reportType }: Report): ReportType {
    const type = reportTypes.find((each) => `${each.name}__c` === reportType);
    if (type === undefined) throw new Error(`${name} has no report type ${reportType}.`);
    return type;
}
