import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { AdapterOutcome, AdapterFailure } from "../contract/adapter.ts";
import { echoAdapter } from "../adapters/trial/echo.ts";
import { admitted, benchOf, callOf, permitOf, runOn, scripted, settled, settingsOf } from "./testing-executor.ts";

function failed(outcome: AdapterOutcome): AdapterFailure {
  return outcome.ok ? assert.fail(`it succeeded with ${JSON.stringify(outcome.result)}`) : outcome;
}

function answering(answer: unknown): () => Promise<AdapterOutcome> {
  return () => Promise.resolve(answer as AdapterOutcome);
}

const succeeds = answering({ ok: true, result: null });

test("with a sound permit the adapter is called once, with the call and its time", async () => {
  const adapter = scripted("echo", (call) => Promise.resolve({ ok: true, result: call.arguments }));
  const bench = benchOf([adapter]);
  assert.deepEqual(await runOn(bench, "echo", { timeoutMs: 300 }), { ok: true, result: { text: "hello" } });
  assert.equal(adapter.calls.length, 1);
  const [call] = adapter.calls;
  assert.deepEqual([call?.idempotencyKey, call?.timeoutMs, call?.signal.aborted], ["key-1", 300, false]);
  assert.deepEqual([bench.executor.figures.running, bench.clock.waiting], [0, 0]);
  bench.executor.onPlaceFreed(() => assert.fail("run tells of the others"));
  assert.equal((await runOn(bench, "echo")).ok, true);
});

test("without a sound permit nothing is executed, and the breaker hears nothing of it", async () => {
  const adapter = scripted("echo", succeeds);
  const bench = benchOf([adapter]);
  const call = callOf();
  const sound = permitOf("echo", call);
  for (const permit of [null, { ...sound, argumentsDigest: "sha256:0" }, { ...sound, expiresAtMs: 1 }]) {
    const { failureClass, sent, code } = failed(await bench.executor.run(admitted(bench, "echo"), permit, call));
    assert.deepEqual([failureClass, sent, code], ["policy_denied", false, "HP-ACTION-PERMIT"]);
  }
  assert.equal(adapter.calls.length, 0);
  assert.deepEqual([bench.executor.figures.running, bench.executor.breakers.view("echo", 0)?.["calls"]], [0, 0]);
});

test("a ticket is the right to one call: used, released, or made up, it is none", async () => {
  const adapter = scripted("echo", succeeds);
  const bench = benchOf([adapter]);
  const call = callOf();
  const permit = permitOf("echo", call);
  const used = admitted(bench, "echo");
  assert.equal((await bench.executor.run(used, permit, call)).ok, true);
  const released = admitted(bench, "echo");
  bench.executor.release(released);
  bench.executor.release(released);
  for (const ticket of [used, released, { adapter: "echo", token: {} }]) {
    assert.match(failed(await bench.executor.run(ticket, permit, call)).message, /ticket/);
  }
  assert.equal(adapter.calls.length, 1);
  assert.equal(bench.executor.figures.running, 0);
});

test("a permit for one adapter is none for another's ticket, and an operation must exist", async () => {
  const [echo, other] = [scripted("echo", succeeds), scripted("other", succeeds)];
  const bench = benchOf([echo, other]);
  const call = callOf();
  const wrong = failed(await bench.executor.run(admitted(bench, "other"), permitOf("echo", call), call));
  assert.match(wrong.message, /another adapter/);
  const absent = failed(await runOn(bench, "echo", { operation: "absent" }));
  assert.deepEqual([absent.code, absent.sent], ["HP-ACTION-PERMIT", false]);
  assert.equal(echo.calls.length + other.calls.length, 0);
});

test("anything that an adapter throws is an unknown outcome that counts as sent", async () => {
  const throwsAtOnce = (): Promise<AdapterOutcome> => {
    throw new TypeError("at once");
  };
  const unsayable = { [Symbol.toPrimitive]: () => assert.fail("no text") };
  const cases: readonly (() => Promise<AdapterOutcome>)[] = [
    throwsAtOnce,
    () => Promise.reject(new Error("later")),
    () => Promise.reject(unsayable),
    () => Promise.reject(undefined),
    answering(undefined),
    answering("ok"),
    answering({}),
    answering({ ok: "yes", result: 1 }),
    answering({ ok: true }),
    answering({ ok: false, failureClass: "no_class", sent: false }),
  ];
  for (const [index, execute] of cases.entries()) {
    const outcome = failed(await runOn(benchOf([scripted("echo", execute)]), "echo"));
    assert.deepEqual(
      [outcome.failureClass, outcome.sent, outcome.code],
      ["unknown", true, "HP-ACTION-UNKNOWN"],
      `${index}`,
    );
  }
});

test("a failure is taken as told, but bounded, printable, and sent unless it says exactly that it was not", async () => {
  const told = {
    ok: false,
    failureClass: "backpressure",
    sent: false,
    message: "a\u0000\u001b[31m\ud800",
    retryAfterMs: 1e12,
  };
  const first = failed(await runOn(benchOf([scripted("echo", answering(told))]), "echo"));
  assert.deepEqual(first, {
    ok: false,
    failureClass: "backpressure",
    sent: false,
    code: "HP-ACTION-BACKPRESSURE",
    message: "a\ufffd\ufffd[31m\ufffd",
    retryAfterMs: 86_400_000,
  });
  const vague = { ...told, sent: 0, code: "HP-MADE-UP", message: "x".repeat(100_000), retryAfterMs: Number.NaN };
  const second = failed(await runOn(benchOf([scripted("echo", answering(vague))]), "echo"));
  assert.deepEqual([second.sent, second.code, second.retryAfterMs], [true, "HP-ACTION-BACKPRESSURE", null]);
  assert.equal(second.message.length, 5000);
});

test("an adapter that honours the signal tells itself how far it came", async () => {
  const adapter = scripted("echo", ({ signal }) => {
    const outcome: AdapterOutcome = {
      ok: false,
      failureClass: "timeout",
      sent: false,
      code: "HP-ACTION-TIMEOUT",
      message: "nothing was sent",
      retryAfterMs: null,
    };
    return new Promise((resolve) => signal.addEventListener("abort", () => resolve(outcome)));
  });
  const bench = benchOf([adapter]);
  const running = runOn(bench, "echo", { timeoutMs: 200 });
  await bench.clock.pass(200);
  assert.deepEqual([failed(await running).sent, bench.executor.figures.running], [false, 0]);
});

test("an adapter that ignores the signal is left behind: its late answer is dropped and counted", async () => {
  let end: (outcome: AdapterOutcome) => void = () => assert.fail("it was not called");
  const adapter = scripted("echo", () => new Promise((resolve) => void (end = resolve)));
  const bench = benchOf([adapter]);
  const running = runOn(bench, "echo", { timeoutMs: 400 });
  await bench.clock.pass(500);
  const { failureClass, sent, code } = failed(await running);
  assert.deepEqual([failureClass, sent, code], ["timeout", true, "HP-ACTION-TIMEOUT"]);
  assert.equal(bench.executor.figures.running, 1);
  end({ ok: true, result: "late" });
  await settled();
  assert.deepEqual(bench.executor.figures, { running: 0, lateAnswers: 1 });
  assert.equal(bench.clock.waiting, 0);
});

test("the place of one that never ends is free again after twice its time", async () => {
  const bench = benchOf([scripted("echo", () => new Promise(() => undefined))]);
  let told = 0;
  bench.executor.onPlaceFreed(() => {
    told += 1;
    assert.equal(bench.executor.figures.running, 0);
  });
  const running = runOn(bench, "echo", { timeoutMs: 400 });
  await bench.clock.pass(500);
  assert.equal(failed(await running).failureClass, "timeout");
  await bench.clock.pass(299);
  assert.deepEqual([bench.executor.figures.running, told], [1, 0]);
  await bench.clock.pass(1);
  assert.deepEqual([bench.executor.figures.running, bench.clock.waiting, told], [0, 0, 1]);
});

test("what throws after it was told to stop timed out", async () => {
  const adapter = scripted(
    "echo",
    ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted")))),
  );
  const bench = benchOf([adapter]);
  const running = runOn(bench, "echo");
  await bench.clock.pass(1000);
  assert.deepEqual([failed(await running).failureClass, failed(await running).sent], ["timeout", true]);
});

test("the shortest time counts: the operation's, the setting's, the call's, the deadline's", async () => {
  const seen = async (
    operationMs: number | null,
    settingMs: number,
    callMs: number,
    leftMs: number | null,
  ): Promise<number> => {
    const adapter = scripted("echo", succeeds, { timeoutMs: operationMs });
    const bench = benchOf([adapter], settingsOf({ executor: { timeout_ms: settingMs } }));
    const deadlineAtMs = leftMs === null ? null : bench.clock.nowMs + leftMs;
    assert.equal((await runOn(bench, "echo", { timeoutMs: callMs, deadlineAtMs })).ok, true);
    return adapter.calls[0]?.timeoutMs ?? -1;
  };
  assert.equal(await seen(10, 20, 30, 40), 10);
  assert.equal(await seen(50, 20, 30, 40), 20);
  assert.equal(await seen(null, 50, 30, 40), 30);
  assert.equal(await seen(null, 50, 60, 40), 40);
  assert.equal(await seen(null, 50, 60, null), 50);
});

test("after the deadline nothing starts", async () => {
  const adapter = scripted("echo", succeeds);
  const bench = benchOf([adapter]);
  const { failureClass, sent, code } = failed(await runOn(bench, "echo", { deadlineAtMs: bench.clock.nowMs }));
  assert.deepEqual([failureClass, sent, code], ["timeout", false, "HP-ACTION-DEADLINE"]);
  assert.equal(adapter.calls.length, 0);
  assert.equal(bench.executor.figures.running, 0);
});

test("a result that is not JSON, or is not of the agreed shape, is connector_contract_drift", async () => {
  const cyclic: Json[] = [];
  cyclic.push(cyclic);
  const results: readonly unknown[] = [
    undefined,
    1n,
    Number.NaN,
    new Date(0),
    new Map(),
    "\ud800",
    cyclic,
    { a: undefined },
  ];
  for (const result of results) {
    const outcome = failed(await runOn(benchOf([scripted("echo", answering({ ok: true, result }))]), "echo"));
    assert.deepEqual(
      [outcome.failureClass, outcome.sent, outcome.code],
      ["execution_error", true, "HP-ACTION-CONTRACT-DRIFT"],
    );
    assert.match(outcome.message, /^connector_contract_drift: the result is not JSON/);
  }
  const resultSchema = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
  const shaped = (result: Json): Promise<AdapterOutcome> =>
    runOn(benchOf([scripted("echo", answering({ ok: true, result }), { resultSchema })]), "echo");
  assert.equal((await shaped({ id: 1, more: true })).ok, true);
  const drifted = failed(await shaped({ id: "1" }));
  assert.equal(drifted.code, "HP-ACTION-CONTRACT-DRIFT");
  assert.match(drifted.message, /^connector_contract_drift: the result\/id must be integer$/);
});

test("a result has its size at the most, in bytes", async () => {
  const sized = (result: Json): Promise<AdapterOutcome> => {
    const adapter = scripted("echo", answering({ ok: true, result }));
    return runOn(benchOf([adapter], settingsOf({ executor: { result_size_bytes: 10 } })), "echo");
  };
  assert.equal((await sized("12345678")).ok, true);
  for (const result of ["123456789", "äääää"]) {
    const outcome = failed(await sized(result));
    assert.deepEqual([outcome.code, outcome.failureClass], ["HP-ACTION-RESULT-TOO-LARGE", "execution_error"]);
  }
});

test("a result schema that is none refuses to start", () => {
  const adapter = scripted("echo", succeeds, { resultSchema: { type: "no-type" } });
  assert.throws(
    () => benchOf([adapter]),
    (error) => error instanceof HoldpointError && error.code === "HP-GATEWAY-CONFIG",
  );
});

test("status: a clear answer is passed on, everything else is not known", async () => {
  const asked = async (status: unknown): Promise<unknown> => {
    const adapter = { ...scripted("echo", succeeds), ...(status === undefined ? {} : { status: status as never }) };
    const bench = benchOf([adapter], settingsOf({ executor: { result_size_bytes: 10 } }));
    const answer = bench.executor.status(callOf(), "echo");
    await bench.clock.pass(3000);
    assert.equal(bench.clock.waiting, 0);
    return answer;
  };
  const happened = { known: true, succeeded: true, result: 1 };
  assert.deepEqual(await asked(() => Promise.resolve(happened)), happened);
  assert.deepEqual(await asked(() => Promise.resolve({ ...happened, result: "x".repeat(20) })), {
    ...happened,
    result: null,
  });
  const not = { known: true, succeeded: false, message: "no" };
  assert.deepEqual(await asked(() => Promise.resolve(not)), not);
  const unclear: readonly unknown[] = [
    undefined,
    () => Promise.reject(new Error("broken")),
    () => assert.fail("at once"),
    () => new Promise(() => undefined),
    () => Promise.resolve(null),
    () => Promise.resolve({ known: "yes", succeeded: true }),
    () => Promise.resolve({ known: true, succeeded: "maybe" }),
    () => Promise.resolve({ known: true, succeeded: true, result: 1n }),
  ];
  for (const status of unclear) assert.equal(((await asked(status)) as { known: boolean }).known, false);
  assert.equal((await benchOf([]).executor.status(callOf(), "gone")).known, false);
});

test("closing waits for nobody who does not end, and nothing is admitted afterwards", async () => {
  const ends: string[] = [];
  const closing = (name: string, close: () => Promise<void>): ReturnType<typeof scripted> => ({
    ...scripted(name, succeeds),
    close,
  });
  const bench = benchOf([
    closing("good", async () => void ends.push("good")),
    closing("bad", () => Promise.reject(new Error("bad"))),
    closing("stuck", () => new Promise(() => undefined)),
  ]);
  const closed = bench.executor.close();
  await bench.clock.pass(20_000);
  await closed;
  assert.deepEqual(ends, ["good"]);
  assert.deepEqual(bench.executor.admit("good", bench.clock.nowMs), { kind: "busy" });
});

test("a thousand calls that share a group verify its signature once", async () => {
  const bench = benchOf([echoAdapter()]);
  const call = callOf();
  const permit = permitOf("echo", call);
  for (let count = 0; count < 1000; count += 1) {
    assert.equal((await bench.executor.run(admitted(bench, "echo"), permit, call)).ok, true);
  }
  assert.deepEqual([bench.executor.figures.running, bench.clock.waiting], [0, 0]);
});
