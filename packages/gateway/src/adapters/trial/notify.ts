import type { Adapter } from "../../contract/adapter.ts";
import { functionAdapter } from "../function/function-adapter.ts";
import { EffectLog } from "./effect-log.ts";
import { trialOperation } from "./operation.ts";

/** An effect that is not idempotent: a line on disk at every call. It can be asked whether there is one. */
export function notifyAdapter(file: string): Adapter {
  const log = new EffectLog(file);
  return functionAdapter({
    name: "notify",
    operations: [trialOperation("notify", "Writes a line at every call", { idempotent: false, risk: "high" })],
    functions: new Map([["notify", async (_given, call) => ({ line: await log.always(call) })]]),
    status: async (call) => log.status(call),
    close: () => log.close(),
  });
}
