import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { gateLines, verdictLines } from "./head.ts";
import { painter } from "./paint.ts";

const plain = painter(false);

test("the first line is the verdict and why", () => {
  assert.equal(verdictLines(HELD, 120, plain)[0], " HOLD  held for 9 reasons");
  assert.equal(verdictLines(PROMOTED, 120, plain)[0], " PROMOTE  every rule of the profile is met");
  const [reason] = HELD.judgement.holdReasons;
  assert.ok(reason !== undefined);
  const single = { ...HELD, judgement: { ...HELD.judgement, holdReasons: [reason] } };
  assert.equal(verdictLines(single, 120, plain)[0], " HOLD  held for 1 reason");
});

test("the second is what was judged", () => {
  assert.deepEqual(verdictLines(HELD, 120, plain).slice(1), [
    "ledger-service 4b825dc642cb (uncommitted changes) · profile release · environment release · 41.2 s",
  ]);
});

test("each gate is a line, advisory ones block nothing", () => {
  const lines = gateLines(HELD, 120, plain);
  assert.equal(lines.length, HELD.judgement.gates.length + 1);
  assert.match(lines[0] ?? "", /^Gate +Verdict +Blocks +Checks passed +Sections$/);
  assert.match(lines[3] ?? "", /^coverage +INCONCLUSIVE +yes +0 of 0, 2 unknown +L$/);
  assert.match(lines.at(-1) ?? "", /^style +FAIL +no +0 of 1 +C$/);
});

test("a verdict is painted by what it means", () => {
  const painted = gateLines(HELD, 120, painter(true)).join("\n");
  assert.ok(painted.includes("\u001b[31mFAIL\u001b[39m"));
  assert.ok(painted.includes("\u001b[35mINCONCLUSIVE\u001b[39m"));
  assert.ok(painted.includes("\u001b[32mPASS\u001b[39m"));
});
