import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sceneEvidence } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { evidenceFiles, latestRun, readRunFile, RunDirectory } from "./run-directory.ts";

test("a run owns its folder and is the latest only once it is published", (t) => {
  const root = scratch(t);
  const first = new RunDirectory(root, "1");
  assert.equal(latestRun(root), null);
  first.write("plan.json", "{}");
  first.publish();
  const second = new RunDirectory(root, "2");
  assert.equal(latestRun(root), first.path);
  second.publish();
  assert.equal(latestRun(root), second.path);
  assert.throws(() => new RunDirectory(root, "2"), { code: "HP-RUN-DIRECTORY" });
});

test("files are written whole, listed once and read back", (t) => {
  const root = scratch(t);
  const run = new RunDirectory(root, "1");
  run.write("a/b.json", "1");
  run.write("a/b.json", "2");
  run.writeAt(join(root, "reports", "x.json"), "3");
  assert.deepEqual(run.written, [join(".holdpoint", "runs", "1", "a", "b.json"), join("reports", "x.json")]);
  assert.equal(readRunFile(run.path, join("a", "b.json")), "2");
  assert.deepEqual(readdirSync(join(run.path, "a")), ["b.json"]);
  assert.throws(() => readRunFile(run.path, "none"), { code: "HP-READ-ABSENT" });
});

test("evidence is named by kind and digest", (t) => {
  const run = new RunDirectory(scratch(t), "1");
  assert.deepEqual(evidenceFiles(run.path), []);
  const [stored] = sceneEvidence({ bodies: { thing: [1] } });
  assert.ok(stored);
  run.writeEvidence(stored);
  const [name = ""] = evidenceFiles(run.path);
  assert.equal(name, join("evidence", `thing-${stored.digest.slice(7, 23)}.json`));
  assert.deepEqual(JSON.parse(readFileSync(join(run.path, name), "utf8")), stored.evidence);
});

test("a folder that cannot be made is a registered error", (t) => {
  const root = scratch(t);
  writeFileSync(join(root, ".holdpoint"), "a file");
  assert.throws(() => new RunDirectory(root, "1"), { code: "HP-RUN-DIRECTORY" });
  assert.equal(existsSync(join(root, ".holdpoint", "runs")), false);
});
