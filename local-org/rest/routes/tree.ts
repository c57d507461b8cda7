import type { RecordValues } from "../../data/value.ts";
import { OrgError } from "../../orgError.ts";
import type { SaveError } from "../../save/saveRecords.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import type { Call, Reply, Route } from "../call.ts";
import { saveCollection } from "../collection.ts";
import { givenRecord, noSuchColumn } from "../givenRecord.ts";
import { readTree } from "../recordTree.ts";
import type { TreeNode } from "../recordTree.ts";
import { objectOfPath } from "../objectNamed.ts";

/** Records with their children in one request, all of them or none. */
export const treeRoutes: readonly Route[] = [{ method: "POST", path: "/composite/tree/:object", answer: createTree }];

interface Failure {
    readonly referenceId: string;
    readonly errors: readonly SaveError[];
}

class TreeRefused extends Error {
    readonly failures: readonly Failure[];

    constructor(failures: readonly Failure[]) {
        super();
        this.failures = failures;
    }
}

function createTree(call: Call): Reply {
    const root = objectOfPath(call);
    const levels = readTree(call.org.schema, root, call.body);
    const ids = new Map<TreeNode, string>();
    try {
        call.org.store.transaction(() => levels.forEach((nodes) => saveLevel(call, nodes, ids)));
    } catch (error) {
        if (!(error instanceof TreeRefused)) throw error;
        return { status: 400, body: { hasErrors: true, results: error.failures } };
    }
    const results = [...ids].map(([{ referenceId }, id]) => ({ referenceId, id }));
    return { status: 201, body: { hasErrors: false, results } };
}

/** Records of one object and level are saved together, as the platform does. */
function saveLevel(call: Call, nodes: readonly TreeNode[], ids: Map<TreeNode, string>): void {
    const byObject = new Map<ObjectSchema, TreeNode[]>();
    for (const node of nodes) byObject.set(node.object, [...(byObject.get(node.object) ?? []), node]);
    for (const same of byObject.values()) saveTogether(call, same, ids);
}

function saveTogether(call: Call, nodes: readonly TreeNode[], ids: Map<TreeNode, string>): void {
    const items = nodes.map((node) => {
        try {
            return { operation: "insert" as const, object: node.object, values: valuesOf(call, node, ids) };
        } catch (error) {
            if (error instanceof OrgError) return error;
            throw error;
        }
    });
    const outcomes = saveCollection(call, items, true);
    const failures = nodes.flatMap(({ referenceId }, place): Failure[] => {
        const errors = (outcomes[place]?.errors ?? []).filter(isOwn);
        return errors.length > 0 ? [{ referenceId, errors }] : [];
    });
    if (failures.length > 0) throw new TreeRefused(failures);
    nodes.forEach((node, place) => ids.set(node, String(outcomes[place]?.id)));
}

/** Only the records that caused the refusal are named. */
const isOwn = ({ statusCode }: SaveError): boolean => statusCode !== "ALL_OR_NONE_OPERATION_ROLLED_BACK";

function valuesOf(call: Call, node: TreeNode, ids: ReadonlyMap<TreeNode, string>): RecordValues {
    const values = givenRecord(call, node.object, node.json);
    if (values["Id"] !== undefined) throw noSuchColumn("Id", node.object);
    if (node.parent === null) return values;
    return { ...values, [node.parent.field.name]: ids.get(node.parent.node) ?? null };
}
