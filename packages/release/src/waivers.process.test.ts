import assert from "node:assert/strict";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { CheckResult } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { commitAll, git, gitRepository, writeFiles } from "@holdpoint/testkit";
import { openRunLedger } from "./io/run-ledger.ts";
import type { RunOptions } from "./options.ts";
import { runRelease } from "./release.ts";
import { replayRun } from "./replay.ts";
import { CANDIDATE } from "./testing.ts";
import { writeKeys, writeWaiver } from "./testing-governance.ts";
import { collectorOf, GATE, optionsFor } from "./testing-run.ts";

/** A repository whose keys were committed long ago. */
function repository(t: TestContext): string {
  const root = gitRepository(t, { ".gitignore": ".holdpoint/\nreports/\n" });
  writeKeys(root);
  commitAll(root, "keys");
  return root;
}

function options(root: string, patch: Partial<RunOptions> = {}): RunOptions {
  const commit = git(root, "rev-parse", "HEAD");
  return optionsFor(root, 1, { readCandidate: async () => ({ commit, tree: "b".repeat(40), dirty: false }), ...patch });
}

async function judged(
  root: string,
  patch: Partial<RunOptions> = {},
): Promise<CheckResult & { readonly hold: boolean }> {
  const { judgement } = await runRelease(options(root, patch));
  const [check] = judgement.gates[0]?.checks ?? [];
  assert.ok(check);
  return { ...check, hold: judgement.verdict === "HOLD" };
}

function nextCommit(root: string): string {
  writeFiles(root, { "code.js": `${Math.random()}` });
  return commitAll(root, "code");
}

test("a waiver of an earlier commit turns fail into waived, and a replay says the same", async (t) => {
  const root = repository(t);
  const file = writeWaiver(root);
  commitAll(root, "waiver");
  nextCommit(root);
  const { judgement, runDirectory } = await runRelease(options(root));
  const [check] = judgement.gates[0]?.checks ?? [];
  assert.equal(check?.outcome, "waived");
  assert.equal(check.waiver, `sha256:${sha256Hex(readFileSync(join(root, file)))}`);
  assert.equal(judgement.verdict, "PROMOTE");
  assert.deepEqual(replayRun(runDirectory, [GATE]).differences, []);
});

test("a waiver that no commit holds does not govern", async (t) => {
  const root = repository(t);
  writeWaiver(root);
  const { outcome, hold } = await judged(root);
  assert.deepEqual([outcome, hold], ["fail", true]);
});

test("a waiver that the candidate's own commit brought does not govern", async (t) => {
  const root = repository(t);
  writeWaiver(root);
  nextCommit(root);
  assert.equal((await judged(root)).outcome, "fail");
  nextCommit(root);
  assert.equal((await judged(root)).outcome, "waived", "the same waiver, one commit later");
});

test("a waiver that was changed after its commit does not govern", async (t) => {
  const root = repository(t);
  const file = writeWaiver(root, { expiresAt: "2025-12-31T12:00:00Z" });
  commitAll(root, "waiver");
  nextCommit(root);
  assert.equal((await judged(root)).outcome, "fail", "it has expired");
  writeWaiver(root);
  assert.equal((await judged(root)).outcome, "fail", "prolonged in the work tree only");
  git(root, "update-index", "--assume-unchanged", file);
  assert.equal((await judged(root)).outcome, "fail", "and hidden from git status");
});

test("a waiver whose name fits others is not taken for one of them", async (t) => {
  const root = repository(t);
  writeWaiver(root, { check: "another" });
  commitAll(root, "waiver of another check");
  nextCommit(root);
  const file = writeWaiver(root, {}, "star");
  renameSync(join(root, file), join(root, file.replace("star", "*")));
  assert.equal((await judged(root)).outcome, "fail");
});

test("a waiver with a changed byte, or signed by one person, does not govern and is told", async (t) => {
  const root = repository(t);
  const file = join(root, writeWaiver(root));
  const envelope = JSON.parse(readFileSync(file, "utf8")) as { signatures: unknown[] };
  writeFileSync(file, JSON.stringify({ ...envelope, signatures: envelope.signatures.slice(0, 1) }));
  commitAll(root, "waiver of one");
  nextCommit(root);
  assert.equal((await judged(root)).outcome, "fail");
  const ledger = await openRunLedger({ root, run: "r", candidate: CANDIDATE, nowMs: () => 1 });
  t.after(() => ledger.close());
  assert.deepEqual(ledger.waivers, []);
  assert.deepEqual(
    ledger.inspect([]).governance.problems.map(({ file, code }) => `${file} ${code}`),
    ["waivers/known.dsse.json signature-missing"],
  );
});

test("an error is never waived", async (t) => {
  const root = repository(t);
  writeWaiver(root);
  commitAll(root, "waiver");
  nextCommit(root);
  const { outcome, hold } = await judged(root, { collectors: [collectorOf(new Error("boom"))] });
  assert.deepEqual([outcome, hold], ["error", true]);
});

test("waivers without a repository give no verdict", async (t) => {
  const root = repository(t);
  writeWaiver(root);
  renameSync(join(root, ".git"), join(root, "git"));
  await assert.rejects(runRelease(optionsFor(root, 1)), { code: "HP-REPO-GIT" });
});
