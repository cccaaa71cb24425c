import assert from "node:assert/strict";
import { test } from "node:test";
import { closePoint } from "./close-point.ts";
import { NO_DIAGNOSTICS } from "./diagnostics.ts";
import type { OpenPoint, PendingCase } from "./level.ts";
import { TapLevel } from "./level.ts";

const point = (patch: Partial<OpenPoint> = {}): OpenPoint => ({
  ok: true,
  name: "p",
  directive: null,
  reason: null,
  durationMs: null,
  opens: false,
  line: 5,
  announced: null,
  diagnostics: NO_DIAGNOSTICS,
  child: null,
  ...patch,
});

const inner = (status: PendingCase["status"]): PendingCase => ({
  suites: ["deep"],
  name: "leaf",
  writtenIn: null,
  status,
  durationMs: null,
  message: null,
  line: 3,
});

function level(...cases: readonly PendingCase[]): TapLevel {
  const made = new TapLevel(1);
  made.cases.push(...cases);
  made.points = cases.length;
  return made;
}

/** What closing a point adds to a level that has one point. */
function closed(patch: Partial<OpenPoint>): readonly string[] {
  const outer = new TapLevel(1);
  outer.points = 1;
  closePoint(outer, point(patch));
  return outer.cases.map(({ suites, name, status }) => [status, ...suites, name].join(" "));
}

test("a leaf is a case by its word, its directive standing above it", () => {
  assert.deepEqual(closed({}), ["passed p"]);
  assert.deepEqual(closed({ ok: false }), ["failed p"]);
  assert.deepEqual(closed({ ok: false, directive: "todo" }), ["skipped p"]);
  assert.deepEqual(closed({ ok: true, directive: "skip" }), ["skipped p"]);
});

test("a point is called by its name, by what was announced, or by its number", () => {
  assert.deepEqual(closed({ name: "", announced: "said" }), ["passed said"]);
  assert.deepEqual(closed({ name: "" }), ["passed test 1"]);
  assert.deepEqual(closed({ name: "f()", opens: true }), ["passed f() {"]);
});

test("children get the name of their point, and their failure is not told twice", () => {
  assert.deepEqual(closed({ child: level(inner("passed")) }), ["passed p deep leaf"]);
  assert.deepEqual(closed({ ok: false, child: level(inner("failed")) }), ["failed p deep leaf"]);
  assert.deepEqual(closed({ ok: false, child: level(inner("errored")) }), ["errored p deep leaf"]);
  assert.deepEqual(closed({ ok: false, child: level(inner("skipped")) }), ["skipped p deep leaf", "failed p"]);
  assert.deepEqual(closed({ directive: "todo", ok: false, child: level(inner("errored")) }), ["errored p deep leaf"]);
});

test("an empty suite of node:test is no case, an empty subtest of others is one", () => {
  const suite = { ...NO_DIAGNOSTICS, type: "suite" };
  assert.deepEqual(closed({ diagnostics: suite }), []);
  assert.deepEqual(closed({ diagnostics: suite, ok: false }), ["failed p"]);
  assert.deepEqual(closed({ child: level() }), ["passed p"]);
});

test("plans of children that differ are told under the name of their point", () => {
  const child = level(inner("passed"));
  child.plan = { count: 4, skipped: null };
  child.planLine = 9;
  const outer = new TapLevel(1);
  closePoint(outer, point({ child }));
  assert.deepEqual(outer.differences, [{ line: 9, suite: "p", what: "tests", declared: 4, counted: 1 }]);
});

test("points that made no case still count against their plan", () => {
  const child = level();
  child.points = 1;
  child.plan = { count: 2, skipped: null };
  child.planLine = 4;
  const outer = new TapLevel(1);
  closePoint(outer, point({ child, diagnostics: { ...NO_DIAGNOSTICS, type: "suite" } }));
  assert.deepEqual(outer.cases, []);
  assert.deepEqual(outer.differences, [{ line: 4, suite: "p", what: "tests", declared: 2, counted: 1 }]);
});

test("what passed has no message, and a subtest that was skipped as a whole says why", () => {
  const message = (patch: Partial<OpenPoint>): string | null | undefined => {
    const outer = new TapLevel(1);
    closePoint(outer, point(patch));
    return outer.cases[0]?.message;
  };
  assert.equal(message({ reason: "slow", diagnostics: { ...NO_DIAGNOSTICS, message: "fine" } }), null);
  const skipped = level();
  skipped.plan = { count: 0, skipped: "no db" };
  assert.equal(message({ directive: "skip", child: skipped }), "no db");
  assert.equal(message({ directive: "skip", reason: "here", child: skipped }), "here");
});

test("what the diagnostics know stands before what the line says", () => {
  const outer = new TapLevel(1);
  const diagnostics = { durationMs: 2, message: "block", type: null, file: "a.js" };
  closePoint(outer, point({ ok: false, durationMs: 1, reason: "line", diagnostics }));
  closePoint(outer, point({ directive: "skip", durationMs: 1, reason: "line" }));
  assert.deepEqual(
    outer.cases.map(({ durationMs, message, writtenIn }) => [durationMs, message, writtenIn]),
    [
      [2, "block", "a.js"],
      [1, "line", null],
    ],
  );
});
