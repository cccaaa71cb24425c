import assert from "node:assert/strict";
import { test } from "node:test";
import { keyAll } from "./keys.ts";
import type { ReadInput } from "./read-input.ts";
import { inputOf } from "./testing.ts";

const LINE = [1];

/** `reported = key` for each report, and the findings as texts. */
function keyed(tracked: readonly string[] | null, ...inputs: ReadInput[]): { keys: string[][]; texts: string[] } {
  const { keyed: all, findings } = keyAll(inputs, { root: "/w", tracked });
  for (const { code, severity, position } of findings) {
    assert.deepEqual([code, severity, position], ["HP-COVERAGE-UNRESOLVED", "warning", null]);
  }
  return {
    keys: all.map(({ keys }) => [...keys].map(([reported, key]) => `${reported} = ${key}`).sort()),
    texts: findings.map(({ file, text }) => `${file}: ${text}`),
  };
}

test("tracked files are counted under their paths, and what fits none is named and counts as reported", () => {
  const report = inputOf("a.info", "lcov", {
    "/app/src/a.ts": LINE,
    "src/gone.ts": LINE,
    "../x.ts": LINE,
    "b.ts": LINE,
  });
  const { keys, texts } = keyed(["src/a.ts", "p/b.ts", "q/b.ts", "r/b.ts", "s/b.ts"], report);
  assert.deepEqual(keys, [
    ["../x.ts = ../x.ts", "/app/src/a.ts = src/a.ts", "b.ts = b.ts", "src/gone.ts = src/gone.ts"],
  ]);
  assert.deepEqual(texts, [
    'a.info: "src/gone.ts" fits no tracked file; it counts as reported',
    'a.info: "../x.ts" lies outside of the work tree; it counts as reported',
    'a.info: "b.ts" could be p/b.ts, q/b.ts, r/b.ts and others, or is meant by another path of the report too; it counts as reported',
  ]);
});

test("where nothing is tracked that is said once for each report", () => {
  for (const tracked of [null, []]) {
    const { keys, texts } = keyed(
      tracked,
      inputOf("a.info", "lcov", { "src/a.ts": LINE }),
      inputOf("b.info", "lcov", { "src/a.ts": LINE, "src/b.ts": LINE }),
      inputOf("c.info", "lcov", {}),
    );
    assert.deepEqual(keys, [["src/a.ts = src/a.ts"], ["src/a.ts = src/a.ts", "src/b.ts = src/b.ts"], []]);
    assert.deepEqual(texts, [
      "a.info: there are no tracked files here to look up its path, which counts as reported",
      "b.info: there are no tracked files here to look up its 2 paths, which count as reported",
    ]);
  }
});

test("an absolute path of one format is the relative path of another that it ends with", () => {
  const lcov = inputOf("a.info", "lcov", { "src/a.ts": LINE, "src/b.ts": LINE, "x/c.ts": LINE, "y/c.ts": LINE });
  const json = inputOf("a.json", "istanbul", { "/build/p/src/a.ts": LINE, "/q/src/b.ts": LINE, "/q/c.ts": LINE });
  const expected = ["/build/p/src/a.ts = src/a.ts", "/q/c.ts = /q/c.ts", "/q/src/b.ts = src/b.ts"];
  assert.deepEqual(keyed(null, lcov, json).keys[1], expected);
  assert.deepEqual(keyed(null, json, lcov).keys[0], expected, "in any order");
  assert.deepEqual(
    keyed(null, lcov, json).keys[0],
    [...lcov.read.files.keys()].map((path) => `${path} = ${path}`),
  );
});

test("folders of a report tell which path its short names are", () => {
  const lcov = inputOf("a.info", "lcov", { "src/core.py": LINE, "lib/core.py": LINE });
  const xml = (folders: readonly string[]): ReadInput =>
    inputOf("a.xml", "cobertura", { "core.py": LINE }, { folders });
  assert.deepEqual(keyed(null, lcov, xml(["/build/p/src"])).keys[1], ["core.py = src/core.py"]);
  assert.deepEqual(keyed(null, lcov, xml([])).keys[1], ["core.py = core.py"], "it could be either");
});

test("two paths of one report stay two, and a name that another format has itself is that one", () => {
  const lcov = inputOf("a.info", "lcov", { "a.ts": LINE, "src/a.ts": LINE });
  const json = inputOf("a.json", "istanbul", { "/p/src/a.ts": LINE, "/q/src/a.ts": LINE, "a.ts": LINE });
  assert.deepEqual(keyed(null, lcov, json).keys[1], [
    "/p/src/a.ts = /p/src/a.ts",
    "/q/src/a.ts = /q/src/a.ts",
    "a.ts = a.ts",
  ]);
  const shard = inputOf("b.info", "lcov", { "/p/src/a.ts": LINE });
  assert.deepEqual(keyed(null, lcov, shard).keys[1], ["/p/src/a.ts = /p/src/a.ts"], "shards are not guessed at");
});

test("one tracked file is enough to look paths up in", () => {
  const { keys, texts } = keyed(["src/a.ts"], inputOf("a.info", "lcov", { "/app/src/a.ts": LINE, "b.ts": LINE }));
  assert.deepEqual(keys, [["/app/src/a.ts = src/a.ts", "b.ts = b.ts"]]);
  assert.deepEqual(texts, ['a.info: "b.ts" fits no tracked file; it counts as reported']);
});

test("one path of another format is enough to be meant", () => {
  const lcov = inputOf("a.info", "lcov", { "src/a.ts": LINE });
  const json = inputOf("a.json", "istanbul", { "/build/src/a.ts": LINE });
  assert.deepEqual(keyed(null, lcov, json).keys[1], ["/build/src/a.ts = src/a.ts"]);
});

test("three candidates are named, a fourth is only mentioned", () => {
  const text = (...tracked: readonly string[]): string =>
    keyed(tracked, inputOf("a.info", "lcov", { "b.ts": LINE })).texts[0] ?? "";
  assert.match(text("p/b.ts", "q/b.ts", "r/b.ts"), /could be p\/b\.ts, q\/b\.ts, r\/b\.ts, or is meant/);
  assert.match(text("p/b.ts", "q/b.ts", "r/b.ts", "s/b.ts"), /r\/b\.ts and others, or is meant/);
});
