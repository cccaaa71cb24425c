import assert from "node:assert/strict";
import { test } from "node:test";
import { missingIgnores } from "./ignores.ts";

test("only what is not ignored yet", () => {
  assert.deepEqual(missingIgnores(null), [".holdpoint/", "reports/"]);
  assert.deepEqual(missingIgnores("node_modules\nreports\n"), [".holdpoint/"]);
  assert.deepEqual(missingIgnores("/reports/\r\n.holdpoint/**\r\n"), []);
  assert.deepEqual(missingIgnores("reports/old\n# .holdpoint/\n"), [".holdpoint/", "reports/"]);
});
