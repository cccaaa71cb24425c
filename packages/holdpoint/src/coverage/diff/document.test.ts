import assert from "node:assert/strict";
import { test } from "node:test";
import type { PatchCoverage } from "@holdpoint/core";
import { diffDocument } from "./document.ts";
import { diffText } from "./text.ts";

const NONE = new Uint32Array();
const TERMS = {
  base: { commit: "a".repeat(40), from: "last-promoted" },
  commit: "b".repeat(40),
  measuredAt: "2026-01-02T03:04:05.000Z",
  failUnder: "80",
} as const;

const PATCH: PatchCoverage = {
  files: [
    { path: "src/a.ts", state: "measured", covered: Uint32Array.of(1, 2, 3), uncovered: Uint32Array.of(5, 6, 9) },
    { path: "src/b.ts", state: "unmeasured", covered: NONE, uncovered: Uint32Array.of(1) },
    { path: "src/c.ts", state: "unsaid", covered: NONE, uncovered: NONE },
    { path: "src/d.ts", state: "hidden", covered: NONE, uncovered: NONE },
    { path: "src/e.ts", state: "measured", covered: Uint32Array.of(4), uncovered: NONE },
  ],
  lines: { covered: 4, total: 8 },
};

test("the document counts, names ranges and says what cannot be told", () => {
  const document = diffDocument(PATCH, TERMS);
  assert.deepEqual(
    { ...document, files: document.files.slice(0, 2) },
    {
      schema: "holdpoint/coverage-diff/v1",
      ...TERMS,
      lines: { covered: 4, total: 8 },
      percent: "50.00%",
      unmeasured: 1,
      unknown: 2,
      files: [
        { path: "src/a.ts", state: "measured", lines: { covered: 3, total: 6 }, uncoveredLines: "5-6,9" },
        { path: "src/b.ts", state: "unmeasured", lines: { covered: 0, total: 1 }, uncoveredLines: "1" },
      ],
    },
  );
});

test("people read one line a file, and how much is short", () => {
  assert.equal(
    diffText(diffDocument(PATCH, TERMS)),
    [
      "src/a.ts  50.00% (3 of 6)   uncovered 5-6,9",
      "src/b.ts  0.00% (0 of 1)    no report measures it: 1",
      "src/c.ts  ?                 no report says which lines are covered",
      "src/d.ts  ?                 git takes it for binary, so its changes cannot be seen",
      "src/e.ts  100.00% (1 of 1)",
      "",
      "50.00% (4 of 8) of the lines changed since aaaaaaaaaaaa (the last promotion) are covered, 3 lines short of 80%; of 2 files it cannot be told.",
    ].join("\n"),
  );
});

test("nothing measured that changed has no share", () => {
  const none = diffDocument({ files: [], lines: { covered: 0, total: 0 } }, { ...TERMS, failUnder: null });
  assert.equal(none.percent, null);
  assert.equal(diffText(none), "No measured line changed since aaaaaaaaaaaa (the last promotion).");
});

test("a floor with decimals is shown with as many", () => {
  const patch = { files: PATCH.files.slice(0, 1), lines: { covered: 99_999, total: 100_000 } };
  assert.equal(diffDocument(patch, { ...TERMS, failUnder: "99.9995" }).percent, "99.9990%");
});
