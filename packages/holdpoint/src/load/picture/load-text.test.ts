import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import { painter } from "../../reporters/text/paint.ts";
import { loadBody, loadWindow, sloResult, troubledBody } from "../testing-load-body.ts";
import type { LoadTextTerms } from "./load-text.ts";
import { loadText } from "./load-text.ts";

const TERMS: LoadTextTerms = { outcome: "pass", paint: painter(false), columns: 100, written: [] };

function text(body: LoadBody, over: Partial<LoadTextTerms> = {}): string {
  return loadText(body, { ...TERMS, ...over });
}

describe("a sound run", () => {
  const said = text(loadBody(), { written: [["charts", "a.html"]], percentiles: [["p99.99", "1.00 s", "8 ms"]] });

  test("begins with what it came to and what was asked", () => {
    assert.ok(said.startsWith(" PASS  http://127.0.0.1:8080/a · 10.0 s · open model · constant\n"), said);
    assert.match(said, /asked 100\/s {2}went out 100\/s\n {2}due 1,000 {2}sent 1,000 {2}succeeded 1,000 {2}failed 0/);
  });

  test("says what was sent twice", () => {
    assert.match(text(loadBody({ retried: 3 })), /failed 0 {2}sent again 3\n/);
    assert.ok(!said.includes("sent again"));
  });

  test("has both clocks side by side, the distribution, objectives, windows and where things lie", () => {
    assert.match(said, /response time {7}service time\n/);
    assert.match(said, /p99\.9 +999 ms +8\.00 ms/);
    assert.match(said, /p99\.99 +1\.00 s +8 ms/);
    assert.match(said, /lag of the generator: p50 0\.100 ms, p99 0\.900 ms, max 2\.00 ms/);
    assert.match(said, /█+ .* %/);
    assert.match(
      said,
      /pass {9}p99 of response time <= 12 ms\n +seen 11\.2 ms \(10\.1 ms to 11\.9 ms\) in 1,000 samples/,
    );
    assert.match(said, /Over time, 1 s a window\n {2}response p99 [▁-█]+ {2}10\.0 ms to 19\.0 ms/);
    assert.match(said, /Written\n {2}charts {2}a\.html$/);
  });

  test("what there is nothing to say about is left out", () => {
    for (const word of ["Failures", "Checks", "Series", "What may help"]) assert.ok(!said.includes(word), word);
    const bare = loadBody({ slo: [], windows: [], series: [], response: null, service: null, target: null, due: null });
    assert.equal(text(bare).split("\n\n").length, 1);
    assert.ok(!text(bare).includes("asked"));
  });
});

describe("a run that went wrong", () => {
  const said = text(troubledBody("\u001b[31m\nx"), { outcome: "invalid" });

  test("says why at the top, and what may help", () => {
    assert.match(said, /^ INVALID .*\n {2}lag: the generator was late/);
    assert.match(said, /What may help: --pacing precise/);
    assert.match(said, /Closed model: callers who wait/);
  });

  test("says failures, checks, what waited, budgets, alerts and windows", () => {
    for (const part of [
      /failed 40 {2}dropped 7/,
      /300 waited for a connection, 12 at once at most/,
      /40 {2}3\.8 %/,
      /FAILED .* 960 of 1,000/,
      /seen 96 % of 1,000 requests, 2,000 are wanted; budget 40 of 10 bad requests spent; 3\n {15}burn alerts; 2 of 9 windows missed, 1 could not be judged/,
      /nothing was seen/,
      /failed {7}▁█▁ {2}0 to 40/,
      /tag +t +0 +0 +- /,
    ]) {
      assert.match(said, part);
    }
  });

  test("objectives keep to the width of a narrow terminal", () => {
    const narrow = text(troubledBody("x"), { columns: 60 });
    const lines = (/\nObjectives\n(.*?)\n\n/s.exec(narrow)?.[1] ?? "").split("\n");
    assert.ok(lines.length > 8 && lines.every((line) => line.length <= 60), narrow);
  });

  test("a percentile among what failed was seen, and has no time", () => {
    const lost = sloResult({ observed: null, interval: null, samples: 7000, outcome: "fail" });
    assert.match(text(loadBody({ slo: [lost] })), /seen a failure in 7,000 samples/);
  });

  test("a gap is shown as one, and hostile text moves no cursor", () => {
    assert.match(said, /response p99 [▁-█]·[▁-█]/);
    assert.ok(!said.includes("\u001b"));
  });
});

test("a window without any answer, colours, other tools, a rate objective", () => {
  const silent = [loadWindow(0, { response: null, service: null }), loadWindow(1, { response: null, service: null })];
  assert.match(text(loadBody({ windows: silent })), /response p99 nothing was answered/);
  assert.ok(text(loadBody(), { paint: painter(true) }).includes("\u001b["));
  assert.match(text(loadBody({ trust: "open-service-only" })), /Timed from the send only/);
  assert.match(text(loadBody({ trust: "unknown", url: null, tool: { name: "wrk", version: null } })), /wrk/);
  assert.match(text(loadBody({ slo: [sloResult({ kind: "throughput", observed: 480 })] })), /seen 480\/s/);
});
