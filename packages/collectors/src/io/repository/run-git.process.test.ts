import assert from "node:assert/strict";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { git, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { readCandidateFacts } from "./candidate-facts.ts";
import { askGit, nulFields, runGit } from "./run-git.ts";

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => "answered",
    (thrown: unknown) => (thrown as { code: string }).code,
  );

/** Runs with variables set, as a git hook or a CI job would have them. */
async function withVariables<T>(variables: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

test("variables of the caller do not lead git elsewhere", async (t) => {
  const root = gitRepository(t, { "a.txt": "a" });
  const other = gitRepository(t, { "b.txt": "b" });
  const variables = {
    GIT_DIR: join(other, ".git"),
    GIT_WORK_TREE: other,
    GIT_INDEX_FILE: join(other, ".git", "index"),
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.bare",
    GIT_CONFIG_VALUE_0: "true",
  };
  await withVariables(variables, async () => {
    assert.deepEqual(nulFields(await askGit(root, ["ls-files", "-z"])), ["a.txt"]);
  });
});

test("what a repository's configuration starts on its own is not started", async (t) => {
  const root = gitRepository(t, { "a.txt": "a" });
  const trace = join(scratch(t), "started");
  writeFiles(root, { ".git/spy": `#!/bin/sh\ntouch '${trace}'\nprintf '/\\0'\n` });
  chmodSync(join(root, ".git/spy"), 0o755);
  git(root, "config", "core.fsmonitor", ".git/spy");
  git(root, "status");
  assert.ok(existsSync(trace), "the plant works: plain git starts it");
  const fresh = join(scratch(t), "started");
  writeFiles(root, { ".git/spy": `#!/bin/sh\ntouch '${fresh}'\nprintf '/\\0'\n` });
  await readCandidateFacts(root);
  assert.ok(!existsSync(fresh));
});

test("nothing is written, not even the index", async (t) => {
  const root = gitRepository(t, { "a.txt": "a" });
  writeFiles(root, { "a.txt": "a" });
  const index = git(root, "hash-object", ".git/index");
  await readCandidateFacts(root);
  assert.equal(git(root, "hash-object", ".git/index"), index);
});

test("an answer that is too long or too late is an error", async (t) => {
  const root = gitRepository(t, { "a.txt": "a".repeat(100_000) });
  assert.equal(
    await codeOf(runGit(root, ["cat-file", "blob", "HEAD:a.txt"], { stdoutSizeBytesMax: 1000 })),
    "HP-REPO-GIT",
  );
  assert.equal(await codeOf(runGit(root, ["cat-file", "blob", "HEAD:a.txt"])), "answered");
  assert.equal(await codeOf(runGit(root, ["-c", "alias.wait=!sleep 3", "wait"], { timeoutMs: 50 })), "HP-REPO-GIT");
});

test("a question that git cannot answer names its words", async (t) => {
  const root = gitRepository(t, {});
  await assert.rejects(askGit(root, ["rev-parse", "--verify", "nothing"]), {
    message: /^git rev-parse --verify nothing ended with 128: fatal/,
  });
});

test("without git on the PATH the error says so", async (t) => {
  const root = gitRepository(t, {});
  await withVariables({ PATH: scratch(t) }, async () => {
    await assert.rejects(readCandidateFacts(root), { code: "HP-REPO-GIT", message: /is git on the PATH/ });
  });
});

test("an interrupted run ends its question", async (t) => {
  const root = gitRepository(t, {});
  assert.equal(await codeOf(runGit(root, ["version"], { signal: AbortSignal.abort() })), "HP-REPO-GIT");
});

test("fields end with NUL, and the last one may be cut", () => {
  assert.deepEqual(nulFields(Buffer.from("a\0b \n\0")), ["a", "b \n"]);
  assert.deepEqual(nulFields(Buffer.from("a\0b")), ["a", "b"]);
  assert.deepEqual(nulFields(Buffer.alloc(0)), []);
});
