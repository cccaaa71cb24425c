import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { ChangedFile, ChangesBase, ChangesBody, Collected } from "@holdpoint/core";
import { isHoldpointError, SCENE_CANDIDATE } from "@holdpoint/core";
import { commitAll, git, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { changesCollector } from "./changes.ts";

const lines = (...numbers: readonly number[]): string => numbers.map((number) => `line ${number}\n`).join("");
const FILES = {
  "a.ts": lines(1, 2, 3, 4, 5),
  "crlf.ts": "one\r\ntwo\r\nthree\r\n",
  "no-end.ts": "one\ntwo",
  'ü "quoted"\t.ts': "x\n",
  "two words.ts": "x\n",
  "moved.ts": lines(1, 2, 3, 4, 5, 6, 7, 8),
  "gone.ts": "x\ny\n",
  "run.sh": "x\n",
  "logo.bin": Buffer.from([0, 1, 2, 3]),
};

async function collect(
  root: string,
  base: ChangesBase | null,
  candidate: { readonly dirty?: boolean } = {},
): Promise<Collected<ChangesBody>> {
  let nowMs = 1000;
  const [collected, ...others] = await changesCollector.collect({
    root,
    candidate: { ...SCENE_CANDIDATE, commit: git(root, "rev-parse", "HEAD"), ...candidate },
    config: {},
    base,
    carried: {},
    nowMs: () => (nowMs += 1),
    signal: new AbortController().signal,
  });
  assert.ok(collected !== undefined && others.length === 0);
  return collected as Collected<ChangesBody>;
}

const promoted = (commit: string): ChangesBase => ({ commit, from: "last-promoted" });
const named = (commit: string): ChangesBase => ({ commit, from: "option" });
const byPath = (files: readonly ChangedFile[]) => new Map(files.map((file) => [file.path, file]));
const hunks = (file: ChangedFile | undefined): number[][] =>
  (file?.hunks ?? []).map((one) => [one.baseStart, one.baseLines, one.start, one.lines]);

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "none",
    (error: unknown) => (isHoldpointError(error) ? `${error.code} ${error.message}` : String(error)),
  );
}

function changed(t: TestContext): { root: string; base: string } {
  const root = gitRepository(t, FILES);
  const base = git(root, "rev-parse", "HEAD");
  writeFiles(root, {
    "a.ts": lines(1, 22, 23, 3, 5, 6),
    "crlf.ts": "one\r\nTWO\r\nthree\r\n",
    "no-end.ts": "one\ntwo\nthree",
    'ü "quoted"\t.ts': "y\n",
    "two words.ts": "y\n",
    "new folder/new.ts": lines(1, 2),
    "to.ts": lines(1, 2, 3, 4, 5, 6, 7, 88),
    "logo.bin": Buffer.from([0, 9, 9, 9]),
  });
  for (const path of ["gone.ts", "moved.ts"]) rmSync(join(root, path));
  chmodSync(join(root, "run.sh"), 0o755);
  return { root, base };
}

function assertChanges(files: readonly ChangedFile[]): void {
  const found = byPath(files);
  assert.deepEqual([...found.keys()], [...found.keys()].sort());
  assert.deepEqual(hunks(found.get("a.ts")), [
    [2, 1, 2, 2],
    [4, 1, 4, 0],
    [5, 0, 6, 1],
  ]);
  assert.deepEqual(hunks(found.get("crlf.ts")), [[2, 1, 2, 1]]);
  assert.deepEqual(hunks(found.get("no-end.ts")), [[2, 1, 2, 2]]);
  assert.deepEqual(hunks(found.get('ü "quoted"\t.ts')), [[1, 1, 1, 1]]);
  assert.deepEqual(hunks(found.get("two words.ts")), [[1, 1, 1, 1]]);
  assert.deepEqual(found.get("new folder/new.ts"), {
    path: "new folder/new.ts",
    basePath: null,
    status: "added",
    binary: false,
    hunks: [{ baseStart: 0, baseLines: 0, start: 1, lines: 2 }],
  });
  const { basePath, status } = found.get("to.ts") ?? {};
  assert.deepEqual([basePath, status, hunks(found.get("to.ts"))], ["moved.ts", "renamed", [[8, 1, 8, 1]]]);
  assert.equal(found.get("gone.ts")?.status, "removed");
  assert.deepEqual([found.get("run.sh")?.status, hunks(found.get("run.sh"))], ["modified", []]);
  assert.deepEqual([found.get("logo.bin")?.binary, hunks(found.get("logo.bin"))], [true, []]);
  assert.equal(found.size, 10);
}

test("every kind of change between two commits, and the same in a dirty work tree", async (t) => {
  const { root, base } = changed(t);
  git(root, "add", "--all");
  assertChanges((await collect(root, promoted(base), { dirty: true })).body.files);
  commitAll(root, "second");
  const { body, samples, producer, provenance } = await collect(root, promoted(base));
  assertChanges(body.files);
  assert.deepEqual(body.base, promoted(base));
  assert.equal(samples, git(root, "ls-files").split("\n").length);
  assert.deepEqual([producer.name, provenance], ["git", "measured"]);
});

test("hunks add up to what git itself counts", async (t) => {
  const { root, base } = changed(t);
  commitAll(root, "second");
  const { body } = await collect(root, promoted(base));
  const total = (side: "lines" | "baseLines"): number =>
    body.files.flatMap((file) => file.hunks).reduce((sum, hunk) => sum + hunk[side], 0);
  const counted = git(root, "diff", "--numstat", "--find-renames", base, "HEAD")
    .split("\n")
    .map((line) =>
      line
        .split("\t")
        .slice(0, 2)
        .map((text) => Number(text.replace("-", "0"))),
    );
  assert.equal(
    total("lines"),
    counted.reduce((sum, [added = 0]) => sum + added, 0),
  );
  assert.equal(
    total("baseLines"),
    counted.reduce((sum, [, removed = 0]) => sum + removed, 0),
  );
});

test("no base is not the same as no change, and both were looked at", async (t) => {
  const root = gitRepository(t, FILES);
  const head = git(root, "rev-parse", "HEAD");
  const none = await collect(root, null);
  assert.deepEqual([none.body, none.samples], [{ base: null, files: [] }, 9]);
  const same = await collect(root, promoted(head));
  assert.deepEqual([same.body, same.samples], [{ base: promoted(head), files: [] }, 9]);
});

test("neither configuration nor attributes make changes look like none", async (t) => {
  const { root, base } = changed(t);
  commitAll(root, "second");
  const settings: Readonly<Record<string, string>> = {
    "diff.noprefix": "true",
    "diff.mnemonicPrefix": "true",
    "diff.external": "true",
    "diff.context": "9",
    "diff.interHunkContext": "9",
    "diff.renames": "copies",
    "diff.algorithm": "patience",
    "diff.wsErrorHighlight": "all",
    "color.ui": "always",
    "core.quotePath": "true",
    "diff.orderFile": "/dev/null",
    "diff.lower.textconv": "true",
  };
  for (const [name, value] of Object.entries(settings)) git(root, "config", name, value);
  writeFileSync(join(root, ".git/info/attributes"), "crlf.ts diff=lower\n");
  assertChanges((await collect(root, promoted(base))).body.files);
  writeFileSync(join(root, ".git/info/attributes"), "*.ts -diff\n");
  const hidden = byPath((await collect(root, promoted(base))).body.files).get("a.ts");
  assert.deepEqual([hidden?.binary, hidden?.hunks], [true, []]);
});

test("a named commit stands for where the candidate left it", async (t) => {
  const root = gitRepository(t, FILES);
  const fork = git(root, "rev-parse", "HEAD");
  git(root, "checkout", "--quiet", "-b", "topic");
  writeFiles(root, { "mine.ts": "x\n" });
  commitAll(root, "mine");
  git(root, "checkout", "--quiet", "main");
  writeFiles(root, { "theirs.ts": lines(1, 2) });
  const main = commitAll(root, "theirs");
  git(root, "checkout", "--quiet", "topic");
  const { body } = await collect(root, named("main"));
  assert.deepEqual([body.base, body.files.map(({ path }) => path)], [named(fork), ["mine.ts"]]);
  const exact = await collect(root, promoted(main));
  assert.deepEqual(
    exact.body.files.map(({ path, status }) => [path, status]),
    [
      ["mine.ts", "added"],
      ["theirs.ts", "removed"],
    ],
  );
});

test("a base that is not there is an error, never an empty diff", async (t) => {
  const root = gitRepository(t, FILES);
  for (const base of [named("nothing"), named("--all"), named(""), promoted("f".repeat(40))]) {
    assert.match(await refusal(collect(root, base)), /^HP-REPO-BASE .*is no commit of this clone$/, base.commit);
  }
  git(root, "checkout", "--quiet", "--orphan", "other");
  commitAll(root, "unrelated");
  assert.match(await refusal(collect(root, named("main"))), /^HP-REPO-BASE .*no history in common/);
});

test("in a shallow clone the error says so", async (t) => {
  const origin = gitRepository(t, FILES);
  const base = git(origin, "rev-parse", "HEAD");
  writeFiles(origin, { "b.ts": "x\n" });
  commitAll(origin, "second");
  const root = join(scratch(t), "clone");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${origin}`, root]);
  assert.match(await refusal(collect(root, promoted(base))), /^HP-REPO-SHALLOW the last promotion's commit/);
  assert.match(await refusal(collect(root, named(base))), /^HP-REPO-SHALLOW/);
});

test("a link in a file's place changes it as a whole, a file in conflict is changed", async (t) => {
  const root = gitRepository(t, FILES);
  const base = git(root, "rev-parse", "HEAD");
  rmSync(join(root, "a.ts"));
  symlinkSync("crlf.ts", join(root, "a.ts"));
  commitAll(root, "link");
  assert.deepEqual(hunks(byPath((await collect(root, promoted(base))).body.files).get("a.ts")), [[1, 5, 1, 1]]);
  git(root, "checkout", "--quiet", "-b", "other", base);
  writeFiles(root, { "run.sh": "other\n" });
  commitAll(root, "other");
  git(root, "checkout", "--quiet", "-b", "third", base);
  writeFiles(root, { "run.sh": "third\n" });
  commitAll(root, "third");
  assert.throws(() => git(root, "merge", "other"));
  const { body } = await collect(root, promoted(base), { dirty: true });
  assert.deepEqual(
    body.files.map(({ path, status }) => [path, status]),
    [["run.sh", "modified"]],
  );
});
