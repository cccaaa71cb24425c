import assert from "node:assert/strict";
import { test } from "node:test";
import { tapPlan, testPoint } from "./point.ts";

/** `ok|not name [directive: reason] [ms] [{]`; null for what is no point. */
function shown(line: string): string | null {
  const point = testPoint(line);
  if (point === null) return null;
  const { ok, name, directive, reason, durationMs, opens } = point;
  const parts = [ok ? "ok" : "not", `<${name}>`];
  if (directive !== null) parts.push(`${directive}:${reason ?? ""}`);
  if (durationMs !== null) parts.push(`${durationMs}ms`);
  if (opens) parts.push("{");
  return parts.join(" ");
}

test("a point has a verdict, and everything else is optional", () => {
  const cases: Readonly<Record<string, string>> = {
    ok: "ok <>",
    "not ok": "not <>",
    "ok 1": "ok <>",
    "not ok 12 - adds": "not <adds>",
    "ok 1 adds": "ok <adds>",
    "ok - adds": "ok <adds>",
    "ok adds": "ok <adds>",
    "ok 3 - - dash": "ok <- dash>",
    "ok 3 - 4 - two": "ok <4 - two>",
  };
  for (const [line, expected] of Object.entries(cases)) assert.equal(shown(line), expected, line);
});

test("directives are told from what only looks like one", () => {
  const cases: Readonly<Record<string, string>> = {
    "ok 1 # SKIP": "ok <> skip:",
    "ok 1 # skip no yen": "ok <> skip:no yen",
    "ok 1 - a # Skipped: no yen": "ok <a> skip:no yen",
    "not ok 1 - a # TODO later": "not <a> todo:later",
    "ok 1 - a # todo": "ok <a> todo:",
    "ok 1 - a #TODO": "ok <a> todo:",
    "ok 1 - a \\# SKIP b": "ok <a # SKIP b>",
    "ok 1 - issue #12": "ok <issue #12>",
    "ok 1 - a # comment": "ok <a # comment>",
    "ok 1 - C# SKIP": "ok <C# SKIP>",
    "ok 1 - \\\\ b # TODO \\#3": "ok <\\ b> todo:#3",
    "ok 1 - a # time=12.5ms": "ok <a> 12.5ms",
    "ok 1 - a # time=2s {": "ok <a> 2000ms {",
  };
  for (const [line, expected] of Object.entries(cases)) assert.equal(shown(line), expected, line);
});

test("what is no point is none", () => {
  for (const line of ["okay", "ok1", "not  ok 1", "OK 1", "1..2", "# ok 1", "nok 1", "ok\tpackage"]) {
    assert.equal(shown(line), null, line);
  }
});

test("a plan counts, and may say why it counts to nothing", () => {
  assert.deepEqual(tapPlan("1..3"), { count: 3, skipped: null });
  assert.deepEqual(tapPlan("1..0 # SKIP no db"), { count: 0, skipped: "no db" });
  assert.deepEqual(tapPlan("1..0 # skipped"), { count: 0, skipped: "" });
  for (const line of ["1..", "1...3", "0..3", "1..3 tests", "1..-1", "2..3", `1..${"9".repeat(10)}`]) {
    assert.equal(tapPlan(line), null, line);
  }
});
