import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { GatewayClient } from "../client/create-client.ts";
import { createClient } from "../client/create-client.ts";
import { readGatewayConfig } from "../config/read-gateway-config.ts";
import { startGateway } from "../io/start-gateway.ts";
import type { SpanTerms, Tracing } from "./tracing.ts";
import { NO_TRACING } from "./tracing.ts";

interface Kept extends SpanTerms {
  readonly traceparent: string;
  readonly ends: { readonly ok: boolean }[];
}

/** Keeps every span, each with a traceparent of its own in its parent's trace. */
function keepingTracing(): { readonly tracing: Tracing; readonly spans: Kept[] } {
  const spans: Kept[] = [];
  const tracing: Tracing = {
    span: (terms) => {
      const [version, trace, , flags] = terms.parent.split("-");
      const traceparent = [version, trace, randomBytes(8).toString("hex"), flags].join("-");
      const kept: Kept = { ...terms, traceparent, ends: [] };
      spans.push(kept);
      return { traceparent, end: (outcome) => void kept.ends.push(outcome) };
    },
  };
  return { tracing, spans };
}

interface Scene {
  readonly requester: GatewayClient;
  readonly operator: GatewayClient;
  /** What the other side was told, in order. */
  readonly downstream: { readonly traceparent: string; readonly correlation: string }[];
  setStatus(status: number): void;
}

async function scene(t: TestContext, tracing: Tracing): Promise<Scene> {
  const downstream: Scene["downstream"][number][] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const header = (name: string): string => String(request.headers[name]);
    downstream.push({ traceparent: header("traceparent"), correlation: header("x-correlation-id") });
    request.resume().on("end", () => response.writeHead(status, { "content-type": "application/json" }).end("{}"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const text = `version: 1
policy: { version: 1, rules: [{ id: all, then: allow }] }
adapters:
  - name: other
    kind: http
    base_url: http://127.0.0.1:${port}
    allow_networks: [127.0.0.0/8]
    operations:
      - { name: do, idempotent: true, risk: low, method: POST, path: /do, arguments_schema: { type: object } }
settings: { retry: { base_ms: 1, cap_ms: 2, execution_error: 1 } }
`;
  const folder = scratch(t);
  const config = readGatewayConfig(text, "gateway.yaml", { folder, env: {}, readText: () => "" });
  const common = { version: "0.0.0-test", nowMs: Date.now, randomBytes, log: () => undefined };
  const started = await startGateway({ config, dataDir: folder, port: 0, tracing, ...common });
  t.after(async () => {
    await started.close();
    server.closeAllConnections();
    server.close();
  });
  const tokens = started.tokens ?? assert.fail("a first start makes tokens");
  return {
    requester: createClient({ url: started.url, token: tokens.requester, retries: 0 }),
    operator: createClient({ url: started.url, token: tokens.operator, retries: 0 }),
    downstream,
    setStatus: (to) => {
      status = to;
    },
  };
}

const CALL = { adapter: "other", operation: "do", arguments: {} } as const;
const TRACE = "0af7651916cd43dd8448eb211c80319c";
const PARENT = `00-${TRACE}-b7ad6b7169203331-01`;

function traceOf(traceparent: string): string {
  return traceparent.split("-")[1] ?? "";
}

describe("spans", () => {
  test("one for the submission, one for each attempt; the other side continues the attempt's", async (t) => {
    const { tracing, spans } = keepingTracing();
    const { requester, downstream } = await scene(t, tracing);
    const action = await requester.run(CALL, { trace: { traceparent: PARENT }, correlationId: "c-1" });
    assert.deepEqual(
      spans.map(({ name }) => name),
      ["submit other", "execute other"],
    );
    for (const span of spans) {
      assert.equal(traceOf(span.parent), TRACE);
      assert.equal(span.parent, action.traceparent);
      assert.equal(span.attributes["holdpoint.action"], action.id);
      assert.equal(span.link, undefined);
    }
    assert.equal(spans[0]?.attributes["holdpoint.decision"], "ALLOW");
    assert.equal(spans[1]?.attributes["holdpoint.attempt"], 1);
    assert.equal(downstream.length, 1);
    assert.equal(traceOf(downstream[0]?.traceparent ?? ""), TRACE);
    assert.equal(downstream[0]?.traceparent, spans[1]?.traceparent);
    assert.equal(downstream[0]?.correlation, "c-1");
    assert.deepEqual(
      spans.map(({ ends }) => ends.map(({ ok }) => ok)),
      [[true], [true]],
    );
  });

  test("a failed attempt says so; each is ended once", async (t) => {
    const { tracing, spans } = keepingTracing();
    const { requester, setStatus, downstream } = await scene(t, tracing);
    setStatus(500);
    const { action } = await requester.submit(CALL, { waitMs: 5000 });
    assert.deepEqual([action.state, action.attempts], ["DEAD", 2]);
    const attempts = spans.filter(({ name }) => name === "execute other");
    assert.deepEqual(
      attempts.map(({ attributes, ends }) => [attributes["holdpoint.attempt"], ends.map(({ ok }) => ok)]),
      [
        [1, [false]],
        [2, [false]],
      ],
    );
    assert.equal(new Set(downstream.map(({ traceparent }) => traceparent)).size, 2);
  });

  test("a replay is a trace of its own, linked to that of the dead one, under the same correlation", async (t) => {
    const { tracing, spans } = keepingTracing();
    const { requester, operator, setStatus, downstream } = await scene(t, tracing);
    setStatus(422);
    const trace = { traceparent: PARENT };
    const { action } = await requester.submit(CALL, { waitMs: 5000, trace, correlationId: "c-2" });
    assert.equal(action.state, "DEAD");
    setStatus(200);
    spans.length = 0;
    const plan = await operator.deadLetters.plan({ ids: [action.id] });
    let run = await operator.deadLetters.run(plan.id);
    for (let look = 0; run.state === "running" && look < 2000; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      run = await operator.deadLetters.status(run.id);
    }
    assert.deepEqual([run.state, run.succeeded], ["done", 1]);
    const replay = spans.find(({ name }) => name === "replay") ?? assert.fail("it has no span");
    assert.equal(replay.link, action.traceparent);
    assert.equal(replay.attributes["holdpoint.replay_of"], action.id);
    assert.notEqual(traceOf(replay.parent), TRACE);
    const again = await operator.get(run.action_ids[0] ?? "");
    assert.deepEqual([again.replay_of, again.correlation_id], [action.id, "c-2"]);
    assert.equal(traceOf(again.traceparent), traceOf(replay.parent));
    assert.equal(traceOf(downstream.at(-1)?.traceparent ?? ""), traceOf(replay.parent));
    assert.ok(spans.length >= 3);
    for (const { name, ends } of spans) assert.equal(ends.length, 1, name);
  });

  test("without tracing the trace context goes on all the same", async (t) => {
    assert.equal(NO_TRACING.span({ name: "x", parent: PARENT, attributes: {} }), null);
    const { requester, downstream } = await scene(t, NO_TRACING);
    const action = await requester.run(CALL, { trace: { traceparent: PARENT } });
    assert.equal(downstream[0]?.traceparent, action.traceparent);
    assert.equal(traceOf(action.traceparent), TRACE);
    assert.notEqual(action.traceparent, PARENT, "its own span, a child of the caller's");
  });
});
