import assert from "node:assert/strict";
import { test } from "node:test";
import { leakSelfTest } from "./leak-self-test.ts";

test("a program that leaks is told from one that does the same and does not", async () => {
  const found = await leakSelfTest({ signal: new AbortController().signal, nowMs: () => performance.now() });
  assert.equal(found.leakFound, true);
  assert.equal(found.soundFound, false);
  const seen = (found.detectedPerS ?? 0) / found.injectedPerS;
  assert.ok(seen > 0.3 && seen < 3, `${seen} of what was injected was seen`);
});

test("it ends when the run does", async () => {
  const over = AbortSignal.timeout(300);
  await assert.rejects(leakSelfTest({ signal: over, nowMs: () => performance.now() }));
});
