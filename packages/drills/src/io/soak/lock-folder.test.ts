import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { isAbsolute } from "node:path";
import { test } from "node:test";
import { soakLockFolder } from "./lock-folder.ts";

test("all soaks of one user meet in one folder, wherever they were called", () => {
  const folder = soakLockFolder();
  assert.ok(isAbsolute(folder) && folder.startsWith(tmpdir()));
  assert.equal(soakLockFolder(), folder);
  assert.match(folder, /holdpoint-(?:\d+|user)/);
});
