import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sha256Hex } from "@holdpoint/core";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { artifactManifest, manifestText } from "../coverage/artifacts/manifest.ts";
import { SUBJECT } from "../coverage/artifacts/testing-artifacts.ts";
import { ArtifactFolder, emptyArtifact, listArtifacts } from "./coverage-artifacts-folder.ts";

const nameOf = (at: number): string => `${SUBJECT.candidate.commit.slice(0, 12)}-${at}`;
const manifestOf = (name: string): string => manifestText(artifactManifest(name, SUBJECT, []));

function store(parent: string, at: number): string {
  const name = nameOf(at);
  writeFiles(join(parent, name), { "manifest.json": manifestOf(name), "a/b.txt": "x" });
  return name;
}

test("a set of artifacts is there as a whole or not at all", (context) => {
  const parent = join(scratch(context), "deep", "er");
  const folder = new ArtifactFolder(parent, nameOf(1));
  folder.write("a/b.txt", "é");
  assert.deepEqual(listArtifacts(parent).artifacts, [], "nothing is to be seen yet");
  assert.throws(() => folder.write("a/b.txt", "twice"), /HP-RUN-DIRECTORY|EEXIST/);
  folder.publish(manifestOf(nameOf(1)));
  folder.discard();
  assert.deepEqual(folder.files, [{ path: "a/b.txt", sha256: sha256Hex("é"), sizeBytes: 2 }]);
  assert.deepEqual(readdirSync(parent), [nameOf(1)]);
  assert.equal(readFileSync(join(parent, nameOf(1), "a/b.txt"), "utf8"), "é");

  const broken = new ArtifactFolder(parent, nameOf(2));
  broken.write("a", "x");
  broken.discard();
  assert.deepEqual(readdirSync(parent), [nameOf(1)]);
  const second = new ArtifactFolder(parent, nameOf(1));
  second.write("other", "y");
  assert.throws(() => second.publish(manifestOf(nameOf(1))), { code: "HP-RUN-DIRECTORY" });
  second.discard();
});

test("artifacts are listed, the newest first, and nothing else is taken for one", (context) => {
  const parent = scratch(context, { "file.txt": "x", "notes/manifest.json": "{}" });
  store(parent, 9);
  store(parent, 10);
  writeFiles(parent, { [`${nameOf(11)}/manifest.json`]: manifestOf(nameOf(12)), [`${nameOf(13)}/a`]: "no manifest" });
  const outside = scratch(context);
  store(outside, 14);
  symlinkSync(join(outside, nameOf(14)), join(parent, nameOf(14)));
  mkdirSync(join(parent, nameOf(15)));
  symlinkSync(join(outside, nameOf(14), "manifest.json"), join(parent, nameOf(15), "manifest.json"));
  const { artifacts, others } = listArtifacts(parent);
  assert.deepEqual(
    artifacts.map(({ name, isWhole, commit }) => [name, isWhole, commit]),
    [
      [nameOf(10), true, SUBJECT.candidate.commit],
      [nameOf(9), true, SUBJECT.candidate.commit],
    ],
  );
  assert.deepEqual(others, [nameOf(11), nameOf(13), nameOf(14), nameOf(15), "file.txt", "notes"].sort());
  assert.deepEqual(listArtifacts(join(parent, "absent")), { artifacts: [], others: [] });
  assert.throws(() => listArtifacts(join(parent, "file.txt")), { code: "HP-READ-FAILED" });
});

test("emptying leaves the manifest as it was, and follows no link", (context) => {
  const parent = scratch(context);
  const outside = scratch(context, { "precious.txt": "x", "folder/precious.txt": "x" });
  const name = store(parent, 1);
  symlinkSync(join(outside, "folder"), join(parent, name, "linked"));
  symlinkSync(join(outside, "precious.txt"), join(parent, name, "a", "linked.txt"));
  emptyArtifact(parent, name);
  assert.deepEqual(readdirSync(join(parent, name)), ["manifest.json"]);
  assert.equal(readFileSync(join(parent, name, "manifest.json"), "utf8"), manifestOf(name));
  assert.ok(existsSync(join(outside, "precious.txt")) && existsSync(join(outside, "folder", "precious.txt")));
  assert.equal(listArtifacts(parent).artifacts[0]?.isWhole, false);

  writeFileSync(join(outside, "manifest.json"), manifestOf(nameOf(2)));
  symlinkSync(outside, join(parent, nameOf(2)));
  assert.throws(() => emptyArtifact(parent, nameOf(2)), { code: "HP-READ-FAILED" });
  assert.throws(() => emptyArtifact(parent, ".."), { code: "HP-READ-FAILED" });
  assert.ok(existsSync(join(outside, "precious.txt")));
});
