import assert from "node:assert/strict";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Collector, Gate } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { configOf, profileOf, suiteOf } from "../testing.ts";
import { planRelease } from "./plan-release.ts";

const NOW_MS = Date.UTC(2026, 0, 2);
const gate = (id: string, phase: string, needs: string[]): Gate =>
  ({ id, phase, checks: [{ definition: { id: "one", needs, sections: ["L"], params: {} } }] }) as unknown as Gate;
const gates = [
  gate("tests", "candidate", ["suite-run", "test-results", "unheard-of"]),
  gate("own", "self", ["plan", "suite-run"]),
];
const collectors = [{ kind: "test-results" }] as unknown as Collector[];
const asked = (id: string): { id: string; blocking: boolean; checks: object } => ({ id, blocking: true, checks: {} });
const config = configOf({
  suites: [suiteOf({ run: ["make", "test"], results: ["r/*.xml"] }), suiteOf({ id: "late", results: ["none.xml"] })],
  profiles: {
    release: profileOf({ gates: [asked("tests"), asked("own"), asked("gone")] as never, requireSections: ["L", "K"] }),
  },
});

function plan(root: string, evidence: "fresh" | "existing"): ReturnType<typeof planRelease> {
  return planRelease({ root, config, profile: "release", gates, collectors, evidence, nowMs: () => NOW_MS });
}

test("a plan names the source of every kind of evidence, and the ones without", (t) => {
  const { evidence, gates: previews, uncoverable } = plan(scratch(t), "fresh");
  assert.deepEqual(
    evidence.map(({ kind, from }) => [kind, from]),
    [
      ["suite-run", "suite"],
      ["test-results", "collector"],
      ["unheard-of", "nothing"],
      ["plan", "holdpoint itself"],
    ],
  );
  assert.deepEqual(
    previews.map(({ id, exists }) => [id, exists]),
    [
      ["tests", true],
      ["own", true],
      ["gone", false],
    ],
  );
  assert.deepEqual(uncoverable, ["K"]);
});

test("reports are absent, stale or fresh when nothing is run", (t) => {
  const root = scratch(t, { "r/a.xml": "a", "r/b.xml": "b" });
  const aged = (name: string, ageMs: number): void => {
    const at = (NOW_MS - ageMs) / 1000;
    utimesSync(join(root, name), at, at);
  };
  aged("r/a.xml", 10_000);
  aged("r/b.xml", 20_000);
  const states = (): unknown =>
    plan(root, "existing").suites.map(({ command, reports }) => [command, reports[0]?.state, reports[0]?.ageMs]);
  assert.deepEqual(states(), [
    [null, "fresh", 20_000],
    [null, "absent", null],
  ]);
  aged("r/b.xml", 7_200_000);
  assert.deepEqual(states(), [
    [null, "stale", 7_200_000],
    [null, "absent", null],
  ]);
});

test("reports of suites that would run will be written", (t) => {
  const [unit, late] = plan(scratch(t), "fresh").suites;
  assert.equal(unit?.command, "make test");
  assert.equal(unit?.reports[0]?.state, "will be written");
  assert.equal(late?.reports[0]?.state, "absent");
});
