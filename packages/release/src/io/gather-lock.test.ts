import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { LockTerms } from "./gather-lock.ts";
import { lockGathering } from "./gather-lock.ts";

const terms = (root: string, patch: Partial<LockTerms> = {}): LockTerms => ({
  root,
  waitMaxMs: 5000,
  nowMs: () => performance.now(),
  signal: new AbortController().signal,
  ...patch,
});

test("a second run waits until the first lets go", async (t) => {
  const root = scratch(t);
  const letGo = await lockGathering(terms(root));
  const order: string[] = [];
  const second = lockGathering(terms(root)).then((free) => {
    order.push("second");
    free();
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  order.push("first");
  letGo();
  await second;
  assert.deepEqual(order, ["first", "second"]);
});

test("waiting is bounded and can be interrupted", async (t) => {
  const root = scratch(t);
  const letGo = await lockGathering(terms(root));
  await assert.rejects(lockGathering(terms(root, { waitMaxMs: 0 })), { code: "HP-RUN-BUSY" });
  await assert.rejects(lockGathering(terms(root, { signal: AbortSignal.abort() })), { code: "HP-RUN-INTERRUPTED" });
  letGo();
});

test("a lock file that is something else is a registered error", async (t) => {
  const root = scratch(t, { ".holdpoint/keep": "" });
  writeFileSync(join(root, ".holdpoint", "gather.lock"), "x".repeat(5000));
  await assert.rejects(lockGathering(terms(root)), { code: "HP-RUN-DIRECTORY" });
});
