import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { SoakManifest } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { MANIFEST_FILE, SoakFolder } from "./run-folder.ts";

const manifestOf = (folder: SoakFolder): SoakManifest =>
  JSON.parse(readFileSync(join(folder.path, MANIFEST_FILE), "utf8")) as SoakManifest;

test("what the target left in folders of its own is sealed with the rest, by paths with slashes", (t) => {
  const folder = new SoakFolder(scratch(t), 1);
  mkdirSync(join(folder.path, "iteration-1", "deep"), { recursive: true });
  writeFileSync(join(folder.path, "iteration-1", "deep", "load.json"), "{}");
  mkdirSync(join(folder.path, "empty"));
  folder.write("a.txt", "ü");
  folder.seal();
  assert.deepEqual(manifestOf(folder).files, [
    { path: "a.txt", sha256: sha256Hex("ü"), sizeBytes: 2 },
    { path: "iteration-1/deep/load.json", sha256: sha256Hex("{}"), sizeBytes: 2 },
  ]);
});

test("a link in the run's folder is no file of the run", (t) => {
  const root = scratch(t, { outside: "secret" });
  const folder = new SoakFolder(join(root, "soak"), 1);
  symlinkSync(join(root, "outside"), join(folder.path, "linked"));
  folder.seal();
  assert.deepEqual(manifestOf(folder).files, []);
});

test("sealed twice, the manifest is the newer one and never names itself", (t) => {
  const folder = new SoakFolder(scratch(t), 1);
  folder.write("a", "1");
  const first = folder.seal();
  assert.equal(folder.seal(), first, "the same files are the same bytes");
  folder.write("a", "2");
  assert.notEqual(folder.seal(), first);
  assert.deepEqual(
    manifestOf(folder).files.map(({ path, sha256 }) => [path, sha256]),
    [["a", sha256Hex("2")]],
  );
});

test("a file is replaced as a whole, and no part of it stays behind", (t) => {
  const folder = new SoakFolder(scratch(t), 1);
  folder.write("a.json", "long text that was here before");
  folder.write("a.json", "{}");
  assert.equal(readFileSync(join(folder.path, "a.json"), "utf8"), "{}");
  assert.deepEqual(readdirSync(folder.path), ["a.json"]);
});

test("JSON files are read by people too: two spaces, one line break at the end", (t) => {
  const folder = new SoakFolder(scratch(t), 1);
  folder.writeJson("a.json", { b: [1] });
  assert.equal(readFileSync(join(folder.path, "a.json"), "utf8"), '{\n  "b": [\n    1\n  ]\n}\n');
});

test("latest that points to nothing, or to an older run, is moved in one step", (t) => {
  const parent = scratch(t);
  symlinkSync("RUN_0", join(parent, "latest"), "junction");
  const older = new SoakFolder(parent, 5);
  older.publish();
  assert.equal(readlinkSync(join(parent, "latest")), "RUN_5");
  new SoakFolder(parent, 6).publish();
  older.publish();
  assert.equal(readlinkSync(join(parent, "latest")), "RUN_5", "whoever publishes last is the latest");
  assert.deepEqual(readdirSync(parent).sort(), ["RUN_5", "RUN_6", "latest"]);
});

test("what a killed process left of its swap does not stop the next one", (t) => {
  const parent = scratch(t);
  symlinkSync("RUN_0", join(parent, `latest.${process.pid}.part`), "junction");
  new SoakFolder(parent, 7).publish();
  assert.equal(readlinkSync(join(parent, "latest")), "RUN_7");
});

test("latest that is a folder with something in it is not thrown away", (t) => {
  const parent = scratch(t, { "latest/mine.txt": "keep" });
  const folder = new SoakFolder(parent, 1);
  assert.throws(() => folder.publish(), { code: "HP-SOAK-FOLDER" });
  assert.equal(readFileSync(join(parent, "latest", "mine.txt"), "utf8"), "keep");
});

test("a name that is taken by a file is passed over, as one of a folder is", (t) => {
  const parent = scratch(t, { RUN_10: "", "RUN_11/a": "" });
  assert.equal(new SoakFolder(parent, 10).run, "RUN_12");
  assert.equal(readFileSync(join(parent, "RUN_10"), "utf8"), "");
});

test("the place of a file that cannot be written is the file", (t) => {
  const folder = new SoakFolder(scratch(t), 1);
  mkdirSync(join(folder.path, "run.json"));
  assert.throws(
    () => folder.writeJson("run.json", {}),
    (error: { code: string; place: { file: string } }) => {
      assert.deepEqual([error.code, error.place.file], ["HP-SOAK-FOLDER", join(folder.path, "run.json")]);
      return true;
    },
  );
});
