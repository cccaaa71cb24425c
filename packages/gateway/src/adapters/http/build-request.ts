import type { JsonObject } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import type { AdapterCall } from "../../contract/adapter.ts";
import type { HttpOperation } from "../../contract/gateway-config.ts";
import { fillPath } from "./fill-path.ts";
import type { HeaderList } from "./headers.ts";
import { callHeaders } from "./headers.ts";
import { queryOf } from "./query-of.ts";

export interface HttpRequest {
  readonly method: HttpOperation["method"];
  /** Path and query. */
  readonly path: string;
  readonly headers: HeaderList;
  readonly body: string | null;
}

export type BuiltRequest = HttpRequest | { readonly objection: string };

const WITHOUT_BODY: ReadonlySet<string> = new Set(["GET", "DELETE"]);

/** The request of a call: what the path does not take of the arguments is the query or the JSON body. */
export function buildRequest(basePath: string, operation: HttpOperation, call: AdapterCall): BuiltRequest {
  const filled = fillPath(operation.path, call.arguments);
  if ("objection" in filled) return filled;
  const common = callHeaders(call);
  if ("objection" in common) return common;
  const rest = without(call.arguments, filled.used);
  const { method } = operation;
  if (WITHOUT_BODY.has(method)) {
    const asked = queryOf(rest);
    if ("objection" in asked) return asked;
    return { method, path: `${basePath}${filled.path}${asked.query}`, headers: common.headers, body: null };
  }
  const headers = { ...common.headers, "content-type": "application/json" };
  return { method, path: `${basePath}${filled.path}`, headers, body: canonicalize(rest) };
}

/** The question what became of a call; `{idempotency_key}` and `{action_id}` of the path are the call's. */
export function buildStatusRequest(basePath: string, statusPath: string, call: AdapterCall): BuiltRequest {
  const own = { idempotency_key: call.idempotencyKey, action_id: call.actionId };
  const filled = fillPath(statusPath, { ...call.arguments, ...own });
  if ("objection" in filled) return filled;
  const common = callHeaders(call);
  if ("objection" in common) return common;
  return { method: "GET", path: `${basePath}${filled.path}`, headers: common.headers, body: null };
}

function without(given: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name)));
}
