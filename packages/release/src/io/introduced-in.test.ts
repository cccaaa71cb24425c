import assert from "node:assert/strict";
import { test } from "node:test";
import { commitAll, git, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { introducedIn } from "./introduced-in.ts";

test("a file is of the commit that last changed it", async (t) => {
  const root = gitRepository(t, { "governance/waivers/a.json": "1" });
  const first = git(root, "rev-parse", "HEAD");
  writeFiles(root, { other: "x" });
  commitAll(root, "second");
  assert.equal(await introducedIn(root, "governance/waivers/a.json"), first);
  writeFiles(root, { "governance/waivers/a.json": "2" });
  const third = commitAll(root, "third");
  assert.equal(await introducedIn(root, "governance/waivers/a.json"), third);
});

test("an untracked file is of no commit", async (t) => {
  const root = gitRepository(t, { a: "1" });
  writeFiles(root, { b: "2" });
  assert.equal(await introducedIn(root, "b"), null);
});

test("a folder that is no repository is a registered error", async (t) => {
  await assert.rejects(introducedIn(scratch(t), "a"), { code: "HP-REPO-GIT" });
});

test("a file that was changed since, or is gone from the commit, is of none, however it is hidden", async (t) => {
  const root = gitRepository(t, { a: "1", b: "1" });
  const first = git(root, "rev-parse", "HEAD");
  writeFiles(root, { a: "2" });
  git(root, "update-index", "--assume-unchanged", "a");
  assert.equal(git(root, "status", "--porcelain"), "");
  assert.equal(await introducedIn(root, "a"), null);
  git(root, "rm", "--quiet", "--cached", "b");
  git(root, "commit", "--quiet", "--message", "without b");
  assert.equal(await introducedIn(root, "b"), null);
  writeFiles(root, { a: "1" });
  assert.equal(await introducedIn(root, "a"), first);
});

test("a name that git could take for a pattern is only a name", async (t) => {
  const root = gitRepository(t, { "w/a.json": "1" });
  writeFiles(root, { "w/*.json": "2", "w/[a].json": "1" });
  assert.equal(await introducedIn(root, "w/*.json"), null);
  assert.equal(await introducedIn(root, "w/[a].json"), null);
  const second = commitAll(root, "patterns");
  writeFiles(root, { "w/b.json": "3" });
  commitAll(root, "another that the pattern fits");
  assert.equal(await introducedIn(root, "w/*.json"), second);
});
