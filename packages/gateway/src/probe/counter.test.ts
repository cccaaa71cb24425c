import assert from "node:assert/strict";
import { test } from "node:test";
import type { AdapterCall } from "../contract/adapter.ts";
import { counter, SOUND_ANSWER } from "./counter.ts";

const call = (idempotencyKey: string): AdapterCall => ({ idempotencyKey }) as AdapterCall;

test("every execution is counted, whatever it answers", async () => {
  const target = counter();
  assert.equal(target.effects, 0);
  assert.deepEqual(await target.adapter.execute(call("a")), { ok: true, result: SOUND_ANSWER });
  target.answer = 7;
  assert.deepEqual(await target.adapter.execute(call("b")), { ok: true, result: 7 });
  await target.adapter.execute(call("b"));
  assert.equal(target.effects, 2, "the same key twice is one effect");
});

test("two counters do not share their count", async () => {
  const [first, second] = [counter(), counter()];
  await first.adapter.execute(call("a"));
  assert.deepEqual([first.effects, second.effects], [1, 0]);
});

test("only what is asked for waits for an approval", () => {
  const risks = [...counter().adapter.operations.values()].map(({ name, risk }) => [name, risk]);
  assert.deepEqual(risks, [
    ["count", "low"],
    ["count-twin", "low"],
    ["count-asked", "high"],
  ]);
});
