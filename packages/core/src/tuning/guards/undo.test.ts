import assert from "node:assert/strict";
import { test } from "node:test";
import { dropFromUndo, keepForUndo } from "./undo.ts";

test("the way back leads to the value at the last good iteration, past all steps since", () => {
  const once = keepForUndo({}, "a.x", 4);
  const twice = keepForUndo(keepForUndo(once, "a.x", 6), "a.y", 1);
  assert.deepEqual(twice, { "a.x": 4, "a.y": 1 });
  assert.deepEqual(dropFromUndo(twice, "a.x"), { "a.y": 1 });
  assert.deepEqual(dropFromUndo(twice, "a.z"), twice);
});

test("a name of Object's own is a name like any other", () => {
  assert.deepEqual(Object.entries(keepForUndo({}, "constructor", 4)), [["constructor", 4]]);
});
