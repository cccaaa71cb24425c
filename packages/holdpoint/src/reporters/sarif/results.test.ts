import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckResult, GateResult } from "@holdpoint/core";
import { OUTCOMES } from "@holdpoint/core";
import { HELD } from "../fixture/runs.ts";
import { checkResults, ruleIdOf, wholeResult } from "./results.ts";

const gate = HELD.judgement.gates[1] as GateResult;
const check = gate.checks[1] as CheckResult;

test("outcomes that let through silently have no result, the others one for each place", () => {
  const counts = OUTCOMES.map((outcome) => [outcome, checkResults(gate, { ...check, outcome }, 0, undefined).length]);
  assert.deepEqual(Object.fromEntries(counts), {
    pass: 0,
    warn: 3,
    fail: 3,
    error: 3,
    missing: 3,
    stale: 3,
    "not-applicable": 0,
    waived: 3,
  });
});

test("a result says what was judged by what evidence", () => {
  const [result] = checkResults(gate, check, 4, undefined);
  assert.equal(result?.ruleId, "tests/no-failed-tests");
  assert.equal(result?.ruleIndex, 4);
  assert.deepEqual(Object.keys(result?.properties ?? {}), [
    "outcome",
    "code",
    "blocking",
    "observed",
    "threshold",
    "flip",
    "evidence",
    "waiver",
  ]);
});

test("places with the same words at the same file keep fingerprints of their own", () => {
  const place = { file: "a.ts", line: 1, text: "twice" };
  const results = checkResults(gate, { ...check, locations: [place, { ...place, line: 9 }] }, 0, undefined);
  const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints["holdpoint/v1"]);
  assert.equal(new Set(fingerprints).size, 2);
});

test("a place outside the repository falls back to the configuration, without its line", () => {
  const outside = { ...check, locations: [{ file: "/usr/lib/x.js", line: 7, text: "elsewhere" }] };
  const [result] = checkResults(gate, outside, 0, "holdpoint.yaml");
  assert.deepEqual(result?.locations?.[0].physicalLocation, {
    artifactLocation: { uri: "holdpoint.yaml", uriBaseId: "%SRCROOT%" },
  });
  assert.equal(checkResults(gate, outside, 0, undefined)[0]?.locations, undefined);
  assert.match(result?.message.text ?? "", /^\/usr\/lib\/x\.js: elsewhere/);
});

test("an absolute configuration path is no location", () => {
  assert.equal(checkResults(gate, { ...check, locations: [] }, 0, "/holdpoint.yaml")[0]?.locations, undefined);
});

test("a reason of the whole run is an error with the reason's own words", () => {
  const reason = { gate: "load", check: null, outcome: "fail", code: "required-gate-missing", text: "it is gone" };
  const result = wholeResult(reason, 2, undefined);
  assert.deepEqual(
    [result.ruleId, result.level, result.message.text],
    ["load/required-gate-missing", "error", "it is gone"],
  );
});

test("rule names are printable", () => {
  assert.equal(ruleIdOf({ ...gate, id: "a\nb" }, { ...check, id: "\u001b" }), "a b/\\u{1b}");
});
