import type { Adapter } from "../../contract/adapter.ts";
import { functionAdapter } from "../function/function-adapter.ts";
import { EffectLog } from "./effect-log.ts";
import { trialOperation } from "./operation.ts";

/** An idempotent effect: one line on disk for each idempotency key, however often it is executed. */
export function appendAdapter(file: string): Adapter {
  const log = new EffectLog(file);
  return functionAdapter({
    name: "append",
    operations: [trialOperation("append", "Writes one line for each key", { idempotent: true, risk: "low" })],
    functions: new Map([["append", async (_given, call) => ({ line: await log.once(call) })]]),
    status: async (call) => log.status(call),
    close: () => log.close(),
  });
}
