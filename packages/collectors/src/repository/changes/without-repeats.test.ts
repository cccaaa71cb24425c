import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangedFile } from "@holdpoint/core";
import { withoutRepeats } from "./without-repeats.ts";

const file = (path: string, changes: Partial<ChangedFile> = {}): ChangedFile => ({
  path,
  basePath: path,
  status: "modified",
  binary: false,
  hunks: [],
  ...changes,
});
const hunk = { baseStart: 1, baseLines: 3, start: 0, lines: 0 };
const added = file("a", {
  status: "added",
  basePath: null,
  hunks: [{ baseStart: 0, baseLines: 0, start: 1, lines: 1 }],
});

test("files come by path", () => {
  assert.deepEqual(
    withoutRepeats([file("b"), file("a"), file("B")]).map(({ path }) => path),
    ["B", "a", "b"],
  );
});

test("removed and added at one path is one change, in either order", () => {
  const removed = file("a", { status: "removed", hunks: [hunk] });
  const whole = file("a", { hunks: [{ baseStart: 1, baseLines: 3, start: 1, lines: 1 }] });
  assert.deepEqual(withoutRepeats([removed, added]), [whole]);
  assert.deepEqual(withoutRepeats([added, removed]), [whole]);
  assert.deepEqual(withoutRepeats([{ ...removed, binary: true, hunks: [] }, added])[0]?.binary, true);
});
