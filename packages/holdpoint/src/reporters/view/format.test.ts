import assert from "node:assert/strict";
import { test } from "node:test";
import { count, formatDuration, formatPlace, formatValue, shortCommit, shortDigest, treeState } from "./format.ts";

test("durations carry their unit and never round up to a full minute of seconds", () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, "0 ms"],
    [999.4, "999 ms"],
    [1000, "1.0 s"],
    [41_230, "41.2 s"],
    [59_949, "59.9 s"],
    [59_960, "1 min 0 s"],
    [185_000, "3 min 5 s"],
  ];
  for (const [durationMs, text] of cases) assert.equal(formatDuration(durationMs), text);
});

test("commits and digests are shortened, and what is neither is left as it is", () => {
  assert.equal(shortCommit("4b825dc642cb6eb9a060e54bf8d69288fbee4904"), "4b825dc642cb");
  assert.equal(shortDigest(`sha256:${"ab".repeat(32)}`), "sha256:abababababab…");
  assert.equal(shortDigest("nothing"), "nothing");
});

test("values keep their digits, texts their characters", () => {
  assert.equal(formatValue(0.1), "0.1");
  assert.equal(formatValue(9_007_199_254_740_991), "9007199254740991");
  assert.equal(formatValue(false), "false");
  assert.equal(formatValue("<= 5\n"), "<= 5");
  assert.equal(formatValue(["a", 1]), '["a",1]');
});

test("a place names as much as is known", () => {
  assert.equal(formatPlace({ file: "a.ts" }), "a.ts");
  assert.equal(formatPlace({ file: "a.ts", line: 3 }), "a.ts:3");
  assert.equal(formatPlace({ file: "a.ts", line: 3, column: 9 }), "a.ts:3:9");
});

test("one is singular, nought and more are plural", () => {
  assert.deepEqual(
    [0, 1, 2].map((number) => count(number, "reason")),
    ["0 reasons", "1 reason", "2 reasons"],
  );
});

test("a dirty tree is called by its name", () => {
  const candidate = {
    service: "s",
    commit: "1".repeat(40),
    tree: "2".repeat(40),
    artifacts: [],
    configDigest: "",
    environment: "release",
  };
  assert.equal(treeState({ ...candidate, dirty: true }), "uncommitted changes");
  assert.equal(treeState({ ...candidate, dirty: false }), "clean");
});
