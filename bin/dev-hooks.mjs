// Lets Node load the TypeScript sources: types are stripped here and checked by `npm run typecheck`.
import { register } from "node:module";

process.env.TS_NODE_TRANSPILE_ONLY ??= "true";
register("ts-node/esm", import.meta.url);
