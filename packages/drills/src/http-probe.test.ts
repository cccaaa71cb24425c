import assert from "node:assert/strict";
import { test } from "node:test";
import type { DrillStep } from "./drill.ts";
import type { Probe } from "./http-probe.ts";
import { httpProbe, listOf, objectOf, textOf } from "./http-probe.ts";

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function probing(answer: () => Promise<Response>): { probe: Probe; sent: Sent[]; steps: DrillStep[] } {
  const sent: Sent[] = [];
  const steps: DrillStep[] = [];
  let nowMs = 0;
  const probe = httpProbe({
    baseUrl: () => "http://gateway",
    fetch: async (url, init) => {
      sent.push({ url: url as string, init: init ?? {} });
      return answer();
    },
    nowMs: () => (nowMs += 2),
    signal: new AbortController().signal,
    record: (step) => void steps.push(step),
  });
  return { probe, sent, steps };
}

const problem = (): Promise<Response> =>
  Promise.resolve(
    new Response('{"code":"HP-GATEWAY-BODY","status":400}', {
      status: 400,
      headers: { "content-type": "application/problem+json; charset=utf-8", "X-Own": "1" },
    }),
  );

test("a request is sent as it is meant, and all of its answer is kept", async () => {
  const { probe, sent, steps } = probing(problem);
  const exchange = await probe("POST", "/v1/actions", { token: "secret", body: { a: 1 }, headers: { prefer: "x" } });
  assert.equal(sent[0]?.url, "http://gateway/v1/actions");
  assert.deepEqual(sent[0]?.init.headers, {
    "content-type": "application/json",
    authorization: "Bearer secret",
    prefer: "x",
  });
  assert.equal(sent[0]?.init.body, '{"a":1}');
  assert.equal(sent[0]?.init.redirect, "manual");
  const { status, code, headers, json } = exchange;
  assert.deepEqual([status, code, headers["x-own"]], [400, "HP-GATEWAY-BODY", "1"]);
  assert.deepEqual(json, { code: "HP-GATEWAY-BODY", status: 400 });
  assert.deepEqual(
    steps.map(({ what, text }) => [what, text]),
    [["POST /v1/actions", "400 HP-GATEWAY-BODY"]],
  );
  assert.ok(!JSON.stringify(steps).includes("secret"), "no token is recorded");
});

test("without a body nothing is sent, and a text is sent as it is", async () => {
  const { probe, sent } = probing(problem);
  await probe("GET", "/livez");
  await probe("POST", "/v1/actions", { text: '{"a":', token: null });
  assert.deepEqual([sent[0]?.init.body, sent[0]?.init.headers], [null, {}]);
  assert.deepEqual([sent[1]?.init.body, sent[1]?.init.headers], ['{"a":', { "content-type": "application/json" }]);
});

test("what is no JSON, or says so and is none, is text", async () => {
  for (const [type, text] of [
    ["text/plain", '{"code":"HP-X"}'],
    ["application/json", "{"],
    ["application/json", '"HP-X"'],
  ] as const) {
    const { probe } = probing(async () => new Response(text, { headers: { "content-type": type } }));
    const exchange = await probe("GET", "/");
    assert.deepEqual([exchange.code, exchange.text], [null, text]);
  }
});

test("no answer is recorded, and thrown on", async () => {
  const { probe, steps } = probing(() => Promise.reject(new Error("refused")));
  await assert.rejects(probe("GET", "/livez"), /refused/);
  assert.equal(steps[0]?.text, "no answer: refused");
});

test("what is thrown and is no error is recorded as it is, and an answer without a type is no JSON", async () => {
  const { probe, steps } = probing(() => Promise.reject("a text"));
  await assert.rejects(probe("GET", "/livez"), (thrown) => thrown === "a text");
  assert.equal(steps[0]?.text, "no answer: a text");
  const untyped = probing(async () => new Response(Buffer.from('{"code":"HP-X"}')));
  const { json, code, text } = await untyped.probe("GET", "/");
  assert.deepEqual([json, code, text], [undefined, null, '{"code":"HP-X"}']);
});

test("an answer that is too large is an error", async () => {
  const { probe } = probing(async () => new Response("x".repeat(4 * 1024 * 1024 + 1)));
  await assert.rejects(probe("GET", "/"), /too large/);
});

test("what is read out of an answer need not be there", () => {
  for (const value of [undefined, null, 1, "a", [1]] as const) assert.deepEqual(objectOf(value), {});
  assert.deepEqual(objectOf({ a: 1 }), { a: 1 });
  assert.deepEqual([listOf([1]), listOf({}), listOf(undefined)], [[1], [], []]);
  assert.deepEqual([textOf("a"), textOf(1), textOf(undefined)], ["a", "", ""]);
});
