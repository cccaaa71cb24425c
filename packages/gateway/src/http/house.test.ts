import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exposition } from "@holdpoint/core";
import { HoldpointError, readExposition, validateExposition } from "@holdpoint/core";
import { METRICS_CONTENT_TYPE, OPENMETRICS_CONTENT_TYPE } from "@holdpoint/kit";
import { readPublicKey } from "@holdpoint/ledger";
import { ENGINE_START_MS } from "../testing-engine.ts";
import { assertProblem, createTestingHttp, ECHO, field } from "./testing-http.ts";
import type { KeysWire } from "./wire/keys-wire.ts";

const FIGURES = {
  startedAtSeconds: 1_700_000_000.5,
  residentBytes: 4096,
  heapUsedBytes: 1024,
  cpuSeconds: 1.5,
  openDescriptors: 12,
  activeResources: 7,
};

test("capabilities list adapters, operations and the policy", async () => {
  const { ask, engine } = createTestingHttp();
  const { body } = await ask("requester", "GET", "/v1/capabilities");
  const adapters = body["adapters"] as { name: string; operations: { name: string; idempotent: boolean }[] }[];
  assert.deepEqual(
    adapters.map(({ name }) => name),
    [...engine.executor.adapters.keys()],
  );
  assert.equal(adapters.find(({ name }) => name === "notify")?.operations[0]?.idempotent, false);
  assert.equal(body["policy"], engine.guardian.policyDigest);
  assert.equal(body["frozen"], false);
  assert.deepEqual(body["roles"], ["requester"]);
});

test("the public keys are answered to anybody, as PEM and by fingerprint", async () => {
  const { ask, engine } = createTestingHttp();
  const { body, status, text } = await ask(null, "GET", "/v1/keys");
  assert.equal(status, 200);
  const told = body as unknown as KeysWire;
  const named = [
    [told.ledger, engine.keys.ledger],
    [told.guardian, engine.keys.guardian],
  ] as const;
  for (const [wire, { origin, key }] of named) {
    assert.deepEqual([wire.origin, wire.type, wire.fingerprint], [origin, "ed25519", key.fingerprint]);
    const read = readPublicKey(wire.pem);
    assert.ok(!("rejected" in read));
    assert.equal(read.fingerprint, wire.fingerprint);
  }
  assert.notEqual(told.ledger.fingerprint, told.guardian.fingerprint);
  assert.doesNotMatch(text, /PRIVATE/);
  assertProblem(await ask(null, "GET", "/v1/keys?private=1"), "HP-GATEWAY-QUERY");
});

test("liveness needs nothing, readiness says why not", async () => {
  const { ask, engine } = createTestingHttp();
  assert.deepEqual((await ask(null, "GET", "/livez")).body, { live: true });
  assert.equal((await ask(null, "GET", "/readyz")).status, 200);
  engine.setHealth({ ready: false, reasons: ["HP-GATEWAY-STORAGE-FULL"] });
  const told = await ask(null, "GET", "/readyz");
  assert.equal(told.status, 503);
  assert.deepEqual(told.body, { ready: false, stopping: false, reasons: ["HP-GATEWAY-STORAGE-FULL"] });
  engine.setHealth({ ready: true, stopping: true });
  assert.equal((await ask(null, "GET", "/readyz")).status, 503);
  assert.equal((await ask(null, "GET", "/livez")).status, 200);
});

test("settings are read with an ETag and changed with If-Match, all or nothing", async () => {
  const { ask } = createTestingHttp();
  const before = await ask("observer", "GET", "/v1/config");
  const etag = String(before.headers["etag"]);
  assert.match(etag, /^"g0-[0-9a-f]{16}"$/);
  const body = { executor: { concurrency: 8 }, freeze: { active: true } };
  assertProblem(await ask("operator", "PATCH", "/v1/config", { body }), "HP-GATEWAY-PRECONDITION-REQUIRED");
  const stale = await ask("operator", "PATCH", "/v1/config", { body, headers: { "if-match": '"g7-0"' } });
  assertProblem(stale, "HP-GATEWAY-PRECONDITION");
  const bad = { executor: { concurrency: 9 }, retry: { base_ms: 0 } };
  const refused = await ask("operator", "PATCH", "/v1/config", { body: bad, headers: { "if-match": etag } });
  assertProblem(refused, "HP-GATEWAY-SETTING");
  assert.match(field(refused, "detail"), /'retry.base_ms' must be a whole number from 1 to/);
  assert.equal((await ask("observer", "GET", "/v1/config")).headers["etag"], etag);
  const changed = await ask("operator", "PATCH", "/v1/config", {
    body,
    headers: { "if-match": etag, "content-type": "application/merge-patch+json" },
  });
  assert.equal(changed.status, 200);
  assert.equal(changed.body["generation"], 1);
  assert.equal((changed.body["executor"] as { concurrency: number }).concurrency, 8);
  assert.equal((changed.body["origin"] as { executor: { concurrency: string } }).executor.concurrency, "patch");
  assert.notEqual(changed.headers["etag"], etag);
  const again = await ask("operator", "PATCH", "/v1/config", { body, headers: { "if-match": etag } });
  assertProblem(again, "HP-GATEWAY-PRECONDITION");
});

test("a merge patch is taken by the configuration alone", async () => {
  const { ask } = createTestingHttp();
  const headers = { "content-type": "application/merge-patch+json" };
  const told = await ask("requester", "POST", "/v1/actions", { body: ECHO, headers });
  assertProblem(told, "HP-GATEWAY-MEDIA-TYPE");
});

test("breakers are seen and reset", async () => {
  const { ask } = createTestingHttp();
  const breakers = (await ask("observer", "GET", "/v1/breakers")).body["breakers"] as { name: string; state: string }[];
  assert.equal(breakers.find(({ name }) => name === "fail")?.state, "open");
  const reset = await ask("operator", "POST", "/v1/breakers/fail/reset", {
    body: { reason: "the other side is back" },
  });
  assert.equal(reset.body["state"], "closed");
  assertProblem(await ask("operator", "POST", "/v1/breakers/nowhere/reset"), "HP-GATEWAY-NOT-FOUND");
  const metrics = await ask("observer", "GET", "/v1/breakers/metrics?last_n=7");
  assert.equal((metrics.body["breakers"] as { last_n: number }[])[0]?.last_n, 7);
  for (const lastN of ["0", "1001", "-1", "x"]) {
    assertProblem(await ask("observer", "GET", `/v1/breakers/metrics?last_n=${lastN}`), "HP-GATEWAY-QUERY");
  }
});

test("a policy with an error is told with its line and changes nothing", async () => {
  const { ask, engine } = createTestingHttp();
  assert.equal((await ask("operator", "POST", "/v1/policy/reload")).body["policy"], engine.guardian.policyDigest);
  const where = { file: "policy.yaml", line: 3, column: 5 };
  engine.failNext(new HoldpointError("HP-GATEWAY-POLICY", "'then' is missing", where));
  const told = await ask("operator", "POST", "/v1/policy/reload");
  assertProblem(told, "HP-GATEWAY-POLICY");
  assert.equal(told.body["line"], 3);
});

test("the checkpoint is a text", async () => {
  const { ask } = createTestingHttp();
  const told = await ask("requester", "GET", "/v1/checkpoint");
  assert.equal(told.headers["content-type"], "text/plain; charset=utf-8");
  assert.match(told.text, /^testing\n0\n/);
});

test("metrics are Prometheus text with what was asked before", async () => {
  const { ask } = createTestingHttp();
  await ask("requester", "POST", "/v1/actions", { body: ECHO });
  await ask("requester", "POST", "/v1/actions", { body: {} });
  const told = await ask("observer", "GET", "/metrics");
  assert.equal(told.headers["content-type"], "text/plain; version=0.0.4; charset=utf-8");
  assert.match(told.text, /^holdpoint_actions_ended_total\{state="SUCCEEDED"\} 1$/m);
  assert.match(told.text, /^holdpoint_http_request_seconds_count\{route="submitAction",status="2xx"\} 1$/m);
  assert.match(told.text, /^holdpoint_http_request_seconds_count\{route="submitAction",status="4xx"\} 1$/m);
});

test("both formats of metrics are sound, and each is for those who ask for it", async () => {
  const { ask } = createTestingHttp({ processFigures: () => FIGURES });
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  const sent = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  const unsampled = { traceparent: `00-${"5".repeat(32)}-00f067aa0ba902b7-00` };
  await ask("requester", "POST", "/v1/actions", { body: ECHO, headers: sent });
  await ask("requester", "POST", "/v1/actions", { body: {}, headers: unsampled });
  for (const [accept, type] of [
    ["application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.3", OPENMETRICS_CONTENT_TYPE],
    ["text/plain;version=0.0.4", METRICS_CONTENT_TYPE],
    [undefined, METRICS_CONTENT_TYPE],
  ] as const) {
    const headers = { traceparent: unsampled.traceparent, ...(accept === undefined ? {} : { accept }) };
    const scrapes: Exposition[] = [];
    for (const atMs of [ENGINE_START_MS, ENGINE_START_MS + 1]) {
      const told = await ask("observer", "GET", "/metrics", { headers });
      assert.deepEqual([told.headers["content-type"], told.headers["vary"]], [type, "Accept"]);
      scrapes.push(readExposition(told.text, { atMs, contentType: String(told.headers["content-type"]) }));
      const isOpen = type === OPENMETRICS_CONTENT_TYPE;
      assert.equal(told.text.includes(`# {trace_id="${traceId}"}`), isOpen, "sampled, and in OpenMetrics");
      assert.ok(!told.text.includes("5".repeat(32)), "a trace that nobody recorded");
      assert.equal(/^holdpoint_http_request_seconds_created\{/m.test(told.text), isOpen);
    }
    assert.deepEqual(validateExposition(scrapes), []);
  }
});

test("an actor that asks too often is told when to come back, and others are not held up", async () => {
  const { ask, advance } = createTestingHttp();
  const headers = { "if-match": "*" };
  const body = { limits: { requests_per_second_per_actor: 1, burst_per_actor: 2 } };
  assert.equal((await ask("operator", "PATCH", "/v1/config", { body, headers })).status, 200);
  const get = async (as: string): Promise<number> => (await ask(as, "GET", "/v1/capabilities")).status;
  assert.deepEqual([await get("requester:ann"), await get("requester:ann")], [200, 200]);
  const told = await ask("requester:ann", "GET", "/v1/capabilities");
  assertProblem(told, "HP-GATEWAY-RATE-LIMITED");
  assert.equal(told.headers["retry-after"], "1");
  assert.equal(await get("requester:bob"), 200);
  advance(1000);
  assert.deepEqual([await get("requester:ann"), await get("requester:ann")], [200, 429]);
});

test("a log line names correlation, trace, actor, route, status and duration, and nothing that was sent", async () => {
  const { ask, lines } = createTestingHttp();
  const secret = { ...ECHO, arguments: { password: "hunter2" }, session_id: "s1" };
  const headers = { "x-correlation-id": "bad id\u00e9", "idempotency-key": "key-1" };
  await ask("requester:ann", "POST", "/v1/actions?x=hunter2", { body: secret });
  const told = await ask("requester:ann", "POST", "/v1/actions", { body: secret, headers });
  assert.equal(lines.length, 2);
  const [refused, line] = lines;
  assert.equal(refused?.["code"], "HP-GATEWAY-QUERY");
  assert.equal(line?.["actor"], "ann");
  assert.equal(line["route"], "submitAction");
  assert.equal(line["status"], 200);
  assert.equal(line["correlation_id"], told.headers["x-correlation-id"]);
  assert.equal(line["correlation_refused"], "characters");
  assert.equal(line["trace_id"], String(told.headers["traceparent"]).split("-")[1]);
  assert.equal(typeof line["duration_ms"], "number");
  assert.doesNotMatch(JSON.stringify(lines), /hunter2|Bearer|key-1/);
});
