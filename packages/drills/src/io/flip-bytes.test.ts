import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { flipBytes } from "./flip-bytes.ts";

test("one bit behind every place is changed, and nothing else", (t) => {
  const file = join(scratch(t, { a: "key=abc; key=abc; end" }), "a");
  assert.equal(flipBytes(file, "key=", 1), 2);
  assert.equal(readFileSync(file, "utf8"), "key=acc; key=acc; end");
  assert.equal(flipBytes(file, "none", 0), 0);
  assert.equal(flipBytes(file, "end", 0), 0, "nothing stands behind the end");
});
