import assert from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commitAll, git, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { readCandidateFacts } from "./candidate-facts.ts";

const FILES = { "a.txt": "a\n", ".gitignore": "ignored/\n" };

test("a clean repository is its commit and tree", async (t) => {
  const root = gitRepository(t, FILES);
  assert.deepEqual(await readCandidateFacts(root), {
    commit: git(root, "rev-parse", "HEAD"),
    tree: git(root, "rev-parse", "HEAD^{tree}"),
    dirty: false,
  });
});

const DIRT: Readonly<Record<string, (root: string) => void>> = {
  "a changed file": (root) => writeFiles(root, { "a.txt": "b\n" }),
  "a changed file of the same size": (root) => writeFiles(root, { "a.txt": "x\n" }),
  "an untracked file": (root) => writeFiles(root, { "new folder/ü\n.txt": "b\n" }),
  "an untracked file that the configuration would not show": (root) => {
    git(root, "config", "status.showUntrackedFiles", "no");
    writeFiles(root, { "b.txt": "b\n" });
  },
  "a staged file": (root) => {
    writeFiles(root, { "a.txt": "b\n" });
    git(root, "add", "a.txt");
  },
  "a deleted file": (root) => git(root, "rm", "--quiet", "--cached", "a.txt"),
  "a link in place of a file": (root) => {
    git(root, "rm", "--quiet", "a.txt");
    git(root, "reset", "--quiet");
    symlinkSync("elsewhere", join(root, "a.txt"));
  },
};

for (const [what, harm] of Object.entries(DIRT)) {
  test(`${what} is dirt`, async (t) => {
    const root = gitRepository(t, FILES);
    harm(root);
    assert.equal((await readCandidateFacts(root)).dirty, true);
  });
}

test("an ignored file and a touched one are none", async (t) => {
  const root = gitRepository(t, FILES);
  writeFiles(root, { "ignored/b.txt": "b\n" });
  writeFileSync(join(root, "a.txt"), "a\n");
  assert.equal((await readCandidateFacts(root)).dirty, false);
});

test("a detached HEAD and a linked work tree are read where they are", async (t) => {
  const root = gitRepository(t, FILES);
  const first = git(root, "rev-parse", "HEAD");
  writeFiles(root, { "a.txt": "b\n" });
  const second = commitAll(root, "second");
  const linked = join(scratch(t), "linked tree");
  git(root, "worktree", "add", "--quiet", "--detach", linked, first);
  assert.equal((await readCandidateFacts(linked)).commit, first);
  assert.equal((await readCandidateFacts(root)).commit, second);
});

test("a replaced object does not stand in for the commit's own", async (t) => {
  const root = gitRepository(t, FILES);
  const tree = git(root, "rev-parse", "HEAD^{tree}");
  const other = git(root, "commit-tree", "-m", "other", git(root, "mktree", "--missing"));
  git(root, "replace", "HEAD", other);
  assert.notEqual(git(root, "rev-parse", "HEAD^{tree}"), tree, "the plant works");
  assert.equal((await readCandidateFacts(root)).tree, tree);
});

test("what is no candidate ends with its own code", async (t) => {
  const code = (root: string): Promise<unknown> =>
    readCandidateFacts(root).catch((thrown: unknown) => (thrown as { code: string }).code);
  const empty = scratch(t);
  assert.equal(await code(empty), "HP-REPO-NONE");
  git(empty, "init", "--quiet");
  assert.equal(await code(empty), "HP-REPO-NO-COMMIT");
  const root = gitRepository(t, { "below/a.txt": "a\n" });
  assert.equal(await code(join(root, "below")), "HP-REPO-SUBFOLDER");
  assert.equal(await code(join(root, ".git")), "HP-REPO-NONE");
  assert.equal(await code(join(root, "absent")), "HP-REPO-GIT");
  writeFiles(root, { ".git/refs/heads/main": `${"0".repeat(39)}1\n` });
  assert.equal(await code(root), "HP-REPO-GIT");
});
