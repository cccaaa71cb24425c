import type { Adapter } from "../../contract/adapter.ts";
import { functionAdapter } from "../function/function-adapter.ts";
import { trialOperation } from "./operation.ts";

/** Answers its arguments. */
export function echoAdapter(): Adapter {
  return functionAdapter({
    name: "echo",
    operations: [trialOperation("echo", "Answers its arguments", { idempotent: true, risk: "safe" })],
    functions: new Map([["echo", (given) => given]]),
  });
}
