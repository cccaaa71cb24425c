import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { holdLines, noticeLines } from "./findings.ts";
import { painter } from "./paint.ts";

const plain = painter(false);

test("a promotion has no hold lines", () => {
  assert.deepEqual(holdLines(PROMOTED.judgement, 80, plain), []);
});

test("each reason begins with its outcome, and says seen, wanted, flip and do in that order", () => {
  const blocks = holdLines(HELD.judgement, 80, plain).join("\n").split("\n\n").slice(1);
  assert.equal(blocks.length, 8);
  for (const block of blocks) {
    assert.match(block, /^(?:fail|error|missing|stale) {2}\S/);
    const labels = [...block.matchAll(/^ {2}([a-z]+) /gm)].map(([, label]) => label ?? "");
    const order = ["what", "seen", "wanted", "flip", "do", "where"];
    assert.deepEqual(
      labels,
      order.filter((label) => labels.includes(label)),
    );
    for (const label of ["what", "seen", "wanted", "do"]) assert.ok(labels.includes(label), `${label}\n${block}`);
  }
});

test("notices come in groups, and only those that there are", () => {
  const headings = (run: typeof HELD): string[] =>
    noticeLines(run.judgement, 80, plain).filter((line) => /^[A-Z].*\(\d+\)$/.test(line));
  assert.deepEqual(headings(HELD), ["Not passed, in advisory gates (1)", "Warnings (1)", "Waived (1)"]);
  assert.deepEqual(headings(PROMOTED), ["Warnings (1)"]);
  assert.deepEqual(noticeLines({ ...HELD.judgement, gates: [] }, 80, plain), []);
});

test("only the outcome and the labels are painted", () => {
  const painted = holdLines(HELD.judgement, 80, painter(true));
  assert.ok(painted.some((line) => line.startsWith("\u001b[31mfail\u001b[39m  tests / no-failed-tests")));
  assert.ok(painted.some((line) => line.startsWith("\u001b[35mstale\u001b[39m")));
  assert.ok(painted.includes("\u001b[2m  seen\u001b[22m    3"));
});
