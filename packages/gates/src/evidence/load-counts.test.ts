import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadBody, LoadWindow } from "@holdpoint/core";
import fc from "fast-check";
import { load, loadWindow } from "../scenes/load.ts";
import { countProblems } from "./load-counts.ts";

const codes = (changes: Partial<LoadBody>): string[] => countProblems(load(changes)).map(({ code }) => code);

/** A run whose totals are those of its windows. */
function runOf(windows: readonly LoadWindow[]): Partial<LoadBody> {
  const sum = (name: "sent" | "completed" | "failed" | "dropped"): number =>
    windows.reduce((total, window) => total + window[name], 0);
  const counts = { sent: sum("sent"), completed: sum("completed"), failed: sum("failed"), dropped: sum("dropped") };
  return { windows, durationMs: windows.length * 1000, ...counts, due: counts.sent + counts.dropped };
}

const counted = fc
  .record({ completed: fc.nat(500), failed: fc.nat(50), dropped: fc.nat(50) })
  .map((counts) => ({ ...counts, sent: counts.completed + counts.failed }));
const sound = fc
  .array(counted, { minLength: 1, maxLength: 12 })
  .map((all) => runOf(all.map((one, at) => loadWindow(at, one))));

test("counts that were counted have no problem", () => {
  fc.assert(fc.property(sound, (run) => assert.deepEqual(codes(run), [])));
});

test("one request more or less anywhere is told, in a window as in a total", () => {
  const name = fc.constantFrom("sent" as const, "completed" as const, "failed" as const, "dropped" as const);
  fc.assert(
    fc.property(sound, name, fc.nat(11), fc.boolean(), (run, what, where, inTotal) => {
      const windows = run.windows ?? [];
      const at = where % windows.length;
      const harmed = inTotal
        ? { ...run, [what]: (run[what] ?? 0) + 1 }
        : { ...run, windows: windows.map((one, index) => (index === at ? { ...one, [what]: one[what] + 1 } : one)) };
      assert.ok(codes(harmed).includes("counts-differ"), what);
    }),
  );
});

test("a window that is left out, doubled or out of its place is a gap", () => {
  const windows = load().windows;
  const [first, second, ...rest] = windows;
  assert.ok(first !== undefined && second !== undefined);
  const harms: readonly (readonly LoadWindow[])[] = [
    windows.slice(1),
    windows.slice(0, -1),
    [first, ...rest],
    [first, first, second, ...rest],
    [second, first, ...rest],
    windows.map((one) => ({ ...one, startMs: one.startMs + 1 })),
    windows.map((one) => ({ ...one, sizeMs: 999 })),
    windows.map((one) => ({ ...one, sizeMs: 1001 })),
    [{ ...first, sizeMs: 0 }, ...windows.slice(1)],
    [{ ...first, sizeMs: -1000 }, ...windows.slice(1)],
    [{ ...first, sizeMs: Number.NaN }, ...windows.slice(1)],
  ];
  for (const [index, harmed] of harms.entries()) assert.ok(codes({ windows: harmed }).includes("gap"), `harm ${index}`);
});

test("windows may go on after the last arrival, and the last one may be cut", () => {
  assert.deepEqual(codes({ durationMs: 19_500 }), []);
  assert.deepEqual(codes({ durationMs: 20_000 }), []);
  assert.deepEqual(codes({ durationMs: 20_001 }), ["gap"]);
  const coarse = [{ ...loadWindow(0, { completed: 10_000 }), sizeMs: 20_000 }];
  assert.deepEqual(codes({ windows: coarse }), [], "coarser windows are windows");
});

test("counts that contradict one another are told without any window", () => {
  const alone = (changes: Partial<LoadBody>): string[] => codes({ windows: [], ...changes });
  assert.deepEqual(alone({}), []);
  assert.deepEqual(alone({ completed: 10_001 }), ["impossible-counts", "impossible-counts"]);
  assert.deepEqual(alone({ dropped: 1 }), ["impossible-counts", "impossible-counts"]);
  assert.deepEqual(alone({ due: 9999 }), ["impossible-counts", "impossible-counts"]);
  assert.deepEqual(alone({ due: null, dropped: 1 }), [], "who does not say what fell due cannot contradict it");
  const failures = [
    { kind: "timeout", count: 2 },
    { kind: "reset", count: 1 },
  ];
  assert.deepEqual(alone({ completed: 9997, failed: 3, failures }), []);
  assert.deepEqual(alone({ completed: 9998, failed: 2, failures }), ["impossible-counts"]);
});

test("a problem says which run, what it says and what it holds", () => {
  const problems = countProblems(load({ id: "steady", sent: 10_001, due: 10_001 }));
  const problem = problems.find(({ code }) => code === "counts-differ");
  assert.equal(problem?.text, "load steady says 10001 sent, its windows hold 10000");
  assert.deepEqual([problem?.observed, problem?.threshold, problem?.outcome], [10_000, 10_001, "fail"]);
});
