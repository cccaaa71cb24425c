import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { FIXTURE_GATES, FIXTURE_YAML } from "../config/fixture.ts";
import { loadConfig } from "./config-file.ts";

test("the root's own file, from any folder below", (t) => {
  const root = gitRepository(t, { "holdpoint.yaml": FIXTURE_YAML, "a/b.txt": "" });
  for (const cwd of [root, join(root, "a")]) {
    const loaded = loadConfig(cwd, undefined, FIXTURE_GATES);
    assert.deepEqual([loaded.root, loaded.file, loaded.config.service], [root, "holdpoint.yaml", "my-service"]);
  }
});

test("a file of somebody's choice, relative to where they are", (t) => {
  const root = gitRepository(t, { "deploy/other.yaml": FIXTURE_YAML.replace("my-service", "other") });
  const loaded = loadConfig(join(root, "deploy"), "other.yaml", FIXTURE_GATES);
  assert.deepEqual([loaded.root, loaded.file, loaded.config.service], [root, "deploy/other.yaml", "other"]);
});

test("one that is not there", (t) => {
  const root = scratch(t);
  assert.throws(() => loadConfig(root, undefined, []), { code: "HP-CONFIG-ABSENT", place: { file: "holdpoint.yaml" } });
  assert.throws(() => loadConfig(root, "x/y.yaml", []), { code: "HP-CONFIG-ABSENT", place: { file: "x/y.yaml" } });
});

test("one that is a folder", (t) => {
  const root = scratch(t);
  mkdirSync(join(root, "holdpoint.yaml"));
  assert.throws(() => loadConfig(root, undefined, []), { code: "HP-CONFIG-SYNTAX", message: /EISDIR/ });
});

test("errors name the file as the person knows it", (t) => {
  const root = gitRepository(t, { "holdpoint.yaml": "version: 2\n", "a/b.txt": "" });
  assert.throws(
    () => loadConfig(join(root, "a"), undefined, FIXTURE_GATES),
    (error: unknown) => {
      const { place } = error as { place: object };
      assert.deepEqual(place, { file: "holdpoint.yaml", line: 1, column: 1 });
      return true;
    },
  );
});
