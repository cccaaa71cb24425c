import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Programs that the bench starts. */
export const COMMAND: string = at("../../../packages/holdpoint/bin/holdpoint.js");
export const EMPTY_ROUTE: string = at("empty-route-main.ts");
/** The gateway with a tracer provider that keeps every span, told as the command is. */
export const TRACED_COMMAND: string = at("../traced/gateway-main.ts");

export const peerProgram = (name: string): string => at(`../peers/${name}-main.ts`);
