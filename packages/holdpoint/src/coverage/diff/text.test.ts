import assert from "node:assert/strict";
import { test } from "node:test";
import type { DiffDocument, DiffFile } from "./document.ts";
import { diffText } from "./text.ts";

const COMMIT = "0123456789abcdef".repeat(3).slice(0, 40);

const file = (path: string, change: Partial<DiffFile> = {}): DiffFile => ({
  path,
  state: "measured",
  lines: { covered: 1, total: 2 },
  uncoveredLines: "7",
  ...change,
});

const document = (change: Partial<DiffDocument> = {}): DiffDocument => ({
  schema: "holdpoint/coverage-diff/v1",
  base: { commit: COMMIT, from: "option" },
  commit: "f".repeat(40),
  measuredAt: "2026-01-01T00:00:00.000Z",
  lines: { covered: 1, total: 2 },
  percent: "50.00%",
  failUnder: null,
  unmeasured: 0,
  unknown: 0,
  files: [file("a.ts")],
  ...change,
});

const last = (change: Partial<DiffDocument>): string => diffText(document(change)).split("\n").at(-1) ?? "";

test("each file says what is wrong with it, the last line what all of them make", () => {
  const files = [
    file("a.ts"),
    file("whole.ts", { lines: { covered: 3, total: 3 }, uncoveredLines: "" }),
    file("new.ts", { state: "unmeasured", lines: { covered: 0, total: 4 }, uncoveredLines: "1-4" }),
    file("loose.ts", { state: "unsaid", lines: { covered: 0, total: 0 }, uncoveredLines: "" }),
    file("picture.ts", { state: "hidden", lines: { covered: 0, total: 0 }, uncoveredLines: "" }),
  ];
  const text = diffText(document({ files, lines: { covered: 4, total: 9 }, percent: "44.44%" }));
  assert.deepEqual(
    text.split("\n").map((line) => line.trimEnd()),
    [
      "a.ts        50.00% (1 of 2)   uncovered 7",
      "whole.ts    100.00% (3 of 3)",
      "new.ts      0.00% (0 of 4)    no report measures it: 1-4",
      "loose.ts    ?                 no report says which lines are covered",
      "picture.ts  ?                 git takes it for binary, so its changes cannot be seen",
      "",
      "44.44% (4 of 9) of the lines changed since 0123456789ab (where the candidate left the base) are covered.",
    ],
  );
});

test("what it is counted from is said, where there is anything", () => {
  assert.match(
    last({ base: { commit: COMMIT, from: "last-promoted" } }),
    /since 0123456789ab \(the last promotion\) are/,
  );
  assert.equal(last({ base: null }), "50.00% (1 of 2) of the lines changed are covered.");
});

test("a floor is met, or by how many lines it is not", () => {
  const ends = (covered: number, total: number, failUnder: string): string =>
    last({ lines: { covered, total }, percent: "x", failUnder }).replace(/^.* are covered/, "");
  assert.equal(ends(1, 2, "50"), ", at least 50%.");
  assert.equal(ends(1, 2, "50.01"), ", 1 line short of 50.01%.");
  assert.equal(ends(1, 4, "75"), ", 2 lines short of 75%.");
});

test("nothing changed is not the same as nothing that could be told", () => {
  const nothing = { lines: { covered: 0, total: 0 }, percent: null } as const;
  assert.equal(
    diffText(document({ ...nothing, files: [] })),
    "No measured line changed since 0123456789ab (where the candidate left the base).",
  );
  const unsaid = file("loose.ts", { state: "unsaid", lines: { covered: 0, total: 0 }, uncoveredLines: "" });
  const text = diffText(document({ ...nothing, files: [unsaid], unknown: 1, failUnder: "80", base: null }));
  assert.equal(
    text,
    "loose.ts  ?  no report says which lines are covered\n\n0 of 0 of the lines changed are covered; of 1 file it cannot be told.",
    "a floor is not met by nothing",
  );
});
