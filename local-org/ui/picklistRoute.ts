import { createHash } from "node:crypto";
import { isRecordId, to18 } from "../data/recordId.ts";
import { OrgError } from "../orgError.ts";
import type { Call, Reply } from "../rest/call.ts";
import { ok, part } from "../rest/call.ts";
import { objectOfPath } from "../rest/objectNamed.ts";
import { notFound } from "../rest/problems.ts";
import { masterRecordTypeId } from "../schema/describe.ts";
import type { FieldSchema, ObjectSchema, PicklistValue } from "../schema/objectSchema.ts";
import { plainValue } from "./recordRepresentation.ts";

/**
 * `GET /ui-api/object-info/:object/picklist-values/:recordType/:field`: the values that a record type offers, in the
 * field's own order. The master offers every active one.
 */
export function readPicklistValues(call: Call): Reply {
    const object = objectOfPath(call);
    const field = picklistOf(call, object);
    const recordTypeId = to18(recordTypeIdOf(call));
    const offered = offeredBy(object, field, recordTypeId);
    const attributesOf = field.name === "StageName" ? stageAttributes(call) : () => null;
    const values = field.picklistValues
        .filter(({ active, value }) => active && (offered === undefined || offered.has(value)))
        .map((each) => ({ attributes: attributesOf(each), label: each.label, validFor: [], value: each.value }));
    return ok({
        controllerValues: {},
        defaultValue: null,
        eTag: createHash("md5").update(JSON.stringify(values)).digest("hex"),
        url: `/services/data/v${call.version}/ui-api/object-info/${object.name}/picklist-values/${recordTypeId}/${field.name}`,
        values
    });
}

function picklistOf({ org, user, parts }: Call, object: ObjectSchema): FieldSchema {
    const field = org.schema.field(object, parts["field"] ?? "");
    if (field === undefined || !user.canReadField(object.name, field.name)) throw notFound();
    if (field.type !== "picklist" && field.type !== "multipicklist") {
        throw new OrgError("INVALID_FIELD", `${object.name}.${field.name} is no picklist.`);
    }
    return field;
}

function recordTypeIdOf(call: Call): string {
    const id = part(call, "recordType");
    if (!isRecordId(id)) throw notFound();
    return id;
}

/** Undefined: every active value. */
function offeredBy(object: ObjectSchema, field: FieldSchema, recordTypeId: string): ReadonlySet<string> | undefined {
    if (recordTypeId === masterRecordTypeId) return undefined;
    const recordType = object.recordTypes?.find(({ id }) => id === recordTypeId);
    if (recordType === undefined) throw notFound();
    return recordType.picklists.get(field.name);
}

/** What the platform adds to a stage; the spelling of `picklistAtrributesValueType` is its own. */
function stageAttributes({ org }: Call) {
    const object = org.schema.object("OpportunityStage");
    const rows = new Map((object === undefined ? [] : org.store.readMany(object)).map((row) => [row["ApiName"], row]));
    return ({ value }: PicklistValue) => {
        const row = rows.get(value);
        return row === undefined
            ? null
            : {
                  closed: row["IsClosed"] === true,
                  defaultProbability: plainValue(row["DefaultProbability"] ?? null),
                  forecastCategoryName: plainValue(row["ForecastCategoryName"] ?? null),
                  picklistAtrributesValueType: "OpportunityStage",
                  won: row["IsWon"] === true
              };
    };
}
