import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CoverageException } from "../evidence/coverage-exceptions.ts";
import type { ExemptionTerms, MetricCounts } from "./exempted.ts";
import { countsFor, exemptions, shortfallExplained } from "./exempted.ts";

const NOW_MS = Date.UTC(2026, 0, 10);
const COMMIT = "a".repeat(40);
const TERMS: ExemptionTerms = { metric: "lines", nowMs: NOW_MS, commit: COMMIT };

function exception(changes: Partial<CoverageException> = {}): CoverageException {
  return {
    id: "cov-1",
    path: "src/a.ts",
    metric: "lines",
    type: "platform",
    owner: "Ada",
    approver: "Bo",
    rationale: "another system",
    mitigation: "by hand",
    createdAt: "2026-01-01T00:00:00Z",
    expiresAt: "2026-02-01T00:00:00Z",
    nextReviewAt: "2026-01-20T00:00:00Z",
    atDecision: { covered: 4, total: 10 },
    reviews: [],
    resolved: null,
    matches: ["src/a.ts"],
    file: "governance/exceptions/cov-1.dsse.json",
    introducedIn: "b".repeat(40),
    ...changes,
  };
}

const file = (path: string, covered: number, total: number): MetricCounts => ({ path, lines: { covered, total } });
const taken = (files: readonly MetricCounts[], ...all: readonly CoverageException[]): [string, number][] =>
  exemptions(files, all, TERMS).map(({ id, uncovered }) => [id, uncovered]);

test("an exception stands for what is uncovered in its files, and for nothing beside them", () => {
  assert.deepEqual(taken([file("src/a.ts", 6, 10), file("src/b.ts", 0, 10)], exception()), [["cov-1", 4]]);
  assert.deepEqual(taken([file("src/b.ts", 0, 10)], exception()), []);
  assert.deepEqual(taken([file("src/a.ts", 10, 10)], exception()), []);
  assert.deepEqual(taken([{ path: "src/a.ts", lines: null }], exception()), []);
  assert.deepEqual(taken([{ path: "src/a.ts" }], exception()), []);
});

test("it never stands for more than when it was decided", () => {
  assert.deepEqual(taken([file("src/a.ts", 0, 100)], exception()), [["cov-1", 6]]);
  const folder = exception({ path: "src/**", matches: ["src/a.ts", "src/new.ts"] });
  assert.deepEqual(taken([file("src/a.ts", 5, 10), file("src/new.ts", 0, 50)], folder), [["cov-1", 6]]);
});

test("a file that two fit is counted once", () => {
  const [first, second] = [exception(), exception({ id: "cov-2", matches: ["src/a.ts", "src/b.ts"] })];
  const files = [file("src/a.ts", 8, 10), file("src/b.ts", 9, 10)];
  assert.deepEqual(taken(files, first, second), [
    ["cov-1", 2],
    ["cov-2", 1],
  ]);
  assert.deepEqual(taken(files, second, first), taken(files, first, second), "in whatever order");
});

const NOT_COUNTING: readonly (readonly [string, Partial<CoverageException>])[] = [
  ["another metric", { metric: "branches" }],
  ["expired now", { expiresAt: "2026-01-10T00:00:00Z" }],
  ["not begun", { createdAt: "2026-01-10T00:00:01Z" }],
  ["an end that is no time", { expiresAt: "never" }],
  ["a beginning that is no time", { createdAt: "" }],
  ["resolved", { resolved: { at: "2026-01-05T00:00:00Z", by: "Ada", why: "reached", final: null } }],
  ["brought by the candidate itself", { introducedIn: COMMIT }],
  ["not committed", { introducedIn: null }],
  ["without owner", { owner: " " }],
  ["without approver", { approver: "" }],
  ["approved by its owner", { approver: "ADA " }],
];

for (const [what, changes] of NOT_COUNTING) {
  test(`${what}: it stands for nothing`, () => {
    assert.deepEqual(taken([file("src/a.ts", 0, 10)], exception(changes)), []);
    assert.equal(countsFor(exception(changes), TERMS), what === "another metric");
  });
}

test("a shortfall is explained only when somebody answers for all of it", () => {
  const found = exemptions([file("src/a.ts", 5, 10)], [exception()], TERMS);
  assert.deepEqual(shortfallExplained(5, found), found);
  assert.equal(shortfallExplained(6, found), null);
  assert.equal(shortfallExplained(1, []), null);
  for (const none of [0, -1, Number.NaN]) assert.equal(shortfallExplained(none, found), null);
});

test("counts that are none are refused instead of exempted", () => {
  for (const [covered, total] of [
    [3, 2],
    [-1, 2],
    [0.5, 2],
  ] as const) {
    assert.throws(() => taken([file("src/a.ts", covered, total)], exception()), RangeError);
  }
});

test("whatever the exceptions are, no more is exempted than is uncovered", () => {
  const paths = ["a", "b", "c", "d"];
  const counts = fc.tuple(fc.nat(20), fc.nat(20)).map(([covered, more]) => ({ covered, total: covered + more }));
  const exceptions = fc.array(
    fc.record({ id: fc.string(), matches: fc.subarray(paths), atDecision: counts }).map((some) => exception(some)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(exceptions, fc.array(counts, { minLength: 4, maxLength: 4 }), (all, lines) => {
      const files = paths.map((path, index): MetricCounts => ({ path, lines: lines[index] ?? null }));
      const uncovered = lines.reduce((sum, { covered, total }) => sum + total - covered, 0);
      const sum = exemptions(files, all, TERMS).reduce((total, one) => total + one.uncovered, 0);
      assert.ok(sum <= uncovered);
    }),
  );
});

test("it begins with the very instant at which it was made", () => {
  assert.equal(countsFor(exception({ createdAt: "2026-01-10T00:00:00Z" }), TERMS), true);
  assert.equal(countsFor(exception({ expiresAt: "2026-01-10T00:00:00.001Z" }), TERMS), true);
});

test("a shortfall of one line is explained as any other", () => {
  const found = exemptions([file("src/a.ts", 9, 10)], [exception()], TERMS);
  assert.deepEqual(
    found.map(({ uncovered }) => uncovered),
    [1],
  );
  assert.equal(shortfallExplained(1, found), found);
  assert.equal(shortfallExplained(2, found), null);
});
