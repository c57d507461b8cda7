import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLScalarType, GraphQLString } from "graphql";
import type { GraphQLScalarType as Scalar } from "graphql";
import type { FieldSchema, FieldType } from "../../schema/objectSchema.ts";

const textual = (name: string, description: string): Scalar<string, string> =>
    new GraphQLScalarType<string, string>({
        name,
        description,
        serialize: (value) => GraphQLString.serialize(value),
        parseValue: (value) => GraphQLString.parseValue(value),
        parseLiteral: (node, variables) => GraphQLString.parseLiteral(node, variables)
    });

const numeric = (name: string, description: string): Scalar<number, number> =>
    new GraphQLScalarType<number, number>({
        name,
        description,
        serialize: (value) => GraphQLFloat.serialize(value),
        parseValue: (value) => GraphQLFloat.parseValue(value),
        parseLiteral: (node, variables) => GraphQLFloat.parseLiteral(node, variables)
    });

export const dateScalar = textual("Date", "A day: 2026-06-30.");
export const dateTimeScalar = textual("DateTime", "An instant in UTC: 2026-06-30T12:00:00.000Z.");
const picklistScalar = textual("Picklist", "The API name of a choice.");
const multiPicklistScalar = textual("MultiPicklist", "API names of choices with semicolons between.");
const textAreaScalar = textual("TextArea", "Text of up to 255 characters, with line breaks.");
const longTextAreaScalar = textual("LongTextArea", "Text of more than 255 characters; can't be filtered.");
const emailScalar = textual("EmailAddress", "An address of e-mail.");
const phoneScalar = textual("PhoneNumber", "A telephone number.");
const urlScalar = textual("Url", "An address on the web.");
const doubleScalar = numeric("Double", "A number.");
const currencyScalar = numeric("Currency", "An amount of money.");
const percentScalar = numeric("Percent", "Percent points: 30 is 30 %.");

const scalars: Readonly<Record<Exclude<FieldType, "textarea">, Scalar>> = {
    id: GraphQLID,
    reference: GraphQLID,
    string: GraphQLString,
    combobox: GraphQLString,
    boolean: GraphQLBoolean,
    int: GraphQLInt,
    double: doubleScalar,
    currency: currencyScalar,
    percent: percentScalar,
    date: dateScalar,
    datetime: dateTimeScalar,
    picklist: picklistScalar,
    multipicklist: multiPicklistScalar,
    email: emailScalar,
    phone: phoneScalar,
    url: urlScalar
};

/** The scalar in which a field's value leaves and filters arrive. */
export function scalarOf(field: FieldSchema): Scalar {
    if (field.type !== "textarea") return scalars[field.type];
    return field.filterable ? textAreaScalar : longTextAreaScalar;
}
