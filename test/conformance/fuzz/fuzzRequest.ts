import type { RawRequest } from "../hostile/ask.ts";
import { diceOf } from "./dice.ts";
import type { Dice } from "./dice.ts";
import { mutated } from "./mutate.ts";
import { chatterRequest, controlRequest, graphqlRequest, soapCall, uiRequest } from "./otherRequests.ts";
import {
    bulkRequest,
    collectionRequest,
    compositeRequest,
    describeRequest,
    queryRequest,
    recordRequest
} from "./restRequests.ts";

/** The APIs and their share of the requests, in percent. */
export const apis: readonly (readonly [share: number, name: string, make: (dice: Dice) => RawRequest])[] = [
    [30, "queries", queryRequest],
    [22, "records", recordRequest],
    [8, "collections", collectionRequest],
    [8, "composite", compositeRequest],
    [9, "Bulk API 2.0", bulkRequest],
    [5, "SOAP Metadata API", soapCall],
    [6, "GraphQL", graphqlRequest],
    [3, "UI API", uiRequest],
    [4, "Chatter", chatterRequest],
    [2, "describe and the like", describeRequest],
    [3, "the local org's controls", controlRequest]
];

export interface FuzzRequest {
    readonly api: string;
    readonly request: RawRequest;
}

/** The request of this number under this seed: always the same one. A third are damaged. */
export function fuzzRequest(seed: number, number: number): FuzzRequest {
    const dice = diceOf(seed, number);
    const [api, make] = dice.weigh(apis.map(([share, name, made]) => [share, [name, made]] as const));
    const request = make(dice);
    const sent = dice.chance(1 / 3) ? mutated(dice, request) : request;
    return { api, request: endsSession(sent) ? request : sent };
}

/** Damage may turn a sign-in into the end of the fuzz's own session; all that follows would be refused. */
const endsSession = ({ method, path }: RawRequest): boolean => method === "DELETE" && path.includes("sessions");
