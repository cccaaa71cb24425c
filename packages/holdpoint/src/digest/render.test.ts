import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOfRuns } from "./digest.ts";
import { DIGEST_FORMATS } from "./formats.ts";
import { renderDigest } from "./render.ts";
import { fullRuns, runOf, TERMS } from "./testing-digest.ts";

const MAIL = { from: "a@b.example", to: [] };
const full = digestOfRuns(fullRuns(), TERMS);
const shown = (format: (typeof DIGEST_FORMATS)[number], digest = full, memo = false): string =>
  renderDigest(digest, format, { memo, mail: MAIL });

test("the digest tells every part, in Markdown that no name can break", () => {
  const markdown = shown("markdown");
  for (const line of [
    "# Digest of trial, 2026-01-05 to 2026-01-12",
    "2 whole runs: 1 PROMOTE, 1 HOLD; 1 partial run.",
    "1 check held in the last run that looked.",
    "All runs together took 9.0 s. A whole run took 2.0 s in the middle, 3.0 s at most.",
    "| 2026-01-07 00:00:00Z | HOLD (partial) | release / release | `aaaaaaaaaaaa` | 4.0 s |  |",
    "The gate coverage ended FAIL in the run that the last figures are from: do not rely on them.",
    "Lines of the whole, run by run: ▁█ from 90.00% (90 of 100) to 95.00% (95 of 100).",
    "| whole | lines | 90.00% (90 of 100) | 95.00% (95 of 100) | +5.00 | -5 | 90–99 % |",
    "| src/a&#124;b.ts | lines | 10.00% (10 of 100) | 15.00% (15 of 100) | +5.00 | -5 | &#60; 20 % |",
    "| 90–99 % | 1 | auth |",
    "## Critical components",
    "| auth | lines | 99.00% (99 of 100) | 99.00% (99 of 100) | +0.00 | 0 | 90–99 % |",
    "| `coverage/whole-floor` | `below-floor` | fail | 2 | 2026-01-06 | 2026-01-07 | yes |",
    "| `coverage/no-dead-gates` | `dead-floor` |",
    "| `unit` | `src/a¦b.ts` | 2 |",
    "| `cov-1` | `src/a¦b.ts` | Ada | expires within 14 days | 2026-01-15 |",
    "Modules with a test: 95.00% (95 of 100), 90.00% (90 of 100) at first. 5 modules without.",
    "And 4 more.",
  ]) {
    assert.ok(markdown.split("\n").includes(line), `${line}\n\n${markdown}`);
  }
  assert.match(markdown, /from records 1 to 3 of the verified ledger, 2026-01-05T00:00:00\.000Z up to/);
});

test("a time without a run is no good news in any format, and memo as digest", () => {
  const empty = digestOfRuns([], TERMS);
  for (const format of ["markdown", "text", "html", "slack"] as const) {
    for (const memo of [false, true]) {
      const text = shown(format, empty, memo);
      assert.match(text, /No run is on record for this time, so nothing is known about it\./, format);
      assert.doesNotMatch(text, /No check held|Nothing that these records know/, format);
    }
  }
});

test("what limits the digest stands at its top", () => {
  const limited = digestOfRuns(fullRuns(), { ...TERMS, unreadable: 2, anchored: false, cutOff: true });
  const text = shown("text", limited);
  assert.match(text, /^Not understood, and in no figure below: 2 records\.$/m);
  assert.match(text, /^There were more runs than are read; the oldest are in no figure below\.$/m);
  assert.match(text, /^No checkpoint outside the ledger vouches for all of these runs\.$/m);
});

test("nothing measured, and nothing held, is said", () => {
  const text = shown("text", digestOfRuns([runOf(1, 0)], TERMS));
  assert.match(text, /No run of this time measured coverage\./);
  assert.match(text, /No check held in any of these runs\./);
});

test("the memo says what was decided, what is tested and what waits, on one page", () => {
  const memo = shown("text", full, true);
  assert.match(memo, /^Memo on trial, 2026-01-05 to 2026-01-12$/m);
  assert.match(memo, /The last release that was judged is HOLD \(2026-01-06\)\./);
  assert.match(memo, /1 of 2 release candidates went through\./);
  assert.match(memo, /Tests reach 95\.00% \(95 of 100\) of the lines, \+5\.00 points since the beginning\./);
  assert.match(memo, /ended FAIL .* do not rely on them/);
  assert.match(memo, /holds the release +coverage: whole-floor +2026-01-07/);
  assert.match(memo, /exception +src\/a\|b\.ts \(Ada\) +2026-01-15/);
  assert.match(memo, /rule that guards nothing +coverage: no-dead-gates/);
  assert.ok(memo.split("\n").length < 60, memo);
  const quiet = shown("text", digestOfRuns([runOf(1, 0, { partial: true })], TERMS), true);
  assert.match(quiet, /nothing was promoted[^]*was not measured in this time[^]*No part is declared critical/);
});

test("the same records make the same bytes in every format", () => {
  for (const format of DIGEST_FORMATS) {
    const again = digestOfRuns(fullRuns().toReversed(), TERMS);
    assert.equal(shown(format, again), shown(format), format);
    assert.ok(shown(format).endsWith("\n"), format);
  }
  assert.deepEqual(JSON.parse(shown("json")), full);
});

test("a page runs nothing, loads nothing, and escapes what is in it", () => {
  const page = shown("html", digestOfRuns(fullRuns("<img src=x onerror=alert(1)>"), TERMS));
  assert.match(page, /default-src 'none'; style-src 'sha256-[\w+/]{43}='/);
  assert.doesNotMatch(page, /<img|<script| style=| href="http/);
  assert.match(page, /<td><code>&lt;img src=x onerror=alert\(1\)&gt;<\/code><\/td>/);
});
