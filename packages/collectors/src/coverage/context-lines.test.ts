import assert from "node:assert/strict";
import { test } from "node:test";
import type { ContextConfig } from "@holdpoint/core";
import { ContextLines } from "./context-lines.ts";
import { LineHitsBuilder } from "./counts/line-hits.ts";
import type { LineHits } from "./counts/line-hits.ts";

const config = (id: string, ...match: readonly string[]): ContextConfig => ({
  id,
  match,
  paths: ["**"],
  lines: 90,
  advisoryUntil: null,
});
function hits(...lines: readonly number[]): LineHits {
  const builder = new LineHitsBuilder();
  // A negative number is a line that was not hit.
  for (const line of lines) builder.add(Math.abs(line), line > 0 ? 1 : 0);
  return builder.finish().lines;
}
const CONTEXTS = new Map([
  ["tests/security/test_a.py::test_x|run", new Map([["a.py", hits(3, 1, -2)]])],
  [
    "tests/security/test_b.py::test_y|run",
    new Map([
      ["a.py", hits(2)],
      ["other.py", hits(1)],
    ]),
  ],
  ["tests/slow/test_c.py", new Map([["b.py", hits(-1)]])],
]);
const sourceOf = (path: string): string | null => (path === "other.py" ? null : `src/${path}`);

function shown(contexts: readonly ContextConfig[], whole: string | null = null): unknown {
  const lines = new ContextLines(contexts, whole);
  lines.add({ files: new Map(), contexts: CONTEXTS }, sourceOf);
  return lines.finish();
}

test("lines of all names that fit a glob are one context's, without files that are no source", () => {
  assert.deepEqual(shown([config("security", "tests/security/**")]), [
    { id: "security", files: [{ path: "src/a.py", coveredLines: "1-3" }] },
  ]);
});

test("a name may belong to several contexts, and one that covers nothing is known all the same", () => {
  assert.deepEqual(shown([config("slow", "tests/slow/*"), config("all", "**"), config("none", "nowhere/**")]), [
    { id: "all", files: [{ path: "src/a.py", coveredLines: "1-3" }] },
    { id: "slow", files: [] },
  ]);
});

test("without names and without a context of its own a report knows none", () => {
  assert.deepEqual(shown([config("security")]), []);
  assert.deepEqual(shown([], "whole"), [{ id: "whole", files: [] }]);
});
