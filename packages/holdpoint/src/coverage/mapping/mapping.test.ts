import assert from "node:assert/strict";
import { test } from "node:test";
import type { MappedModule, TestMappingBody } from "@holdpoint/core";
import { mappingText } from "./mapping-text.ts";
import { mappingSummary } from "./summary.ts";

function module(path: string, by: MappedModule["by"], distance: number | null = null): MappedModule {
  return { path, by, distance, tests: by === "none" || by === "no-code" ? [] : [`${path}.test`] };
}

const BODY: TestMappingBody = {
  modules: [
    module("a", "import", 2),
    module("b", "none"),
    module("c", "context"),
    module("d", "name"),
    module("e", "no-code"),
    module("f", "none"),
  ],
  tests: ["a.test"],
  looseTests: ["old.test"],
  unreadable: [{ path: "x", text: "a NUL byte" }],
  unresolved: [{ path: "a", line: 3, specifier: "./gone" }],
  deadGlobs: [],
};

const THEN = { modules: ["a", "b", "c", "gone"], untested: ["c"], ratio: { covered: 3, total: 4 } };

test("the summary counts what could be tested, and how it is known", () => {
  assert.deepEqual(mappingSummary(BODY, null), {
    modules: 5,
    tested: 3,
    ratio: "60.00%",
    by: { context: 1, import: 1, name: 1, none: 2, "no-code": 1 },
    untested: ["b", "f"],
    trend: null,
  });
  assert.equal(mappingSummary({ ...BODY, modules: [] }, null).ratio, "0 of 0");
});

test("the trend says what was lost, gained and added without a test", () => {
  const { trend } = mappingSummary(BODY, { promotedAt: "2026-01-02T00:00:00.000Z", facts: THEN });
  assert.deepEqual(trend, {
    promotedAt: "2026-01-02T00:00:00.000Z",
    modules: 4,
    tested: 3,
    ratio: "75.00%",
    lost: ["b"],
    gained: ["c"],
    newUntested: ["f"],
  });
});

test("a promotion that left nothing of it gives no trend", () => {
  for (const facts of [
    undefined,
    {},
    { modules: ["a"] },
    { modules: [1], untested: [] },
    { modules: ["a", 1], untested: [] },
    { modules: ["a"], untested: ["a", null] },
    { modules: "a", untested: [] },
  ]) {
    assert.equal(mappingSummary(BODY, { promotedAt: "2026-01-02T00:00:00Z", facts }).trend, null);
  }
});

test("a person reads the share, the trend and every list that holds something", () => {
  const summary = mappingSummary(BODY, { promotedAt: "2026-01-02T00:00:00.000Z", facts: THEN });
  assert.equal(
    mappingText(BODY, summary, false),
    `60.00% of the modules have a test: 3 of 5 (1 by coverage contexts, 1 by imports, 1 by name); 1 hold no code
At the promotion of 2026-01-02: 75.00%, 3 of 4

Lost their tests: 1
  b

Gained a test: 1
  c

New without a test: 1
  f

Without a test: 2
  b
  f

Tests that lead to no module: 1
  old.test

Could not be read: 1
  x: a NUL byte

Lead to no tracked file: 1
  a:3 ./gone`,
  );
  assert.match(mappingText(BODY, summary, true), /\nimport {3}2 {2}a {2}a\.test\nnone {8}b\n/);
});

test("long lists are cut, with how many there are besides", () => {
  const modules = Array.from({ length: 50 }, (_, index) => module(`m${index}`, "none"));
  const body = { ...BODY, modules };
  assert.match(
    mappingText(body, mappingSummary(body, null), false),
    /Without a test: 50\n(?: {2}m\d+\n){40} {2}and 10 more\n/,
  );
});

test("a list that is just long enough is whole, and one more is counted", () => {
  const text = (length: number): string => {
    const body = {
      ...BODY,
      looseTests: [],
      modules: Array.from({ length }, (_, index) => module(`m${index}`, "none")),
    };
    return mappingText(body, mappingSummary(body, null), false);
  };
  assert.match(text(40), /Without a test: 40\n(?: {2}m\d+\n){40}\n/);
  assert.match(text(41), /Without a test: 41\n(?: {2}m\d+\n){40} {2}and 1 more\n/);
  assert.ok(!text(0).includes("Without a test") && !text(0).includes("Tests that lead"));
});

test("what had a test and is gone, or holds no code now, was not lost", () => {
  const then = { modules: ["e", "gone", "a", "f"], untested: ["f"] };
  const { trend } = mappingSummary(BODY, { promotedAt: "2026-01-02T00:00:00.000Z", facts: then });
  assert.deepEqual([trend?.lost, trend?.gained, trend?.newUntested], [[], [], ["b"]]);
  const emptied = { modules: ["a", "e"], untested: ["e"] };
  const now = mappingSummary(BODY, { promotedAt: "2026-01-02T00:00:00.000Z", facts: emptied }).trend;
  assert.deepEqual(now?.gained, [], "what holds no code any more did not gain a test");
});
