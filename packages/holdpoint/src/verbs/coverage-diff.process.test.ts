import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { commitAll, git, gitRepository, writeFiles } from "@holdpoint/testkit";
import type { DiffDocument } from "../coverage/diff/document.ts";
import type { Ran } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = `version: 1
service: trial
coverage:
  reports: [{ id: all, files: [reports/lcov.info] }]
  source: ["*.js"]
profiles:
  release: { gates: { coverage: {}, tests: {} } }
  other: { gates: { tests: {} } }
`;
const FILES = {
  "holdpoint.yaml": CONFIG,
  ".gitignore": "reports/\n.holdpoint/\n",
  "a.js": "one\ntwo\nthree\n",
  "b.js": "one\n",
};

const lcov = (files: Readonly<Record<string, readonly (readonly [number, number])[]>>): string =>
  Object.entries(files)
    .map(
      ([path, lines]) => `SF:${path}\n${lines.map(([line, hits]) => `DA:${line},${hits}\n`).join("")}end_of_record\n`,
    )
    .join("");

/** `a.js` gains two lines of which one runs; `new.js` is in no report unless given. */
function changed(t: TestContext, more: Parameters<typeof lcov>[0] = {}): string {
  const root = gitRepository(t, FILES);
  git(root, "tag", "base");
  writeFiles(root, { "a.js": "one\nTWO\nthree\nfour\n", "notes.md": "words\n" });
  commitAll(root, "change");
  const report = {
    "a.js": [
      [1, 1],
      [2, 3],
      [3, 1],
      [4, 0],
    ],
    "b.js": [[1, 1]],
    ...more,
  } as const;
  writeFiles(root, { "reports/lcov.info": lcov(report) });
  return root;
}

async function diff(root: string, ...args: string[]): Promise<Ran> {
  return ran(fakeHost(root), "coverage", "diff", ...args);
}

async function document(root: string, ...args: string[]): Promise<DiffDocument> {
  return JSON.parse((await diff(root, "--json", ...args)).stdout) as DiffDocument;
}

test("the changed lines of a real diff are met with a real report", async (t) => {
  const root = changed(t);
  const { base, lines, percent, files, unmeasured, unknown } = await document(root, "--base", "base");
  assert.deepEqual(base, { commit: git(root, "rev-parse", "base"), from: "option" });
  assert.deepEqual([lines, percent, unmeasured, unknown], [{ covered: 1, total: 2 }, "50.00%", 0, 0]);
  assert.deepEqual(files, [{ path: "a.js", state: "measured", lines: { covered: 1, total: 2 }, uncoveredLines: "4" }]);
  const { exit, stdout } = await diff(root, "--base", "base");
  assert.deepEqual([exit, /a\.js {2}50\.00% \(1 of 2\) {2}uncovered 4/.test(stdout)], [0, true]);
});

test("uncommitted changes count, and a source file that no report measures counts with every line", async (t) => {
  const root = changed(t);
  writeFiles(root, { "new.js": "one\ntwo\n", "b.js": "ONE\n" });
  git(root, "add", "new.js");
  const { lines, files } = await document(root, "--base", "base");
  assert.deepEqual(lines, { covered: 2, total: 5 });
  assert.deepEqual(
    files.map(({ path, state }) => [path, state]),
    [
      ["a.js", "measured"],
      ["b.js", "measured"],
      ["new.js", "unmeasured"],
    ],
  );
});

test("the exit code says whether the floor is met, exactly", async (t) => {
  const root = changed(t);
  assert.equal((await diff(root, "--base", "base", "--fail-under", "50")).exit, 0);
  const below = await diff(root, "--base", "base", "--fail-under", "50.01", "--json");
  assert.equal(below.exit, 1);
  assert.equal((JSON.parse(below.stdout) as DiffDocument).failUnder, "50.01");
  assert.equal((await diff(root, "--base", "HEAD", "--fail-under", "100")).exit, 0, "nothing changed");
  assert.equal((await diff(root, "--base", "base", "--fail-under", "101")).exit, 2);
});

test("what cannot be told is no pass", async (t) => {
  const root = changed(t);
  const codeOf = async (...args: string[]): Promise<readonly unknown[]> => {
    const { exit, stdout } = await diff(root, "--json", ...args);
    return [exit, (JSON.parse(stdout) as { readonly code?: string }).code];
  };
  assert.deepEqual(await codeOf("--base", "nowhere"), [3, "HP-REPO-BASE"]);
  assert.deepEqual(await codeOf(), [3, "HP-REPO-BASE"], "nothing was promoted");
  writeFiles(root, { ".gitattributes": "*.js -diff\n" });
  assert.deepEqual((await diff(root, "--base", "base")).exit, 3, "git was told to hide the change");
  rmSync(join(root, "reports/lcov.info"));
  assert.deepEqual(await codeOf("--base", "base"), [3, "HP-READ-ABSENT"]);
});

test("coverage gate judges what the profile has about coverage, on what lies there", async (t) => {
  const root = changed(t);
  const { exit, stdout } = await ran(fakeHost(root), "coverage", "gate", "--base", "base", "--json");
  const { gates, evidence } = JSON.parse(stdout) as {
    readonly evidence: string;
    readonly gates: readonly {
      readonly id: string;
      readonly checks: readonly { id: string; outcome: string; reason: string }[];
    }[];
  };
  assert.deepEqual([exit, evidence, gates.map(({ id }) => id)], [1, "existing", ["coverage"]]);
  const patch = gates[0]?.checks.find(({ id }) => id === "patch-floor");
  assert.equal(patch?.outcome, "pass");
  assert.match(patch?.reason ?? "", /^50\.00% \(1 of 2\) of the lines changed .*fewer than the 20/);
  const other = await ran(fakeHost(root), "coverage", "gate", "--profile", "other", "--json");
  assert.deepEqual([other.exit, (JSON.parse(other.stdout) as { code: string }).code], [2, "HP-CONFIG-REFERENCE"]);
});
