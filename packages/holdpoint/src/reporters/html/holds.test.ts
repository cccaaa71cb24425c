import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { anchorsOf } from "./anchors.ts";
import { holdSection, noticeSection } from "./holds.ts";

const anchors = anchorsOf(HELD.judgement);

function titles(markup: string): string[] {
  const cards = [...markup.matchAll(/<h3>((?:(?!<\/h3>).)*)<\/h3>\s*<code class="soft">(.*?)<\/code>/gs)];
  return cards.map(([, title = "", code]) => `${title.replaceAll(/<[^>]*>/g, "").trim()} ${code}`);
}

test("each reason has a card with its code, and leads to its check where it has one", () => {
  const { text } = holdSection(HELD.judgement, anchors);
  assert.deepEqual(titles(text), [
    "load required-gate-missing",
    "candidate / clean-tree tree-dirty",
    "tests / no-failed-tests tests-failed",
    "coverage / lines-covered, branches-covered HP-READ-TRUNCATED",
    "dependencies / lock-agrees-with-manifest evidence-stale",
    "automation-coverage / plants-caught evidence-missing",
    "automation-coverage / artifacts-validate check-threw",
    "verdict required-section-uncovered",
  ]);
  assert.equal(text.match(/<a href="#check-\d+-\d+">/g)?.length, 6);
  assert.match(text, /9 reasons\. Each has to be met/);
});

test("what held nothing is grouped by what it is", () => {
  const { text = "" } = noticeSection(HELD.judgement, anchors) ?? {};
  assert.deepEqual(titles(text), [
    "style / files-short file-long",
    "tests / skipped-within-limit skipped-near-limit",
    "dependencies / licences-allowed licence-not-allowed",
    "tests / inherited-floor first-release",
  ]);
  for (const group of ["Not passed, in advisory gates (1)", "Warnings (1)", "Waived (1)", "Not asked (1)"]) {
    assert.ok(text.includes(group), group);
  }
  assert.match(text, /approved by grace/);
});

test("where there is nothing to note, there is no such part", () => {
  const gates = PROMOTED.judgement.gates.map((gate) => ({
    ...gate,
    checks: gate.checks.filter(({ outcome }) => outcome === "pass"),
  }));
  assert.equal(noticeSection({ ...PROMOTED.judgement, gates }, anchors), null);
});
