import type { GatewayLiveBody, Json } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import type { Exchange, ProbeRequest } from "../http-probe.ts";
import { idOf } from "../gateway/answers.ts";
import type { House } from "../gateway/house.ts";
import type { Caller } from "./caller.ts";
import { callerOf } from "./caller.ts";
import { refusalsOf } from "./refusals.ts";
import type { Scene } from "./scene.ts";
import { makeScene } from "./scene.ts";
import type { Experiment } from "./terms.ts";

const REPLAY = "POST /v1/dead-letters/replay";
const REPLAY_PATH = "/v1/dead-letters/replay";

/** Calls every route with what it grants and with what it must refuse. */
export async function tryCalls({ house }: Experiment): Promise<Pick<GatewayLiveBody, "operations" | "calls">> {
  const caller = await callerOf(house);
  const scene = await makeScene(house);
  await callApprovals(caller, house, scene);
  const run = await callReplay(caller, house, scene);
  await callReaders(caller, house, scene);
  await callGovernors(caller, house, scene);
  for (const one of refusalsOf(house, scene, run)) await caller.call({ ...one, expected: "refusal" });
  return { operations: caller.operations, calls: caller.calls };
}

type Grant = (operation: string, purpose: string, path: string, request?: ProbeRequest) => Promise<Exchange>;

function granted(caller: Caller, house: House, role: string): Grant {
  const token = tokenOf(house.tokens, role);
  return (operation, purpose, path, request = {}) =>
    caller.call({ operation, purpose, expected: "success", path, request: { token, ...request } });
}

async function callApprovals(caller: Caller, house: House, scene: Scene): Promise<void> {
  const approver = granted(caller, house, "approver");
  const requester = granted(caller, house, "requester");
  const body = { reason: "the drill says so" };
  const one = "/v1/actions/{id}";
  await approver(`POST ${one}/approve`, "approves", `/v1/actions/${scene.toApprove}/approve`, { body });
  await approver(`POST ${one}/deny`, "denies", `/v1/actions/${scene.toDeny}/deny`, { body });
  await requester(`POST ${one}/cancel`, "cancels its own", `/v1/actions/${scene.toCancel}/cancel`, { body });
  const submission: Json = { adapter: "shop", operation: "do", arguments: { n: 1 } };
  await requester("POST /v1/actions", "submits and waits", "/v1/actions", { body: submission });
  const async = { body: submission, headers: { prefer: "respond-async" } };
  await requester("POST /v1/actions", "submits and goes on", "/v1/actions", async);
}

/** Plan, run slowly, look, abort; the id of the run. */
async function callReplay(caller: Caller, house: House, scene: Scene): Promise<string> {
  const operator = granted(caller, house, "operator");
  const filter = { ids: [...scene.letters] };
  const planned = await operator(REPLAY, "plans", REPLAY_PATH, { body: { mode: "plan", filter } });
  const body = { mode: "run", plan_id: idOf(planned), rate_per_second: 1 };
  const run = idOf(await operator(REPLAY, "runs", REPLAY_PATH, { body }));
  await operator(`GET ${REPLAY_PATH}/{run}`, "looks at the run", `${REPLAY_PATH}/${run}`);
  await operator(`POST ${REPLAY_PATH}/{run}/abort`, "aborts the run", `${REPLAY_PATH}/${run}/abort`, { body: {} });
  return run;
}

async function callReaders(caller: Caller, house: House, { ended, letters, correlation }: Scene): Promise<void> {
  const observer = granted(caller, house, "observer");
  await observer("GET /v1/actions", "lists", "/v1/actions?state=SUCCEEDED&adapter=shop");
  await observer("GET /v1/actions/{id}", "reads", `/v1/actions/${ended}`);
  await observer("GET /v1/capabilities", "reads", "/v1/capabilities");
  await observer("GET /v1/dead-letters", "lists", "/v1/dead-letters");
  await observer("GET /v1/dead-letters/{id}", "reads", `/v1/dead-letters/${letters[0]}`);
  await observer("GET /v1/breakers", "lists", "/v1/breakers");
  await observer("GET /v1/breakers/metrics", "reads", "/v1/breakers/metrics?last_n=5");
  await observer("GET /v1/receipts/{id}", "reads", `/v1/receipts/${ended}`);
  await observer("GET /v1/checkpoint", "reads", "/v1/checkpoint");
  await observer("GET /v1/audit-trails/{correlation_id}", "reads", `/v1/audit-trails/${correlation}`);
  await observer("GET /metrics", "reads", "/metrics");
  for (const path of ["/livez", "/readyz", "/v1/keys", "/v1/openapi.json"]) {
    await caller.call({ operation: `GET ${path}`, purpose: "asks without a token", expected: "success", path });
  }
}

async function callGovernors(caller: Caller, house: House, { unknown }: Scene): Promise<void> {
  const operator = granted(caller, house, "operator");
  const reconcile = `/v1/actions/${unknown}/reconcile`;
  await operator("POST /v1/actions/{id}/reconcile", "asks the other side", reconcile, { body: { how: "query" } });
  const { headers } = await operator("GET /v1/config", "reads", "/v1/config");
  const patch = { headers: { "if-match": headers["etag"] ?? "" }, body: { limits: { burst_per_actor: 19_000 } } };
  await operator("PATCH /v1/config", "changes a limit", "/v1/config", patch);
  await operator("POST /v1/policy/reload", "reloads the policy", "/v1/policy/reload");
  await operator("POST /v1/breakers/{name}/reset", "resets", "/v1/breakers/shop/reset", { body: {} });
}
