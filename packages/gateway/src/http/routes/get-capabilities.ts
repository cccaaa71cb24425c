import type { Adapter, OperationSpec } from "../../contract/adapter.ts";
import type { Route } from "../route.ts";
import { ANY_ROLE, ok } from "../route.ts";

export const GET_CAPABILITIES: Route = {
  method: "GET",
  path: "/v1/capabilities",
  operationId: "getCapabilities",
  summary: "Adapters, their operations and argument schemas, and the policy in force",
  roles: ANY_ROLE,
  answers: { 200: { title: "What this gateway can do", schema: "Capabilities" } },
  errors: [],
  handle: ({ engine, version }, { caller }) =>
    ok({
      version,
      policy: engine.guardian.policyDigest,
      frozen: engine.guardian.frozen,
      roles: [...caller.roles],
      adapters: Array.from(engine.executor.adapters.values(), adapterWire),
    }),
};

function adapterWire({ name, kind, operations }: Adapter): object {
  return { name, kind, operations: Array.from(operations.values(), operationWire) };
}

function operationWire(spec: OperationSpec): object {
  return {
    name: spec.name,
    title: spec.title,
    idempotent: spec.idempotent,
    risk: spec.risk,
    arguments_schema: spec.argumentsSchema,
    result_schema: spec.resultSchema,
    timeout_ms: spec.timeoutMs,
  };
}
