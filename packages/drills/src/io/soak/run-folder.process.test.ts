import assert from "node:assert/strict";
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { SoakManifest } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { MANIFEST_FILE, SoakFolder } from "./run-folder.ts";

test("a run has a folder of its own, also beside one that began in the same millisecond", (t) => {
  const parent = join(scratch(t), "soak");
  const [a, b] = [new SoakFolder(parent, 1000), new SoakFolder(parent, 1000)];
  assert.deepEqual([a.run, b.run], ["RUN_1000", "RUN_1001"]);
  assert.equal(a.path, join(parent, "RUN_1000"));
});

test("the manifest names every file but itself, and latest follows only when it is told to", (t) => {
  const parent = scratch(t);
  const first = new SoakFolder(parent, 1);
  first.writeJson("b.json", { b: 1 });
  first.write("a.txt", "text");
  const digest = first.seal();
  assert.deepEqual(readdirSync(parent), ["RUN_1"], "nothing points to a run that is not whole");
  first.publish();
  assert.equal(readlinkSync(join(parent, "latest")), "RUN_1");
  const text = readFileSync(join(parent, "latest", MANIFEST_FILE), "utf8");
  assert.equal(sha256Hex(text), digest);
  assert.deepEqual(JSON.parse(text) as SoakManifest, {
    schema: "holdpoint/soak-manifest/v1",
    run: "RUN_1",
    files: [
      { path: "a.txt", sha256: sha256Hex("text"), sizeBytes: 4 },
      { path: "b.json", sha256: sha256Hex('{\n  "b": 1\n}\n'), sizeBytes: 13 },
    ],
  });
  const second = new SoakFolder(parent, 2);
  second.seal();
  second.publish();
  assert.equal(readlinkSync(join(parent, "latest")), "RUN_2");
  assert.deepEqual(readdirSync(parent).sort(), ["RUN_1", "RUN_2", "latest"]);
});

test("a folder that cannot be written is told with its place", (t) => {
  const root = scratch(t, { file: "" });
  assert.throws(() => new SoakFolder(join(root, "file"), 1), { code: "HP-SOAK-FOLDER" });
  const folder = new SoakFolder(join(root, "soak"), 1);
  writeFileSync(join(folder.path, "a"), "");
  assert.throws(() => folder.write("a/b", "text"), { code: "HP-SOAK-FOLDER" });
});
