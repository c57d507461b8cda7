import { OrgError } from "../orgError.ts";

const CUSTOM_HINT = "Please reference your WSDL or the describe call for the appropriate names.";

export function malformed(message: string): OrgError {
    return new OrgError("MALFORMED_QUERY", message);
}

/** Beyond what one query may ask for; the platform has the code and gives no numbers. */
export function tooComplicated(message: string): OrgError {
    return new OrgError("QUERY_TOO_COMPLICATED", message);
}

/** What the platform knows and this org does not. */
export function unsupported(what: string): OrgError {
    return malformed(`${what} is not supported by this local org`);
}

export function unknownObject(name: string): OrgError {
    return new OrgError(
        "INVALID_TYPE",
        `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append ` +
            `the '__c' after the entity name. ${CUSTOM_HINT}`
    );
}

export function unknownField(name: string, objectName: string): OrgError {
    return invalidField(
        `No such column '${name}' on entity '${objectName}'. If you are attempting to use a custom field, be sure to ` +
            `append the '__c' after the custom field name. ${CUSTOM_HINT}`
    );
}

export function unknownParent(name: string): OrgError {
    return invalidField(
        `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, ` +
            `be sure to append the '__r' after the custom relationship name. ${CUSTOM_HINT}`
    );
}

export function unknownChildren(name: string): OrgError {
    return new OrgError(
        "INVALID_TYPE",
        `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom ` +
            `relationship, be sure to append the '__r' after the custom relationship name. ${CUSTOM_HINT}`
    );
}

export function invalidField(message: string): OrgError {
    return new OrgError("INVALID_FIELD", message);
}

export function invalidOperator(message: string): OrgError {
    return new OrgError("INVALID_QUERY_FILTER_OPERATOR", message);
}
