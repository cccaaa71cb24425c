import assert from "node:assert/strict";
import { test } from "node:test";
import type { Config, CoverageBody, CoverageFile } from "@holdpoint/core";
import fc from "fast-check";
import { differingValues } from "./differing-values.ts";
import { editNumbers } from "./edit-config.ts";
import type { RatchetRule } from "./propose.ts";
import { propose, ratchetRules } from "./propose.ts";
import { unifiedDiff } from "./unified-diff.ts";

const TERMS = { slackPoints: 1, stopPercent: 100 };

function rule(current: number, covered: number, total: number, kind: RatchetRule["kind"] = "floor"): RatchetRule {
  return { of: "component a", metric: "lines", kind, path: ["a"], current, count: { covered, total } };
}

function proposed(one: RatchetRule, terms: Partial<typeof TERMS> = {}): number | null {
  return propose([one], { ...TERMS, ...terms })[0]?.proposed ?? null;
}

test("a floor is raised to a tenth below what is reached less the slack, and never lowered", () => {
  assert.equal(proposed(rule(90, 9_875, 10_000)), 97.7);
  assert.equal(proposed(rule(90, 9_875, 10_000), { slackPoints: 0 }), 98.7);
  assert.equal(proposed(rule(97.7, 9_875, 10_000)), null);
  assert.equal(proposed(rule(98, 9_875, 10_000)), null);
  assert.equal(proposed(rule(99, 50, 100)), null);
  assert.equal(proposed(rule(0, 1, 200)), null);
  assert.equal(proposed(rule(90, 100, 100), { slackPoints: 0 }), 100);
});

test("there is a point at which it stops", () => {
  assert.equal(proposed(rule(90, 100, 100), { stopPercent: 95.5 }), 95.5);
  assert.equal(proposed(rule(95.5, 100, 100), { stopPercent: 95.5 }), null);
  assert.equal(proposed(rule(97, 100, 100), { stopPercent: 95 }), null);
});

test("a limit is lowered to what is uncovered and the slack, and never raised", () => {
  assert.equal(proposed(rule(50, 990, 1_000, "max-uncovered")), 20);
  assert.equal(proposed(rule(50, 990, 1_000, "max-uncovered"), { slackPoints: 0 }), 10);
  assert.equal(proposed(rule(20, 990, 1_000, "max-uncovered")), null);
  assert.equal(proposed(rule(5, 990, 1_000, "max-uncovered")), null);
});

test("what is not measured, or has nothing to cover, is left alone", () => {
  assert.deepEqual(propose([{ ...rule(1, 1, 1), count: null }, rule(1, 0, 0)], TERMS), []);
});

test("whatever is reached, a proposal is stricter, and is met by what is reached", () => {
  const counts = fc.tuple(fc.nat(100_000), fc.nat(100_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(counts, fc.nat(1_000), fc.nat(100), fc.boolean(), ([covered, total], tenths, slack, isFloor) => {
      const kind = isFloor ? "floor" : "max-uncovered";
      const current = isFloor ? tenths / 10 : tenths;
      const value = proposed(rule(current, covered, total, kind), { slackPoints: slack / 10 });
      if (value === null) return;
      if (isFloor) {
        assert.ok(value > current && value <= 100);
        assert.ok(BigInt(covered) * 1_000n >= BigInt(Math.round(value * 10)) * BigInt(total));
      } else assert.ok(value < current && value >= total - covered);
    }),
  );
});

const FILE: CoverageFile = {
  path: "src/a.ts",
  resolved: true,
  lines: { covered: 9, total: 10 },
  branches: { covered: 1, total: 2 },
  functions: null,
  statements: null,
  regions: null,
  coveredLines: "1-9",
  uncoveredLines: "10",
};

test("every floor and limit that is spelled out becomes a rule with its place", () => {
  const config = {
    coverage: {
      components: [{ id: "a", paths: ["src/**"], floors: { lines: 80, functions: 70 }, maxUncovered: { branches: 3 } }],
      contexts: [
        { id: "security", paths: ["src/**"], lines: 10 },
        { id: "none", paths: ["lib/**"], lines: 10 },
      ],
    },
    profiles: {
      release: { gates: [{ id: "coverage", checks: { "whole-floor": { linesPercent: 85, deadPoints: 20 } } }] },
      pr: { gates: [] },
    },
  } as unknown as Config;
  const reports = [
    { contexts: [{ id: "security", files: [{ path: "src/a.ts", coveredLines: "2-3,12" }] }] },
    { contexts: [{ id: "security", files: [{ path: "src/a.ts", coveredLines: "3-4" }] }] },
  ] as unknown as CoverageBody[];
  const rules = ratchetRules(config, [FILE], reports);
  assert.deepEqual(
    rules.map(({ path, current, count }) => [
      path.join("."),
      current,
      count === null ? null : `${count.covered}/${count.total}`,
    ]),
    [
      ["coverage.components.0.lines", 80, "9/10"],
      ["coverage.components.0.maxUncovered.branches", 3, "1/2"],
      ["coverage.components.0.functions", 70, null],
      ["coverage.contexts.0.lines", 10, "3/10"],
      ["coverage.contexts.1.lines", 10, null],
      ["profiles.release.gates.coverage.checks.whole-floor.linesPercent", 85, "9/10"],
    ],
  );
  assert.equal(ratchetRules(config, [{ ...FILE, coveredLines: "", uncoveredLines: "" }], reports)[3]?.count, null);
});

const YAML = `# why
a: { lines: 90, other: 1 } # kept
list:
  - { id: x, lines:   80.5 }

  - id: "y"   # odd   spacing
    lines: 7
`;

test("numbers are replaced where they stand, and all else stays", () => {
  const edits = [
    { path: ["list", "1", "lines"], value: 70 },
    { path: ["a", "lines"], value: 97.5 },
    { path: ["list", "0", "lines"], value: 81 },
  ];
  const after = editNumbers(YAML, edits, "f");
  assert.equal(after, YAML.replace("90", "97.5").replace("80.5", "81").replace("lines: 7\n", "lines: 70\n"));
  assert.equal(editNumbers(YAML, [], "f"), YAML);
  assert.equal(editNumbers("a:\r\n  b: 1\r\n", [{ path: ["a", "b"], value: 2 }], "f"), "a:\r\n  b: 2\r\n");
});

test("what is no plain number of its own is refused", () => {
  const text = 'a: &x 1\nb: *x\nc: "1"\nd: { e: 1 }\n';
  for (const path of [["a"], ["b"], ["c"], ["d"], ["z"], ["a", "b"]]) {
    assert.throws(() => editNumbers(text, [{ path, value: 2 }], "f"), { code: "HP-CONFIG-VALUE" }, path.join("."));
  }
});

test("a diff shows changed lines with three around them, hunks that touch as one", () => {
  const before = Array.from({ length: 20 }, (_, index) => `l${index + 1}`);
  const after = before.map((line) => (["l2", "l3", "l9", "l19"].includes(line) ? line.toUpperCase() : line));
  const diff = unifiedDiff(`${before.join("\n")}\n`, `${after.join("\n")}\n`, "f.yaml");
  assert.equal(
    diff,
    `--- a/f.yaml
+++ b/f.yaml
@@ -1,12 +1,12 @@
 l1
-l2
-l3
+L2
+L3
 l4
 l5
 l6
 l7
 l8
-l9
+L9
 l10
 l11
 l12
@@ -16,5 +16,5 @@
 l16
 l17
 l18
-l19
+L19
 l20`,
  );
  assert.equal(unifiedDiff("a\n", "a\n", "f"), "");
  assert.throws(() => unifiedDiff("a\n", "a\nb\n", "f"), RangeError);
});

test("documents are compared value by value", () => {
  const before = { a: 1, b: [{ c: 1 }, { c: 2 }], d: null };
  assert.deepEqual(differingValues(before, structuredClone(before)), []);
  assert.deepEqual(differingValues(before, { a: 2, b: [{ c: 1 }, { c: 3 }], d: {} }), ["/a", "/b/1/c", "/d"]);
  assert.deepEqual(differingValues(before, { ...before, b: [] }), ["/b"]);
  assert.deepEqual(differingValues({ a: 1 }, { b: 1 }), ["/a", "/b"]);
});

test("a last line without a line break is told as git tells it", () => {
  assert.equal(
    unifiedDiff("a\nb", "a\nB", "f"),
    "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+B\n\\ No newline at end of file",
  );
  assert.equal(
    unifiedDiff("a\nb", "A\nb", "f"),
    "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file",
  );
});

test("each rule says of what it is, and a proposal what is reached in words of its kind", () => {
  const component = { id: "a", paths: ["src/**"], floors: { lines: 80 }, maxUncovered: { branches: 3 } };
  const config = {
    coverage: { components: [component], contexts: [{ id: "security", paths: ["src/**"], lines: 10 }] },
    profiles: { release: { gates: [{ id: "coverage", checks: { "whole-floor": { linesPercent: 85 } } }] } },
  } as unknown as Config;
  const contexts = [{ id: "security", files: [{ path: "src/a.ts", coveredLines: "1-5" }] }];
  const rules = ratchetRules(config, [FILE], [{ contexts }] as unknown as CoverageBody[]);
  assert.deepEqual(
    rules.map(({ of, metric, kind }) => `${of} ${metric} ${kind}`),
    [
      "component a lines floor",
      "component a branches max-uncovered",
      "context security lines floor",
      "profile release lines floor",
    ],
  );
  assert.deepEqual(
    propose(rules, { slackPoints: 0, stopPercent: 100 }).map(({ proposed: value, reached }) => `${value}: ${reached}`),
    ["90: 90.00% (9 of 10)", "1: 1 uncovered", "50: 50.00% (5 of 10)", "90: 90.00% (9 of 10)"],
  );
});

test("contexts that two rules or a file's own lines share are counted once", () => {
  const paths = ["src/**", "src/a.ts"];
  const config = { coverage: { components: [], contexts: [{ id: "all", paths, lines: 1 }] }, profiles: {} };
  const files = [{ path: "src/a.ts", coveredLines: "1-3" }];
  const reports = [
    { contexts: [{ id: "all", files }] },
    {
      contexts: [
        { id: "all", files },
        { id: "no", files },
      ],
    },
  ];
  const [rule, ...rest] = ratchetRules(config as unknown as Config, [FILE], reports as unknown as CoverageBody[]);
  assert.deepEqual([rule?.count, rest], [{ covered: 3, total: 10 }, []]);
});

test("hunks whose contexts touch are one, a line further apart they are two", () => {
  const before = Array.from({ length: 30 }, (_, index) => `l${index}`);
  const hunks = (...changed: readonly number[]): number => {
    const after = before.map((line, index) => (changed.includes(index) ? "x" : line));
    return unifiedDiff(before.join("\n"), after.join("\n"), "f").split("\n@@ -").length - 1;
  };
  assert.deepEqual([hunks(3), hunks(3, 9), hunks(3, 10), hunks(3, 11), hunks(0, 29)], [1, 1, 1, 2, 2]);
});

test("values of different kinds differ as a whole, whichever of them is the plain one", () => {
  assert.deepEqual(differingValues({ a: [1], b: 1, c: { d: 1 } }, { a: { 0: 1 }, b: [1], c: [1] }), ["/a", "/b", "/c"]);
});
