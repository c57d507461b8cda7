import { TypeInfo, visit, visitWithTypeInfo } from "graphql";
import type { DirectiveNode, DocumentNode, GraphQLSchema } from "graphql";

const isMark = (directive: DirectiveNode): boolean => directive.name.value === "optional";

/** Takes out the fields marked `@optional` that this user can't read, and the marks themselves. */
export function withoutUnreadableOptional(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
    const types = new TypeInfo(schema);
    const kept: DocumentNode = visit(
        document,
        visitWithTypeInfo(types, {
            Field: ({ directives = [] }) => (directives.some(isMark) && types.getFieldDef() == null ? null : undefined)
        })
    );
    return visit(kept, { Directive: (node) => (isMark(node) ? null : undefined) });
}
