import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { Json, JsonObject } from "@holdpoint/core";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import { scratch } from "@holdpoint/testkit";
import type { Adapter, AdapterCall, AdapterFailure } from "../../contract/adapter.ts";
import { adapterCall } from "../../executor/testing-executor.ts";
import { trialAdapters } from "./trial-adapters.ts";

function trial(context: TestContext, folder: string = scratch(context)): { folder: string; of(name: string): Adapter } {
  const adapters = new Map(trialAdapters({ folder }).map((adapter) => [adapter.name, adapter]));
  assert.equal(adapters.size, 5);
  return { folder, of: (name) => adapters.get(name) ?? assert.fail(`no ${name}`) };
}

async function result(adapter: Adapter, changes: Partial<AdapterCall>): Promise<Json> {
  const outcome = await adapter.execute(adapterCall({ operation: adapter.name, ...changes }));
  return outcome.ok ? outcome.result : assert.fail(outcome.message);
}

async function failed(adapter: Adapter, changes: Partial<AdapterCall>): Promise<AdapterFailure> {
  const outcome = await adapter.execute(adapterCall({ operation: adapter.name, ...changes }));
  return outcome.ok ? assert.fail(JSON.stringify(outcome.result)) : outcome;
}

function lines(file: string): JsonObject[] {
  const text = readFileSync(file, "utf8");
  return text === ""
    ? []
    : text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as JsonObject);
}

test("operations are named as their adapter and take any JSON object", (context) => {
  const { of } = trial(context);
  const terms = ["echo", "fail", "sleep", "append", "notify"].map((name) => {
    const operation = of(name).operations.get(name) ?? assert.fail(name);
    assert.deepEqual(operation.argumentsSchema, { type: "object", additionalProperties: true });
    return [name, operation.idempotent, operation.risk];
  });
  assert.deepEqual(terms, [
    ["echo", true, "safe"],
    ["fail", true, "safe"],
    ["sleep", true, "safe"],
    ["append", true, "low"],
    ["notify", false, "high"],
  ]);
});

test("echo answers its arguments", async (context) => {
  const given = { text: "hello", list: [1, null, { __proto__x: true }] };
  assert.deepEqual(await result(trial(context).of("echo"), { arguments: given }), given);
});

test("fail fails with each class, and with validation_failed for what is none", async (context) => {
  const fail = trial(context).of("fail");
  for (const failureClass of FAILURE_CLASSES) {
    const outcome = await failed(fail, { arguments: { class: failureClass, message: "as told" } });
    assert.deepEqual([outcome.failureClass, outcome.message], [failureClass, "as told"]);
    assert.equal(outcome.sent, ["timeout", "execution_error", "unknown"].includes(failureClass));
  }
  for (const given of [
    {},
    { class: "nonsense" },
    { class: 1 },
    { class: "timeout", times: -1 },
    { class: "timeout", times: 1.5 },
  ]) {
    const outcome = await failed(fail, { arguments: given });
    assert.deepEqual([outcome.failureClass, outcome.sent], ["validation_failed", false]);
  }
});

test("fail with times succeeds afterwards", async (context) => {
  const fail = trial(context).of("fail");
  const given = { class: "timeout", times: 2 };
  assert.equal((await failed(fail, { arguments: given, attempt: 1 })).failureClass, "timeout");
  assert.equal((await failed(fail, { arguments: given, attempt: 2 })).failureClass, "timeout");
  assert.deepEqual(await result(fail, { arguments: given, attempt: 3 }), { attempt: 3, failed: 2 });
});

test("sleep sleeps, is cut off by its signal, and sleeps a minute at most", async (context) => {
  const sleep = trial(context).of("sleep");
  assert.deepEqual(await result(sleep, { arguments: { ms: 1 } }), { slept_ms: 1 });
  assert.deepEqual(await result(sleep, { arguments: {} }), { slept_ms: 0 });
  const controller = new AbortController();
  const cut = failed(sleep, { arguments: { ms: 60_000 }, signal: controller.signal });
  controller.abort();
  assert.deepEqual([(await cut).failureClass, (await cut).sent], ["timeout", false]);
  for (const ms of [60_001, -1, 0.5, "1", null]) {
    assert.equal((await failed(sleep, { arguments: { ms } })).failureClass, "validation_failed", String(ms));
  }
});

test("append writes one line for each key, also when asked at once and after a restart", async (context) => {
  const { folder, of } = trial(context);
  const append = of("append");
  const file = join(folder, "append.jsonl");
  const ask = (key: string, actionId: string, attempt = 1): Promise<Json> =>
    result(append, { idempotencyKey: key, actionId, attempt, arguments: { text: key } });
  assert.deepEqual(await Promise.all([ask("k1", "a1"), ask("k1", "a1", 2), ask("k2", "a2")]), [
    { line: 1 },
    { line: 1 },
    { line: 2 },
  ]);
  assert.deepEqual(await ask("k1", "a1", 3), { line: 1 });
  assert.deepEqual(lines(file), [
    { action: "a1", arguments: { text: "k1" }, attempt: 1, key: "k1" },
    { action: "a2", arguments: { text: "k2" }, attempt: 1, key: "k2" },
  ]);
  await append.close();
  const again = trial(context, folder).of("append");
  assert.deepEqual(await result(again, { idempotencyKey: "k2", actionId: "a2" }), { line: 2 });
  assert.deepEqual(await result(again, { idempotencyKey: "k3", actionId: "a3" }), { line: 3 });
  assert.equal(lines(file).length, 3);
  await again.close();
});

test("a line that a crash cut off was never told to anybody and is removed", async (context) => {
  const folder = scratch(context);
  const file = join(folder, "append.jsonl");
  const whole = '{"action":"a1","arguments":{},"attempt":1,"key":"k1"}\n';
  writeFileSync(file, `${whole}{"action":"a2","argu`);
  const append = trial(context, folder).of("append");
  assert.equal(readFileSync(file, "utf8"), whole);
  assert.deepEqual(await result(append, { idempotencyKey: "k2", actionId: "a2" }), { line: 2 });
  assert.deepEqual(
    lines(file).map(({ key }) => key),
    ["k1", "k2"],
  );
  await append.close();
});

test("a file of something else is not touched", (context) => {
  for (const text of ["notes to myself\n", '{"key":"k1"}\n', "null\n", "\n"]) {
    const folder = scratch(context, { "append.jsonl": text });
    assert.throws(() => trialAdapters({ folder }), {
      code: "HP-GATEWAY-DATA",
      place: { file: join(folder, "append.jsonl"), line: 1 },
    });
    assert.equal(readFileSync(join(folder, "append.jsonl"), "utf8"), text);
  }
});

test("notify writes at every call, and can be asked", async (context) => {
  const { folder, of } = trial(context);
  const notify = of("notify");
  const call = adapterCall({ operation: "notify", actionId: "a1", arguments: { text: "paid", amount: 5 } });
  const ask = (actionId: string): unknown => notify.status?.({ ...call, actionId });
  assert.deepEqual(await ask("a1"), { known: true, succeeded: false, message: "the file has no line of the action" });
  const writing = notify.execute(call);
  assert.deepEqual(await ask("a1"), { known: false, message: "the file is being written" });
  assert.deepEqual(await writing, { ok: true, result: { line: 1 } });
  assert.deepEqual(await notify.execute(call), { ok: true, result: { line: 2 } });
  assert.deepEqual(await ask("a1"), { known: true, succeeded: true, result: { line: 2 } });
  await notify.close();
  const again = trial(context, folder).of("notify");
  assert.deepEqual(await again.status?.(call), { known: true, succeeded: true, result: { line: 2 } });
  assert.equal(lines(join(folder, "notify.jsonl")).length, 2);
});

test("many at once are all on disk, in the order of their numbers", async (context) => {
  const { folder, of } = trial(context);
  const notify = of("notify");
  const asked = Array.from({ length: 300 }, (_, index) =>
    result(notify, { actionId: `a${index}`, idempotencyKey: `k${index}`, arguments: { index } }),
  );
  const numbers = (await Promise.all(asked)).map((each) => (each as { readonly line: number }).line);
  const written = lines(join(folder, "notify.jsonl"));
  assert.equal(written.length, 300);
  for (const [index, number] of numbers.entries()) assert.deepEqual(written[number - 1]?.["arguments"], { index });
  await notify.close();
});
