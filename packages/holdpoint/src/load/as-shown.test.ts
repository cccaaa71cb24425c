import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { asShown } from "./as-shown.ts";

test("an error names the file as it was called and keeps its line; any other error stays what it is", () => {
  const inner = new HoldpointError("HP-READ-SYNTAX", "x", { file: "/deep/a.jsonl", line: 3, column: 1 });
  const shown = asShown(inner, "a.jsonl") as HoldpointError;
  assert.deepEqual(
    [shown.code, shown.message, shown.place],
    ["HP-READ-SYNTAX", "x", { file: "a.jsonl", line: 3, column: 1 }],
  );
  const other = new TypeError("x");
  assert.equal(asShown(other, "a"), other);
});
