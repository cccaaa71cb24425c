import assert from "node:assert/strict";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { RealAnswer, RealGateway } from "./fixture/real-gateway.ts";
import { startRealGateway, textIn } from "./fixture/real-gateway.ts";

const OPERATION =
  "      - { name: run, idempotent: true, risk: low, arguments_schema: { type: object, additionalProperties: true } }";
const NAMES = ["own", "broken", "asked", "bounded"];
const BUDGET_UNITS = 3;

const FILES = {
  "own.js": "export default { run: (given) => given };\n",
  "broken.js": 'export default { run: () => { throw new Error("it is broken"); } };\n',
  "gateway.yaml": `version: 1
policy:
  version: 1
  rules:
    - { id: all, adapters: [own, broken, bounded], then: allow }
    - { id: ask, adapters: [asked], then: escalate }
  budgets:
    - { id: few, adapters: [bounded], per: actor, window: 31d, limit: ${BUDGET_UNITS} }
  approvals: { ttl: 1h }
adapters:
${NAMES.map(
  (name) => `  - name: ${name}
    kind: function
    module: ./${name === "broken" ? "broken" : "own"}.js
    operations:
${OPERATION}`,
).join("\n")}
settings:
  retry: { execution_error: 0 }
  breaker: { window_calls: 2, minimum_calls: 2, open_ms: 3600000 }
`,
};

interface Before {
  /** What every path answered; it must answer the same after the restart. */
  readonly answers: ReadonlyMap<string, JsonObject>;
  readonly waiting: string;
  readonly etag: string;
}

function submit(gateway: RealGateway, adapter: string, given: JsonObject = {}, key?: string): Promise<RealAnswer> {
  const headers = key === undefined ? {} : { "idempotency-key": key };
  const body = { adapter, operation: "run", arguments: given };
  return gateway.ask("requester", "POST", "/v1/actions", { body, headers });
}

async function stateOf(gateway: RealGateway, adapter: string): Promise<string> {
  return textIn((await submit(gateway, adapter)).body, "state");
}

/** Brings the gateway into a state of which a restart could lose something. */
async function live(gateway: RealGateway): Promise<Before> {
  const done = await submit(gateway, "own", { a: 1 }, "key-1");
  assert.deepEqual([done.status, done.body["state"]], [200, "SUCCEEDED"]);
  const waiting = await submit(gateway, "asked", { a: 2 });
  assert.deepEqual([waiting.status, waiting.body["state"]], [202, "AWAITING_APPROVAL"]);
  const dead: string[] = [];
  for (let number = 0; number < 2; number += 1) {
    const told = await submit(gateway, "broken", { number });
    assert.equal(told.body["state"], "DEAD");
    dead.push(textIn(told.body, "id"));
  }
  for (let unit = 0; unit < BUDGET_UNITS - 1; unit += 1) assert.equal(await stateOf(gateway, "bounded"), "SUCCEEDED");
  const { headers } = await gateway.ask("operator", "GET", "/v1/config");
  const patched = await gateway.ask("operator", "PATCH", "/v1/config", {
    body: { executor: { concurrency: 7 } },
    headers: { "if-match": headers.get("etag") ?? "" },
  });
  assert.deepEqual([patched.status, patched.body["generation"]], [200, 1]);
  const paths = [
    `/v1/actions/${textIn(done.body, "id")}`,
    `/v1/actions/${textIn(waiting.body, "id")}`,
    `/v1/receipts/${textIn(done.body, "id")}`,
    `/v1/receipts/${dead[0]}`,
    `/v1/dead-letters/${dead[1]}`,
    "/v1/dead-letters",
    "/v1/actions?limit=100",
    "/v1/config",
    "/v1/keys",
    `/v1/audit-trails/${textIn(done.body, "correlation_id")}`,
  ];
  const answers = new Map<string, JsonObject>();
  for (const path of paths) answers.set(path, await read(gateway, path));
  return { answers, waiting: textIn(waiting.body, "id"), etag: patched.headers.get("etag") ?? "" };
}

async function read(gateway: RealGateway, path: string): Promise<JsonObject> {
  const { status, body } = await gateway.ask("observer", "GET", path);
  assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
  return body;
}

async function breaker(gateway: RealGateway): Promise<unknown> {
  const { breakers } = (await read(gateway, "/v1/breakers")) as unknown as {
    breakers: { name: string; state: string }[];
  };
  return breakers.find(({ name }) => name === "broken")?.state;
}

function start(t: TestContext, folder: string, tokens: RealGateway["tokens"] = {}): Promise<RealGateway> {
  return startRealGateway(t, { data: join(folder), args: ["--gateway", join(folder, "gateway.yaml")], tokens });
}

describe("after a restart everything is as it was", () => {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    test(`ended by ${signal}`, async (t) => {
      const folder = scratch(t, FILES);
      const first = await start(t, folder);
      const { answers, waiting, etag } = await live(first);
      assert.equal(await breaker(first), "open");
      assert.equal((await first.end(signal)) === 0, signal === "SIGTERM");

      const second = await start(t, folder, first.tokens);
      assert.deepEqual([second.hasMadeTokens, second.unknown], [false, []]);
      assert.ok(answers.size > 5);
      for (const [path, body] of answers) assert.deepEqual(await read(second, path), body, path);
      const config = await second.ask("operator", "GET", "/v1/config");
      assert.deepEqual([config.headers.get("etag"), config.body["generation"]], [etag, 1]);
      const { executor } = config.body as { executor: JsonObject };
      const { origin } = config.body as { origin: { executor: JsonObject } };
      assert.deepEqual([executor["concurrency"], origin.executor["concurrency"]], [7, "patch"]);

      const again = await submit(second, "own", { a: 1 }, "key-1");
      assert.equal(again.headers.get("idempotency-replayed"), "true");
      assert.equal((await submit(second, "own", { a: 2 }, "key-1")).body["code"], "HP-GATEWAY-KEY-REUSED");

      assert.equal(await breaker(second), "open", "a breaker is not closed by a restart");
      const refused = await submit(second, "broken");
      assert.deepEqual([refused.body["state"], refused.body["attempts"]], ["DEAD", 0]);
      assert.equal((refused.body["error"] as JsonObject)["code"], "HP-ACTION-CIRCUIT-OPEN");

      assert.equal(await stateOf(second, "bounded"), "SUCCEEDED", "the last unit of the budget");
      const spent = await submit(second, "bounded");
      assert.equal(spent.body["state"], "DENIED");
      assert.equal((spent.body["verdict"] as JsonObject)["reason_code"], "budget_exhausted");

      const own = await second.ask("requester", "POST", `/v1/actions/${waiting}/approve`, { body: {} });
      assert.equal(own.status, 403);
      assert.equal((await second.ask("approver", "POST", `/v1/actions/${waiting}/approve`, { body: {} })).status, 200);
      const ended = await second.ask("requester", "GET", `/v1/actions/${waiting}`, { headers: { prefer: "wait=5" } });
      assert.deepEqual([ended.body["state"], ended.body["result"]], ["SUCCEEDED", { a: 2 }]);
      assert.equal(await second.end(), 0);
    });
  }
});
