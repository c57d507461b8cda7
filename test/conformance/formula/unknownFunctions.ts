/** Functions of Salesforce's reference that the local org leaves out: what it says of each at a deploy. */

const elsewhere = "Salesforce offers it in other places than validation rules and flows.";
const geometry = "Trigonometry; no rule of a pipeline needs it.";
const location = "The org has no geolocation fields.";
const calendar = "Outside what the package's rules and flows stand on.";
const session = "It would hand out a session or build a link to one.";

/** By name in capitals, each with why. */
export const unknownFunctions: Readonly<Record<string, string>> = {
    ACOS: geometry,
    ASIN: geometry,
    ATAN: geometry,
    ATAN2: geometry,
    COS: geometry,
    SIN: geometry,
    TAN: geometry,
    PI: geometry,
    DISTANCE: location,
    GEOLOCATION: location,
    ASCII: calendar,
    CASESAFEID: calendar,
    CHR: calendar,
    CURRENCYRATE: "The org has one currency.",
    DAYOFYEAR: calendar,
    FORMATDURATION: calendar,
    FROMUNIXTIME: calendar,
    INITCAP: calendar,
    ISCLONE: "The org cannot tell a clone from a new record.",
    ISOWEEK: calendar,
    ISOYEAR: calendar,
    PICKLISTCOUNT: "Counting the values of a multi-select picklist; no rule of ours needs it.",
    REVERSE: calendar,
    UNIXTIMESTAMP: calendar,
    VLOOKUP: "It queries another object at every save.",
    GETRECORDIDS: elsewhere,
    GETSESSIONID: session,
    HTMLENCODE: elsewhere,
    IMAGEPROXYURL: elsewhere,
    INCLUDE: elsewhere,
    JSENCODE: elsewhere,
    JSINHTMLENCODE: elsewhere,
    JUNCTIONIDLIST: elsewhere,
    LINKTO: elsewhere,
    PARENTGROUPVAL: elsewhere,
    PREDICT: elsewhere,
    PREVGROUPVAL: elsewhere,
    REQUIRESCRIPT: elsewhere,
    URLENCODE: elsewhere,
    URLFOR: elsewhere
};
