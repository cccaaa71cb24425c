import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { createClient } from "./create-client.ts";
import { ActionFailedError, GatewayError } from "./errors.ts";
import type { Reply } from "./testing-fetch.ts";
import { problem, scriptedClient } from "./testing-fetch.ts";
import { RETRY_AFTER_MAX_MS, RETRY_BACKOFF } from "./transport.ts";

const ECHO = { adapter: "echo", operation: "echo", arguments: { a: 1 } } as const;
const RESET: Reply = Object.assign(new TypeError("fetch failed"), { cause: new Error("read ECONNRESET") });

function action(state: string, more: object = {}): Reply {
  return { json: { id: "act_1", state, ...more } };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof GatewayError || error instanceof ActionFailedError ? error.code : String(error);
  }
  return "no error";
}

test("a refusal names the correlation id that the gateway's log has it under, where an answer came", async () => {
  const refused = problem("HP-INTERNAL", { "x-correlation-id": "req_7" });
  const { client } = scriptedClient([refused, new Error("no network")], { retries: 0 });
  await assert.rejects(client.submit(ECHO), { code: "HP-INTERNAL", correlationId: "req_7" });
  await assert.rejects(client.submit(ECHO), { code: "HP-GATEWAY-UNREACHABLE", correlationId: null });
});

describe("a submission", () => {
  test("brings a key of its own, which every repetition repeats", async () => {
    const { client, asked, slept } = scriptedClient([
      RESET,
      { status: 502, text: "<html>bad gateway</html>" },
      problem("HP-GATEWAY-BUSY"),
      problem("HP-GATEWAY-STORAGE-FULL"),
      { json: { id: "act_1", state: "SUCCEEDED" }, headers: { "idempotency-replayed": "true" } },
    ]);
    const { action: ended, repeated, idempotencyKey } = await client.submit(ECHO);
    assert.deepEqual([ended.state, repeated, idempotencyKey], ["SUCCEEDED", true, "key-1"]);
    assert.deepEqual(new Set(asked.map(({ headers }) => headers["idempotency-key"])), new Set(['"key-1"']));
    assert.deepEqual(new Set(asked.map(({ body }) => JSON.stringify(body))), new Set([JSON.stringify(ECHO)]));
    assert.equal(asked.length, 5);
    assert.deepEqual(slept, [200, 350, 575, 912]);
  });

  test("two submissions have two keys, and a given one is sent as a string of RFC 9651", async () => {
    const { client, asked } = scriptedClient([action("READY"), action("READY"), action("READY")]);
    await client.submit(ECHO);
    await client.submit(ECHO);
    await client.submit(ECHO, { idempotencyKey: 'a"b\\c' });
    assert.deepEqual(
      asked.map(({ headers }) => headers["idempotency-key"]),
      ['"key-1"', '"key-2"', String.raw`"a\"b\\c"`],
    );
  });

  test("says how long it waits", async () => {
    const { client, asked } = scriptedClient([action("READY"), action("READY"), action("READY")]);
    await client.submit(ECHO);
    await client.submit(ECHO, { waitMs: 0 });
    await client.submit(ECHO, { waitMs: 1500 });
    assert.deepEqual(
      asked.map(({ headers }) => headers["prefer"]),
      [undefined, "respond-async", "wait=2"],
    );
  });

  test("token, correlation and trace go with it; the token is in no error", async () => {
    const trace = { traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", tracestate: "a=1" };
    const { client, asked } = scriptedClient([problem("HP-GATEWAY-BODY")]);
    const error = await client.submit(ECHO, { trace, correlationId: "order-7" }).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof GatewayError);
    const headers = asked[0]?.headers ?? {};
    assert.deepEqual(
      [headers["authorization"], headers["x-correlation-id"], headers["traceparent"], headers["tracestate"]],
      ["Bearer secret-token", "order-7", trace.traceparent, "a=1"],
    );
    assert.ok(!JSON.stringify([error, error.stack, error.problem]).includes("secret-token"));
  });

  test("a token that is rotated is asked for each time", async () => {
    let turn = 0;
    const { client, asked } = scriptedClient([RESET, action("READY")], { token: () => `t${(turn += 1)}` });
    await client.submit(ECHO);
    assert.deepEqual(
      asked.map(({ headers }) => headers["authorization"]),
      ["Bearer t1", "Bearer t2"],
    );
  });
});

describe("what is repeated", () => {
  test("a refusal that no repetition mends is thrown at once, with the gateway's own problem", async () => {
    for (const code of ["HP-GATEWAY-UNAUTHENTICATED", "HP-GATEWAY-KEY-REUSED", "HP-GATEWAY-BODY"] as const) {
      const { client, asked } = scriptedClient([problem(code)]);
      const error = await client.submit(ECHO).catch((thrown: unknown) => thrown);
      assert.ok(error instanceof GatewayError && error instanceof HoldpointError);
      assert.deepEqual([error.code, error.problem.code, asked.length], [code, code, 1]);
      assert.equal(error.status, error.problem.status);
    }
  });

  test("only so often", async () => {
    const { client, asked } = scriptedClient([RESET, RESET, RESET], { retries: 2 });
    const error = await client.submit(ECHO).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof GatewayError);
    assert.deepEqual([error.code, error.status, error.retryable], ["HP-GATEWAY-UNREACHABLE", 0, true]);
    assert.match(error.message, /POST \/v1\/actions: read ECONNRESET/);
    assert.equal(asked.length, 3);
  });

  test("a decision that may have arrived is not; one that was refused is", async () => {
    const lost = scriptedClient([RESET, action("READY")]);
    assert.equal(await codeOf(lost.client.approve("act_1")), "HP-GATEWAY-UNREACHABLE");
    assert.equal(lost.asked.length, 1);
    const gone = scriptedClient([{ status: 502, text: "" }, action("READY")]);
    assert.equal(await codeOf(gone.client.deadLetters.run("plan_1")), "HP-GATEWAY-UNREACHABLE");
    assert.equal(gone.asked.length, 1);
    const busy = scriptedClient([problem("HP-GATEWAY-RATE-LIMITED"), action("READY")]);
    assert.equal((await busy.client.approve("act_1")).state, "READY");
    const read = scriptedClient([RESET, { status: 504, text: "" }, action("READY")]);
    assert.equal((await read.client.get("act_1")).state, "READY");
  });

  test("Retry-After is waited for at least, as seconds or as a date, and not for ever", async () => {
    const date = new Date(1_000_000 + 8000).toUTCString();
    for (const [header, waited] of [
      ["3", 3000],
      [date, 8000],
      ["0", 200],
      ["soon", 200],
    ] as const) {
      const { client, slept } = scriptedClient([
        problem("HP-GATEWAY-BUSY", { "retry-after": header }),
        action("READY"),
      ]);
      await client.submit(ECHO);
      assert.deepEqual(slept, [waited], header);
    }
    const long = scriptedClient([problem("HP-GATEWAY-BUSY", { "retry-after": "3600" })]);
    const error = await long.client.submit(ECHO).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof GatewayError && (error.retryAfterMs ?? 0) > RETRY_AFTER_MAX_MS);
    assert.equal(long.asked.length, 1);
  });

  test("waits grow at random and have a cap", async () => {
    const { client, slept } = scriptedClient(
      Array.from({ length: 21 }, () => RESET),
      { retries: 100, random: () => 0.999 },
    );
    await codeOf(client.submit(ECHO));
    assert.equal(slept.length, 20, "the number of repetitions has a bound of its own");
    assert.ok(slept.every((ms) => ms <= RETRY_BACKOFF.capMs));
    assert.equal(slept.at(-1), RETRY_BACKOFF.capMs);
  });

  test("an abort ends it between and during attempts", async () => {
    const before = scriptedClient([]);
    await assert.rejects(before.client.get("a", { signal: AbortSignal.abort(new Error("stop")) }), /stop/);
    const controller = new AbortController();
    const { client, asked } = scriptedClient([RESET, RESET], {
      sleep: async (_, signal) => {
        controller.abort(new Error("enough"));
        signal?.throwIfAborted();
      },
    });
    await assert.rejects(client.get("a", { signal: controller.signal }), /enough/);
    assert.equal(asked.length, 1);
  });

  test("what is no gateway's answer is unreachable", async () => {
    for (const reply of [{ text: "<html>" }, { text: "null" }, { text: "" }, { status: 404, text: "nginx" }]) {
      const { client } = scriptedClient([reply], { retries: 0 });
      assert.equal(await codeOf(client.get("act_1")), "HP-GATEWAY-UNREACHABLE", JSON.stringify(reply));
    }
    const odd = scriptedClient([{ status: 400, json: { code: "HP-MADE-UP", detail: "x" } }]);
    assert.equal(await codeOf(odd.client.get("act_1")), "HP-GATEWAY-UNREACHABLE");
  });
});

describe("run", () => {
  test("waits for the end, by asking again, and gives the action", async () => {
    const { client, asked, slept } = scriptedClient([
      action("AWAITING_APPROVAL"),
      action("AWAITING_APPROVAL"),
      action("RUNNING"),
      action("SUCCEEDED", { result: 7 }),
    ]);
    const ended = await client.run(ECHO);
    assert.equal(ended.result, 7);
    assert.deepEqual(
      asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
      ["POST /v1/actions", ...Array<string>(3).fill("GET /v1/actions/act_1")],
    );
    assert.deepEqual(slept, [50, 100, 200]);
  });

  test("throws for every other end, with the action's own code", async () => {
    const ends: readonly (readonly [string, object, string])[] = [
      ["DENIED", { verdict: { reason: "no rule" } }, "HP-ACTION-DENIED"],
      ["DEAD", { error: { code: "HP-ACTION-TIMEOUT", message: "late", retryable: true } }, "HP-ACTION-TIMEOUT"],
      ["EXPIRED", {}, "HP-ACTION-EXPIRED"],
      ["CANCELLED", {}, "HP-ACTION-CANCELLED"],
      ["UNKNOWN", {}, "HP-ACTION-UNKNOWN"],
    ];
    for (const [state, more, code] of ends) {
      const { client } = scriptedClient([action(state, more)]);
      const error = await client.run(ECHO).catch((thrown: unknown) => thrown);
      assert.ok(error instanceof ActionFailedError, state);
      assert.deepEqual([error.code, error.action.state], [code, state]);
    }
    assert.equal(
      (await scriptedClient([action("SIMULATED")]).client.run({ ...ECHO, dry_run: true })).state,
      "SIMULATED",
    );
  });

  test("waits only so long", async () => {
    const { client, slept } = scriptedClient(Array.from({ length: 50 }, () => action("RUNNING")));
    const error = await client.run(ECHO, { endMs: 1000 }).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof ActionFailedError);
    assert.equal(error.code, "HP-ACTION-TIMEOUT");
    assert.ok(slept.reduce((sum, ms) => sum + ms, 0) <= 1000);
  });
});

describe("lists", () => {
  test("page after page, only as far as they are read", async () => {
    const page = (ids: string[], cursor: string | null): Reply => ({
      json: { items: ids.map((id) => ({ id })), cursor },
    });
    const { client, asked } = scriptedClient([page(["a", "b"], "b"), page(["c"], null)]);
    const ids: string[] = [];
    for await (const { id } of client.list({ state: "DEAD", since: "2026-01-01T00:00:00Z" })) ids.push(id);
    assert.deepEqual(ids, ["a", "b", "c"]);
    assert.deepEqual(
      asked.map(({ url }) => new URL(url).search),
      [
        "?limit=200&state=DEAD&since=2026-01-01T00%3A00%3A00Z",
        "?limit=200&state=DEAD&since=2026-01-01T00%3A00%3A00Z&cursor=b",
      ],
    );
    const early = scriptedClient([page(["a", "b"], "b")]);
    for await (const { id } of early.client.deadLetters.list()) if (id === "b") break;
    assert.equal(early.asked.length, 1);
  });

  test("a list that would never end, ends", async () => {
    const again: Reply = { json: { items: [{ id: "a" }], cursor: "a" } };
    const { client, asked } = scriptedClient([again, again, again]);
    let count = 0;
    for await (const _ of client.list()) count += 1;
    assert.deepEqual([count, asked.length], [2, 2]);
    const empty = scriptedClient([{ json: { items: [], cursor: "x" } }]);
    for await (const _ of empty.client.list()) assert.fail();
  });
});

describe("every other call has its method, path and body", () => {
  type Client = ReturnType<typeof createClient>;
  const calls: readonly (readonly [(client: Client) => Promise<unknown>, string, unknown])[] = [
    [(c) => c.get("a/b"), "GET /v1/actions/a%2Fb", null],
    [(c) => c.approve("1", "ok"), "POST /v1/actions/1/approve", { reason: "ok" }],
    [(c) => c.deny("1"), "POST /v1/actions/1/deny", {}],
    [(c) => c.cancel("1", ""), "POST /v1/actions/1/cancel", { reason: "" }],
    [(c) => c.reconcile("1", { how: "query" }), "POST /v1/actions/1/reconcile", { how: "query" }],
    [(c) => c.receipt("1"), "GET /v1/receipts/1", null],
    [(c) => c.trail("c:1"), "GET /v1/audit-trails/c%3A1", null],
    [(c) => c.capabilities(), "GET /v1/capabilities", null],
    [(c) => c.breakers.list(), "GET /v1/breakers", null],
    [(c) => c.breakers.metrics(5), "GET /v1/breakers/metrics?last_n=5", null],
    [(c) => c.breakers.metrics(), "GET /v1/breakers/metrics", null],
    [(c) => c.breakers.reset("a b"), "POST /v1/breakers/a%20b/reset", {}],
    [(c) => c.config.get(), "GET /v1/config", null],
    [(c) => c.config.patch({ a: { b: 1 } }, '"g1"'), "PATCH /v1/config", { a: { b: 1 } }],
    [(c) => c.health(), "GET /readyz", null],
    [(c) => c.checkpoint(), "GET /v1/checkpoint", null],
    [(c) => c.keys(), "GET /v1/keys", null],
    [(c) => c.deadLetters.get("1"), "GET /v1/dead-letters/1", null],
    [
      (c) => c.deadLetters.plan({ ids: ["1"] }),
      "POST /v1/dead-letters/replay",
      { mode: "plan", filter: { ids: ["1"] } },
    ],
    [
      (c) => c.deadLetters.run("p", { ratePerSecond: 2, max: 3 }),
      "POST /v1/dead-letters/replay",
      { mode: "run", plan_id: "p", rate_per_second: 2, max: 3 },
    ],
    [(c) => c.deadLetters.status("r"), "GET /v1/dead-letters/replay/r", null],
    [(c) => c.deadLetters.abort("r"), "POST /v1/dead-letters/replay/r/abort", {}],
  ];
  for (const [index, [call, wanted, body]] of calls.entries()) {
    test(`${index + 1}: ${wanted}`, async () => {
      const { client, asked } = scriptedClient([{ json: {}, headers: { etag: '"g1"' } }]);
      await call(client);
      const [{ method, url, body: sent } = assert.fail()] = asked;
      assert.equal(`${method} ${url.replace("http://gateway.example:8377", "")}`, wanted);
      assert.deepEqual(sent, body);
    });
  }

  test("a change of the configuration says what it changes; a gateway that is not ready answers", async () => {
    const patched = scriptedClient([{ json: { generation: 2 }, headers: { etag: '"g2"' } }]);
    assert.deepEqual(await patched.client.config.patch({}, '"g1"'), { config: { generation: 2 }, etag: '"g2"' });
    assert.equal(patched.asked[0]?.headers["if-match"], '"g1"');
    assert.equal(patched.asked[0]?.headers["content-type"], "application/merge-patch+json");
    const health = { ready: false, stopping: true, reasons: ["HP-GATEWAY-STOPPING"] };
    const unready = scriptedClient([{ status: 503, json: health }]);
    assert.deepEqual(await unready.client.health(), health);
  });

  test("a URL that is none is refused at once", () => {
    for (const url of ["", "gateway", "ftp://a", "127.0.0.1:8377"]) {
      assert.throws(() => createClient({ url, token: "t" }), /is not the URL of a gateway/, url);
    }
    assert.doesNotThrow(() => createClient({ url: "https://a.example/base/", token: "t" }));
  });
});
