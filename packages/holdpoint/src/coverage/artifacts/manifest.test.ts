import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256Hex } from "@holdpoint/core";
import { artifactManifest, artifactName, madeAtMs, manifestFile, manifestText, readManifest } from "./manifest.ts";
import { SUBJECT } from "./testing-artifacts.ts";

const NAME = artifactName(SUBJECT.candidate.commit, 1_700_000_000_123);

test("a manifest names every file with its digest, sorted, and can be read back", () => {
  const files = [manifestFile("b.txt", "é"), manifestFile("a.txt", "")];
  const text = manifestText(artifactManifest(NAME, SUBJECT, files));
  const document = JSON.parse(text) as { files: unknown; candidate: unknown };
  assert.deepEqual(document.files, [
    { path: "a.txt", sha256: sha256Hex(""), sizeBytes: 0 },
    { path: "b.txt", sha256: sha256Hex("é"), sizeBytes: 2 },
  ]);
  assert.deepEqual(readManifest(text, NAME), { name: NAME, candidate: SUBJECT.candidate });
  assert.deepEqual((JSON.parse(manifestText(artifactManifest(NAME, SUBJECT, []))) as { files: unknown }).files, []);
});

test("what is no manifest of this folder is none", () => {
  const text = manifestText(artifactManifest(NAME, SUBJECT, []));
  const other = artifactName("f".repeat(40), 1);
  for (const [wrong, name] of [
    ["", NAME],
    ["null", NAME],
    ["[]", NAME],
    [text.slice(0, 40), NAME],
    [text, other],
    [text.replace("manifest/v1", "manifest/v2"), NAME],
    [manifestText({ ...artifactManifest(NAME, SUBJECT, []), name: other }), other],
  ] as const) {
    assert.equal(readManifest(wrong, name), null, wrong.slice(0, 20));
  }
});

test("a name says of which commit and when", () => {
  assert.equal(NAME, "a1a1a1a1a1a1-1700000000123");
  assert.equal(madeAtMs(NAME), 1_700_000_000_123);
  for (const name of ["", "..", "a1a1a1a1a1a1-", "a1a1a1a1a1a1-1.part", "A1a1a1a1a1a1-1", `${NAME}/..`]) {
    assert.equal(madeAtMs(name), null, name);
  }
});
