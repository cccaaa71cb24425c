import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readConfigText, replaceConfigText } from "./ratchet-file.ts";

const FILE = "holdpoint.yaml";

test("the text takes the place of the other, with the mode that it had, and nothing is left beside it", (t) => {
  const root = scratch(t, { [FILE]: "a: 1 # ä\n" });
  chmodSync(join(root, FILE), 0o640);
  const before = readConfigText(root, FILE);
  assert.equal(before, "a: 1 # ä\n");
  replaceConfigText(root, FILE, before, "a: 2 # ä\n");
  assert.equal(readFileSync(join(root, FILE), "utf8"), "a: 2 # ä\n");
  assert.equal(statSync(join(root, FILE)).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(root), [FILE]);
});

test("what somebody else has written meanwhile is not written over", (t) => {
  const root = scratch(t, { [FILE]: "a: 1\n" });
  const before = readConfigText(root, FILE);
  writeFileSync(join(root, FILE), "a: 3\n");
  assert.throws(() => replaceConfigText(root, FILE, before, "a: 2\n"), {
    code: "HP-USAGE",
    message: /changed meanwhile/,
    place: { file: FILE },
  });
  assert.equal(readConfigText(root, FILE), "a: 3\n");
  assert.deepEqual(readdirSync(root), [FILE]);
});

test("a file that is in the way is nobody's to remove, and the configuration stays as it was", (t) => {
  const root = scratch(t, { [FILE]: "a: 1\n", [`${FILE}.ratchet`]: "of another run" });
  assert.throws(() => replaceConfigText(root, FILE, "a: 1\n", "a: 2\n"), {
    code: "HP-USAGE",
    message: /could not be written: EEXIST/,
  });
  assert.equal(readConfigText(root, FILE), "a: 1\n");
  assert.equal(readFileSync(join(root, `${FILE}.ratchet`), "utf8"), "of another run");
});

test("a configuration below the root is replaced where it is", (t) => {
  const root = scratch(t);
  mkdirSync(join(root, "ci"));
  writeFileSync(join(root, "ci", "hold.yaml"), "a: 1\n");
  replaceConfigText(root, "ci/hold.yaml", "a: 1\n", "a: 2\n");
  assert.equal(readConfigText(root, "ci/hold.yaml"), "a: 2\n");
  assert.deepEqual(readdirSync(root), ["ci"]);
});
