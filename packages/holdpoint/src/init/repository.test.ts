import assert from "node:assert/strict";
import { test } from "node:test";
import { repositoryOf } from "./fixture.ts";
import { asObject, filesNamed, hasFile, isUsed, readJsonObject, textOf } from "./repository.ts";

test("files by path and by name", () => {
  const repository = repositoryOf({ "a/tools.go": "", "tools.go": "", "b.go": "" });
  assert.equal(hasFile(repository, "tools.go"), true);
  assert.equal(hasFile(repository, "a"), false);
  assert.deepEqual(filesNamed(repository, /^tools\.go$/), ["a/tools.go", "tools.go"]);
});

test("a tool is used where commands are written down, and nowhere else", () => {
  for (const file of [".github/workflows/ci.yml", ".gitlab-ci.yml", "Makefile", "tox.ini"]) {
    assert.equal(isUsed(repositoryOf({ [file]: "run: gotestsum ./..." }), /gotestsum/), true, file);
  }
  for (const file of ["README.md", "docs/Makefile.md", ".github/dependabot.yml", "src/ci.yml"]) {
    assert.equal(isUsed(repositoryOf({ [file]: "gotestsum" }), /gotestsum/), false, file);
  }
});

test("JSON that is no object is an empty one", () => {
  for (const text of ["[]", "1", "null", "{", "", '"x"']) {
    assert.deepEqual(readJsonObject(repositoryOf({ "a.json": text }), "a.json"), {}, text);
  }
  assert.deepEqual(readJsonObject(repositoryOf({ "a.json": '{"b":1}' }), "a.json"), { b: 1 });
  assert.deepEqual(readJsonObject(repositoryOf({}), "a.json"), {});
});

test("objects and texts out of anything", () => {
  assert.deepEqual([asObject({ a: 1 }), asObject([]), asObject(null), asObject("x")], [{ a: 1 }, {}, {}, {}]);
  assert.deepEqual([textOf("x"), textOf(1), textOf(undefined), textOf({})], ["x", null, null, null]);
});
