import type { Json, JsonObject } from "@holdpoint/core";
import type { Adapter, AdapterCall, AdapterOutcome, OperationSpec, StatusAnswer } from "../../contract/adapter.ts";
import { failureThrown } from "./action-failure.ts";

/** One operation, in this process. It is given a copy of nothing: arguments are read-only. */
export type ActionFunction = (argumentsOfCall: JsonObject, call: AdapterCall) => Json | Promise<Json> | void;

export interface FunctionAdapterOptions {
  readonly name: string;
  readonly operations: readonly OperationSpec[];
  /** By operation name. */
  readonly functions: ReadonlyMap<string, ActionFunction>;
  status?(call: AdapterCall): Promise<StatusAnswer>;
  close?(): Promise<void>;
}

/**
 * Operations that are functions of this process. What a function returns is the result (nothing is null); how it failed
 * is told by throwing an `ActionFailure`.
 */
export function functionAdapter({ name, operations, functions, status, close }: FunctionAdapterOptions): Adapter {
  return {
    name,
    kind: "function",
    operations: new Map(operations.map((operation) => [operation.name, operation])),
    execute: (call) => execute(functions.get(call.operation), call),
    ...(status === undefined ? {} : { status }),
    close: close ?? (() => Promise.resolve()),
  };
}

async function execute(run: ActionFunction | undefined, call: AdapterCall): Promise<AdapterOutcome> {
  if (run === undefined) throw new TypeError(`there is no function for ${call.operation}`);
  try {
    return { ok: true, result: (await run(call.arguments, call)) ?? null };
  } catch (thrown) {
    const told = failureThrown(thrown);
    if (told !== null) return told;
    throw thrown;
  }
}
