import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { detectAll } from "./detect/index.ts";
import type { Draft } from "./draft.ts";
import { draftOf } from "./draft.ts";
import { GATE_IDS, repositoryOf } from "./fixture.ts";

function draft(files: Readonly<Record<string, string>>, ignored: Readonly<Record<string, string>> = {}): Draft {
  const repository = repositoryOf(files, ignored);
  return draftOf(repository, detectAll(repository), GATE_IDS);
}

const NODE = JSON.stringify({ name: "app", version: "1.0.0", scripts: { test: "node --test" } });

describe("gates", () => {
  test("what cannot be gathered is left out, with the reason", () => {
    const { gates, leftOut } = draft({ "README.md": "" });
    assert.deepEqual(gates, ["candidate", "tests", "automation-coverage", "ledger"]);
    assert.deepEqual(
      leftOut.map(({ gate }) => gate),
      ["coverage", "dependencies"],
    );
    assert.ok(leftOut.every(({ reason }) => reason !== ""));
  });

  test("gates whose part of the configuration only a person can write are left out, each with that part", () => {
    const wanting = ["performance", "capacity", "leak", "metrics-exposition", "soak-kpi"];
    const { gates, leftOut } = draftOf(repositoryOf({}), [], ["tests", ...wanting]);
    assert.deepEqual(gates, ["tests"]);
    assert.deepEqual(leftOut.map(({ gate }) => gate).sort(), wanting.toSorted());
    for (const { reason } of leftOut) assert.match(reason, /^there is no `(load|metrics` or `load|soak)` part$/);
  });

  test("the tests gate is never left out: without tests a release has to hold", () => {
    assert.ok(draft({}).gates.includes("tests"));
  });

  test("a gate that does not ship is not written down", () => {
    const repository = repositoryOf({});
    assert.deepEqual(draftOf(repository, [], ["tests"]), { ...draft({}), gates: ["tests"], leftOut: [] });
  });

  test("npm's lockfile of version 2 or 3 brings the dependencies gate, anything else does not", () => {
    const npm = (name: string, text: string): boolean => draft({ "package.json": NODE, [name]: text }).npm;
    assert.equal(npm("package-lock.json", '{"lockfileVersion":2}'), true);
    assert.equal(npm("npm-shrinkwrap.json", '{"lockfileVersion":3}'), true);
    for (const text of ['{"lockfileVersion":1}', "{", "[]", '{"lockfileVersion":"x"}']) {
      assert.equal(npm("package-lock.json", text), false, text);
    }
    assert.equal(npm("yarn.lock", ""), false);
    assert.equal(npm("sub/package-lock.json", '{"lockfileVersion":3}'), false);
  });
});

describe("suites and coverage", () => {
  test("reports that lie there give way to a suite that writes fresh ones", () => {
    const { suites, coverage } = draft(
      { "package.json": NODE, "src/a.js": "" },
      { "out/a.xml": "<testsuite/>", "x.lcov": "TN:" },
    );
    assert.deepEqual(
      suites.map(({ id }) => id),
      ["node"],
    );
    assert.deepEqual(
      coverage?.reports.map(({ id }) => id),
      ["node"],
    );
  });

  test("coverage needs source to measure", () => {
    assert.equal(draft({ "package.json": NODE }).coverage, null);
    assert.deepEqual(draft({ "package.json": NODE, "src/a.js": "" }).coverage?.source, ["src/**/*.js"]);
  });

  test("only the languages that are measured count as source", () => {
    const { coverage } = draft({ "package.json": NODE, "go.mod": "module a", "src/a.js": "", "cmd/b.go": "" });
    assert.deepEqual(coverage?.source, ["src/**/*.js"]);
  });
});

describe("names and files", () => {
  test("the first name that can be one", () => {
    assert.equal(draft({ "package.json": NODE }).service, "app");
    assert.equal(draft({ "package.json": '{"name":"not a name"}', "go.mod": "module a.b/tool" }).service, "tool");
    assert.equal(draft({}).service, "folder");
    assert.equal(draftOf({ ...repositoryOf({}), name: "ü" }, [], []).service, "service");
  });

  test("version files once each, and a file that is only a version", () => {
    assert.deepEqual(draft({ "package.json": NODE, VERSION: "1.0.0" }).versionFiles, ["package.json", "VERSION"]);
  });

  test("a changelog in Markdown, in the root, by its usual names", () => {
    assert.equal(draft({ "CHANGELOG.md": "" }).changelog, "CHANGELOG.md");
    assert.equal(draft({ "changes.md": "" }).changelog, "changes.md");
    assert.equal(draft({ "docs/CHANGELOG.md": "", "CHANGELOG.rst": "", CHANGELOG: "" }).changelog, null);
  });
});
