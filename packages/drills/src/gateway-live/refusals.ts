import type { Json } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import type { ProbeRequest } from "../http-probe.ts";
import type { House } from "../gateway/house.ts";
import type { OneCall } from "./caller.ts";
import type { Scene } from "./scene.ts";

type Refusal = Omit<OneCall, "expected">;

const NOBODY = "act_00000000000000000000000000";

/** Calls that must be refused: each route without a token, and what else each route has to refuse. */
export function refusalsOf(house: House, scene: Scene, run: string): readonly Refusal[] {
  return [...withoutToken(scene, run), ...withoutNeed(), ...others(house, scene, run)];
}

/** Every route that wants a token, asked without one. */
function withoutToken({ ended, letters, correlation }: Scene, run: string): Refusal[] {
  const body: Json = {};
  const routes: readonly (readonly [operation: string, path: string, request?: ProbeRequest])[] = [
    ["POST /v1/actions", "/v1/actions", { body: { adapter: "shop", operation: "do", arguments: {} } }],
    ["GET /v1/actions", "/v1/actions"],
    ["GET /v1/actions/{id}", `/v1/actions/${ended}`],
    ["POST /v1/actions/{id}/approve", `/v1/actions/${ended}/approve`, { body }],
    ["POST /v1/actions/{id}/deny", `/v1/actions/${ended}/deny`, { body }],
    ["POST /v1/actions/{id}/cancel", `/v1/actions/${ended}/cancel`, { body }],
    ["POST /v1/actions/{id}/reconcile", `/v1/actions/${ended}/reconcile`, { body: { how: "query" } }],
    ["GET /v1/capabilities", "/v1/capabilities"],
    ["GET /v1/dead-letters", "/v1/dead-letters"],
    ["GET /v1/dead-letters/{id}", `/v1/dead-letters/${letters[0]}`],
    ["POST /v1/dead-letters/replay", "/v1/dead-letters/replay", { body: { mode: "plan", filter: {} } }],
    ["GET /v1/dead-letters/replay/{run}", `/v1/dead-letters/replay/${run}`],
    ["POST /v1/dead-letters/replay/{run}/abort", `/v1/dead-letters/replay/${run}/abort`, { body }],
    ["GET /v1/breakers", "/v1/breakers"],
    ["GET /v1/breakers/metrics", "/v1/breakers/metrics"],
    ["POST /v1/breakers/{name}/reset", "/v1/breakers/shop/reset", { body }],
    ["GET /v1/receipts/{id}", `/v1/receipts/${ended}`],
    ["GET /v1/checkpoint", "/v1/checkpoint"],
    ["GET /v1/audit-trails/{correlation_id}", `/v1/audit-trails/${correlation}`],
    ["GET /v1/config", "/v1/config"],
    ["PATCH /v1/config", "/v1/config", { body }],
    ["POST /v1/policy/reload", "/v1/policy/reload"],
    ["GET /metrics", "/metrics"],
  ];
  return routes.map(([operation, path, request = {}]) => ({ operation, purpose: "no token", path, request }));
}

/** Routes that everybody may ask, but not anything. */
function withoutNeed(): Refusal[] {
  return ["/livez", "/readyz", "/v1/keys", "/v1/openapi.json"].map((path) => ({
    operation: `GET ${path}`,
    purpose: "a query that nobody knows",
    path: `${path}?nonsense=1`,
  }));
}

function others(house: House, scene: Scene, run: string): Refusal[] {
  const requester = tokenOf(house.tokens, "requester");
  const approver = tokenOf(house.tokens, "approver");
  const operator = tokenOf(house.tokens, "operator");
  const refused = (operation: string, purpose: string, path: string, request: ProbeRequest): Refusal => {
    return { operation, purpose, path, request };
  };
  const body: Json = {};
  const submit = "POST /v1/actions";
  const replay = "/v1/dead-letters/replay";
  return [
    refused(submit, "half a body", "/v1/actions", { token: requester, text: '{"adapter":' }),
    refused(submit, "no such adapter", "/v1/actions", {
      token: requester,
      body: { adapter: "nobody", operation: "do", arguments: {} },
    }),
    refused(submit, "an unknown field", "/v1/actions", {
      token: requester,
      body: { adapter: "shop", operation: "do", arguments: {}, urgent: true },
    }),
    refused(submit, "by an approver", "/v1/actions", {
      token: approver,
      body: { adapter: "shop", operation: "do", arguments: {} },
    }),
    refused("GET /v1/actions", "a state that does not exist", "/v1/actions?state=LOST", { token: operator }),
    refused("GET /v1/actions/{id}", "nobody's", `/v1/actions/${NOBODY}`, { token: operator }),
    ...["approve", "deny"].map((verb) =>
      refused(`POST /v1/actions/{id}/${verb}`, "it has ended", `/v1/actions/${scene.ended}/${verb}`, {
        token: approver,
        body,
      }),
    ),
    refused("POST /v1/actions/{id}/cancel", "it has ended", `/v1/actions/${scene.ended}/cancel`, {
      token: requester,
      body,
    }),
    refused("POST /v1/actions/{id}/reconcile", "it is known", `/v1/actions/${scene.ended}/reconcile`, {
      token: operator,
      body: { how: "query" },
    }),
    refused("GET /v1/receipts/{id}", "nobody's", `/v1/receipts/${NOBODY}`, { token: operator }),
    refused(`POST ${replay}`, "an empty filter", replay, {
      token: operator,
      body: { mode: "plan", filter: {} },
    }),
    refused(`POST ${replay}`, "a plan that is gone", replay, {
      token: operator,
      body: { mode: "run", plan_id: "plan_gone" },
    }),
    refused(`POST ${replay}/{run}/abort`, "it is over", `${replay}/${run}/abort`, { token: operator, body }),
    refused("PATCH /v1/config", "no If-Match", "/v1/config", { token: operator, body }),
    refused("POST /v1/breakers/{name}/reset", "no such breaker", "/v1/breakers/nobody/reset", {
      token: operator,
      body,
    }),
    refused("GET /metrics", "by a requester", "/metrics", { token: requester }),
  ];
}
