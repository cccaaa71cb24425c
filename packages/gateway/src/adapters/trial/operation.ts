import type { OperationSpec } from "../../contract/adapter.ts";

/** An operation of the trial: named as its adapter, and any JSON object will do as its arguments. */
export function trialOperation(
  name: string,
  title: string,
  terms: Pick<OperationSpec, "idempotent" | "risk">,
): OperationSpec {
  return {
    name,
    title,
    ...terms,
    argumentsSchema: { type: "object", additionalProperties: true },
    resultSchema: null,
    timeoutMs: null,
  };
}
