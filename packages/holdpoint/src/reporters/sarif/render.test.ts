import assert from "node:assert/strict";
import { test } from "node:test";
import { HOSTILE, hostileRun } from "../fixture/hostile.ts";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { renderSarif } from "./render.ts";
import type { SarifResult } from "./results.ts";

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly version?: string; readonly rules: readonly Rule[] };
    };
    readonly columnKind: string;
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly endTimeUtc: string }[];
    readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
    readonly results: readonly SarifResult[];
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
}

function read(text: string): Log["runs"][0] {
  const log = JSON.parse(text) as Log;
  assert.equal(log.version, "2.1.0");
  assert.equal(log.runs.length, 1);
  const [run] = log.runs;
  assert.ok(run !== undefined);
  return run;
}

/** What SARIF 2.1.0 and GitHub ask of a run that a schema for this shape would. */
function assertShape(run: Log["runs"][0]): void {
  const { rules } = run.tool.driver;
  assert.equal(run.tool.driver.name, "Holdpoint");
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { shortDescription, help } of rules) assert.ok(shortDescription.text !== "" || help.text !== "");
  assert.match(run.invocations[0]?.endTimeUtc ?? "", /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const fingerprints = new Set<string>();
  for (const result of run.results) {
    assert.equal(rules[result.ruleIndex]?.id, result.ruleId);
    assert.match(result.level, /^(?:error|warning)$/);
    assert.match(result.partialFingerprints["holdpoint/v1"], /^[0-9a-f]{32}$/);
    fingerprints.add(result.partialFingerprints["holdpoint/v1"]);
    if (result.locations === undefined) continue;
    const [
      {
        physicalLocation: { artifactLocation, region },
      },
    ] = result.locations;
    assert.match(artifactLocation.uri, /^[\w.!~*'()%-]+(?:\/[\w.!~*'()%-]+)*$/);
    assert.ok(artifactLocation.uriBaseId in run.originalUriBaseIds);
    if (region !== undefined) assert.ok(region.startLine >= 1);
  }
  assert.equal(fingerprints.size, run.results.length);
}

test("a rule for each check with what to do, a result for each place of what did not pass", () => {
  const run = read(renderSarif(HELD, { toolVersion: "1.2.3" }));
  assertShape(run);
  assert.equal(run.tool.driver.version, "1.2.3");
  assert.equal(run.tool.driver.rules.length, HELD.judgement.score.asked + 2);
  const rule = run.tool.driver.rules.find(({ id }) => id === "tests/no-failed-tests");
  assert.equal(rule?.help.text, "Run the named tests alone, repair them, and promote again.");
  const results = run.results.filter(({ ruleId }) => ruleId === "tests/no-failed-tests");
  assert.deepEqual(
    results.map(({ locations }) => locations?.[0].physicalLocation.region),
    [{ startLine: 41, startColumn: 3 }, { startLine: 97 }, { startLine: 12 }],
  );
  assert.match(results[0]?.message.text ?? "", /^refuses a negative amount\. 3 of 431 tests failed\. would pass/);
});

test("levels follow outcomes, and a waiver is an accepted suppression", () => {
  const run = read(renderSarif(HELD));
  const levels = run.results.map(({ level, properties }) => `${String(properties["outcome"])} ${level}`);
  assert.deepEqual([...new Set(levels)].sort(), [
    "error error",
    "fail error",
    "missing error",
    "stale error",
    "waived error",
    "warn warning",
  ]);
  const suppressed = run.results.filter(({ suppressions }) => suppressions !== undefined);
  assert.deepEqual(
    suppressed.map(({ ruleId }) => ruleId),
    ["dependencies/licences-allowed"],
  );
  assert.equal(suppressed[0]?.suppressions?.[0].status, "accepted");
  assert.match(suppressed[0]?.suppressions?.[0].justification ?? "", /approved by grace/);
});

test("hold reasons without a check are results too", () => {
  const ids = read(renderSarif(HELD)).results.map(({ ruleId }) => ruleId);
  assert.ok(ids.includes("load/required-gate-missing"));
  assert.ok(ids.includes("verdict/required-section-uncovered"));
});

test("a result without a place has none, or the configuration's where that is given", () => {
  const without = read(renderSarif(HELD)).results.filter(({ locations }) => locations === undefined);
  assert.ok(without.length >= 6);
  const run = read(renderSarif(HELD, { configFile: "holdpoint.yaml" }));
  assertShape(run);
  assert.ok(run.results.every(({ locations }) => locations !== undefined));
});

test("fingerprints outlive moved lines and tell different findings apart", () => {
  const moved = structuredClone(HELD);
  for (const gate of moved.judgement.gates) {
    for (const check of gate.checks) {
      for (const location of check.locations) Object.assign(location, { line: (location.line ?? 0) + 7 });
    }
  }
  const of = (run: typeof HELD): string[] =>
    read(renderSarif(run)).results.map(({ partialFingerprints }) => partialFingerprints["holdpoint/v1"]);
  assert.deepEqual(of(moved), of(HELD));
});

test("a promotion has its warning and nothing else", () => {
  const run = read(renderSarif(PROMOTED));
  assertShape(run);
  assert.deepEqual(
    run.results.map(({ ruleId, level }) => `${ruleId} ${level}`),
    ["tests/skipped-within-limit warning"],
  );
});

test("hostile text keeps the shape, and a path that leads out of the repository is no location", () => {
  for (const text of HOSTILE) assertShape(read(renderSarif(hostileRun(text), { configFile: "holdpoint.yaml" })));
  for (const file of ["/etc/passwd", "../up.ts", "C:\\x"]) {
    const [result] = read(renderSarif(hostileRun(file))).results;
    assert.equal(result?.locations, undefined);
    assert.ok(result?.message.text.startsWith(file));
  }
});
