import assert from "node:assert/strict";
import { appendFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Collected, RepositoryBody, RepositoryConfig } from "@holdpoint/core";
import { SCENE_CANDIDATE } from "@holdpoint/core";
import { commitAll, git, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { repositoryCollector } from "./collector.ts";

const FILES = {
  "package.json": '{"name":"a","version":"1.2.3"}',
  "packages/b/package.json": '{"version":"1.2.3"}',
  "CHANGELOG.md": "# Changelog\n\n## 1.2.3\n\n- a change\n",
  "src/with space/ü.txt": "a\n",
};
const CONFIG: RepositoryConfig = {
  versionFiles: ["package.json", "packages/*/package.json"],
  changelog: "CHANGELOG.md",
};

async function collect(root: string, config: RepositoryConfig = CONFIG): Promise<Collected<RepositoryBody>> {
  let nowMs = 1000;
  const context = {
    root,
    candidate: SCENE_CANDIDATE,
    config,
    base: null,
    carried: {},
    nowMs: () => (nowMs += 1),
    signal: new AbortController().signal,
  };
  const [collected, ...others] = await repositoryCollector.collect(context);
  assert.ok(collected !== undefined && others.length === 0);
  return collected as Collected<RepositoryBody>;
}

const bodyOf = async (root: string, config?: RepositoryConfig): Promise<RepositoryBody> =>
  (await collect(root, config)).body;

test("a sound repository", async (t) => {
  const root = gitRepository(t, FILES);
  git(root, "tag", "v1.2.3");
  git(root, "tag", "--annotate", "--message", "x", "1.2.3");
  git(root, "tag", "v1.2.4");
  const { body, ...around } = await collect(root);
  const commit = git(root, "rev-parse", "HEAD");
  assert.deepEqual(body, {
    commit,
    tree: git(root, "rev-parse", "HEAD^{tree}"),
    committedAt: "2026-01-01T00:00:00.000Z",
    branch: "main",
    shallow: false,
    dirty: { count: 0, paths: [] },
    operation: null,
    submodules: [],
    hiddenPaths: [],
    versions: [
      { file: "package.json", version: "1.2.3" },
      { file: "packages/b/package.json", version: "1.2.3" },
    ],
    changelog: { file: "CHANGELOG.md", version: "1.2.3", line: 3, sizeChars: 10 },
    versionTags: [
      { tag: "1.2.3", commit },
      { tag: "v1.2.3", commit },
    ],
    trackedIgnored: [],
    trackedFiles: 4,
    damage: [],
  });
  assert.equal(around.kind, "repository");
  assert.equal(around.samples, 4);
  assert.equal(around.producer.name, "git");
  assert.deepEqual(
    around.inputs.map(({ name }) => name),
    ["package.json", "packages/b/package.json", "CHANGELOG.md"],
  );
  assert.ok(around.startedAtMs < around.finishedAtMs);
});

type Case = readonly [what: string, harm: (root: string) => void, seen: Partial<RepositoryBody>];

const CASES: readonly Case[] = [
  [
    "a file with a line end in its name",
    (root) => writeFiles(root, { "a\nb": "" }),
    { dirty: { count: 1, paths: [{ path: "a\nb", state: "??" }] } },
  ],
  ["a detached HEAD", (root) => void git(root, "checkout", "--quiet", "--detach"), { branch: null }],
  [
    "assume-unchanged and skip-worktree",
    (root) => {
      git(root, "update-index", "--assume-unchanged", "package.json");
      git(root, "update-index", "--skip-worktree", "src/with space/ü.txt");
      writeFiles(root, { "package.json": '{"version":"1.2.3"}' });
    },
    { hiddenPaths: ["package.json", "src/with space/ü.txt"], dirty: { count: 0, paths: [] } },
  ],
  [
    "a sparse checkout",
    (root) => void git(root, "sparse-checkout", "set", "packages"),
    { hiddenPaths: ["src/with space/ü.txt"] },
  ],
  [
    "rules of this clone only",
    (root) => {
      appendFileSync(join(root, ".git/info/exclude"), "\nlocal/\n");
      writeFiles(root, { "local/a": "", "local/b": "" });
    },
    { hiddenPaths: ["local/"], dirty: { count: 0, paths: [] } },
  ],
  [
    "tracked and ignored",
    (root) => {
      writeFiles(root, { ".gitignore": "src/\n" });
      commitAll(root, "ignored");
    },
    { trackedIgnored: ["src/with space/ü.txt"] },
  ],
  ["a bisect", (root) => void git(root, "bisect", "start"), { operation: "bisect" }],
  [
    "a lost blob",
    (root) => {
      const blob = git(root, "rev-parse", "HEAD:CHANGELOG.md");
      rmSync(join(root, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    },
    {},
  ],
  [
    "manifests that are gone or were never there",
    (root) => {
      git(root, "rm", "--quiet", "packages/b/package.json");
      git(root, "commit", "--quiet", "--message", "gone");
    },
    {
      versions: [
        { file: "package.json", version: "1.2.3" },
        { file: "packages/*/package.json", version: null },
      ],
    },
  ],
  [
    "a changelog that is gone",
    (root) => rmSync(join(root, "CHANGELOG.md")),
    { changelog: { file: "CHANGELOG.md", version: null, line: null, sizeChars: 0 } },
  ],
];

describe("what a repository can be in", () => {
  for (const [what, harm, seen] of CASES) {
    test(what, async (t) => {
      const root = gitRepository(t, FILES);
      harm(root);
      const body = await bodyOf(root);
      assert.deepEqual({ ...body, ...seen }, body);
      assert.equal(body.damage.length > 0, what === "a lost blob");
    });
  }

  const OPERATIONS: readonly (readonly [operation: string, command: readonly string[]])[] = [
    ["merge", ["merge", "--quiet", "other"]],
    ["rebase", ["rebase", "--quiet", "other"]],
    ["cherry-pick", ["cherry-pick", "other"]],
    ["revert", ["revert", "--no-edit", "HEAD~1"]],
  ];
  for (const [operation, command] of OPERATIONS) {
    test(`a ${operation} that stopped at a conflict`, async (t) => {
      const root = gitRepository(t, { a: "1\n" });
      git(root, "checkout", "--quiet", "-b", "other");
      writeFiles(root, { a: "2\n" });
      commitAll(root, "other");
      git(root, "checkout", "--quiet", "main");
      for (const content of ["3\n", "4\n"]) {
        writeFiles(root, { a: content });
        commitAll(root, content);
      }
      assert.throws(() => git(root, ...command), "the plant works: there is a conflict");
      const body = await bodyOf(root, { versionFiles: [], changelog: null });
      assert.equal(body.operation, operation);
      assert.deepEqual(body.dirty.paths, [{ path: "a", state: "UU" }]);
      assert.equal(body.trackedFiles, 1);
    });
  }
});

test("submodules, also those of submodules", async (t) => {
  const [inner, middle, root] = [gitRepository(t, { a: "" }), gitRepository(t, { a: "" }), gitRepository(t, FILES)];
  const add = (to: string, from: string, path: string): void => {
    git(to, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", from, path);
    commitAll(to, path);
  };
  add(middle, inner, "inner");
  add(root, middle, "a middle");
  assert.deepEqual((await bodyOf(root)).submodules, [
    { path: "a middle", state: "clean" },
    { path: "a middle/inner", state: "absent" },
  ]);
  git(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "update", "--init", "--recursive");
  assert.deepEqual(
    (await bodyOf(root)).submodules.map(({ state }) => state),
    ["clean", "clean"],
  );
  writeFiles(join(root, "a middle"), { a: "changed" });
  assert.deepEqual((await bodyOf(root)).dirty.paths, [{ path: "a middle", state: " M" }]);
  commitAll(join(root, "a middle"), "moved");
  assert.deepEqual((await bodyOf(root)).submodules[0], { path: "a middle", state: "moved" });
});

test("a shallow clone is told, and its missing parents are no damage", async (t) => {
  const origin = gitRepository(t, FILES);
  commitAll(origin, "second");
  const root = join(scratch(t), "clone");
  git(origin, "clone", "--quiet", "--depth", "1", `file://${origin}`, root);
  const body = await bodyOf(root);
  assert.equal(body.shallow, true);
  assert.deepEqual(body.damage, []);
});

test("a manifest that leads out of the repository is refused", async (t) => {
  const root = gitRepository(t, {});
  writeFiles(scratch(t), {});
  symlinkSync("/etc/passwd", join(root, "VERSION"));
  commitAll(root, "link");
  await assert.rejects(collect(root, { versionFiles: ["VERSION"], changelog: null }), { code: "HP-READ-PATH" });
});

test("an unreadable manifest is an error with its place", async (t) => {
  const root = gitRepository(t, { "package.json": '{\n  "version": 1.2\n' });
  await assert.rejects(collect(root, { versionFiles: ["package.json"], changelog: null }), {
    code: "HP-READ-TRUNCATED",
    place: { file: "package.json", line: 3, column: 1 },
  });
});
