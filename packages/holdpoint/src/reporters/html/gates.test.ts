import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD } from "../fixture/runs.ts";
import { anchorsOf } from "./anchors.ts";
import { gateSection } from "./gates.ts";

const { judgement } = HELD;
const page = gateSection(judgement, anchorsOf(judgement)).text;

function text(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

test("the table has a row for each gate, and the row leads to it", () => {
  const rows = [...page.matchAll(/<tr>\s*<th scope="row">.*?<\/tr>/gs)].map(([row]) => row);
  assert.deepEqual(rows.map(text), [
    "candidate FAIL blocking 1 of 2 X D",
    "tests FAIL blocking 1 of 3 L",
    "coverage INCONCLUSIVE blocking 0 of 0, 2 unknown L",
    "dependencies INCONCLUSIVE blocking 0 of 1, 1 unknown R",
    "automation-coverage INCONCLUSIVE blocking 0 of 0, 2 unknown S",
    "ledger PASS blocking 1 of 1 Y P",
    "style FAIL advisory 0 of 1 C",
  ]);
  for (const [index, row] of rows.entries()) assert.ok(row.includes(`href="#gate-${index + 1}"`));
});

test("the filter offers the outcomes that there are, with their numbers", () => {
  const labels = [...page.matchAll(/<label class="chip">(.*?)<\/label\s*>/gs)].map(([, label = ""]) => text(label));
  assert.deepEqual(labels, [
    "all 14",
    "not passed 11",
    "pass 3",
    "warn 1",
    "fail 3",
    "error 3",
    "missing 1",
    "stale 1",
    "not-applicable 1",
    "waived 1",
  ]);
  assert.equal(page.match(/ checked/g)?.length, 1);
  assert.match(page, /id="filter"[^>]* hidden/);
});

test("a check shows what it looked at and by which parameters", () => {
  const gates = judgement.gates.map((gate) => ({
    ...gate,
    checks: gate.checks.map((check) => ({ ...check, params: { max: 5, "<b>": ["x"] } })),
  }));
  const shown = text(gateSection({ ...judgement, gates }, anchorsOf({ ...judgement, gates })).text);
  assert.match(shown, /Parameters max = 5 &lt;b&gt; = \[&quot;x&quot;\]/);
  assert.match(shown, /Waiver sha256:5a5a/);
  assert.match(shown, /Evidence looked at sha256:[0-9a-f]{64}/);
  assert.match(shown, /Code tests-failed/);
});

test("a check that looked at nothing says so", () => {
  const [item = ""] = /<li id="check-5-1".*?<\/li>/s.exec(page) ?? [];
  assert.match(text(item), /missing plants-caught there is no selftest evidence/);
  assert.match(text(item), /Evidence looked at none/);
});
