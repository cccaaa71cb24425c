import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { latestRun } from "./io/run-directory.ts";
import { runRelease } from "./release.ts";
import { optionsFor } from "./testing-run.ts";

/** A file where a folder should be: what no user, not even root, can write into. */
const BLOCKED: readonly string[] = [
  ".holdpoint",
  ".holdpoint/runs",
  ".holdpoint/keys",
  ".holdpoint/checkpoints",
  "reports",
  "reports/audit",
];

for (const path of BLOCKED) {
  test(`a run that cannot write ${path} ends in a registered error, without a verdict`, async (t) => {
    const root = scratch(t, { [path]: "in the way" });
    await assert.rejects(runRelease(optionsFor(root, 0)), (thrown) => {
      assert.ok(isHoldpointError(thrown), String(thrown));
      assert.match(thrown.code, /^HP-(RUN-DIRECTORY|LEDGER-OPEN|KEY-[A-Z]+|LEDGER-[A-Z]+)$/);
      return true;
    });
    assert.equal(latestRun(root), null);
    assert.equal(readFileSync(join(root, path), "utf8"), "in the way");
    rmSync(join(root, path));
    const { judgement } = await runRelease(optionsFor(root, 0));
    assert.equal(judgement.verdict, "PROMOTE", "it works as soon as the way is free");
  });
}

test("a disk that fails in the middle leaves no verdict and the old latest", async (t) => {
  for (const name of ["evidence", "gates", "judgement.json", "verdict.dsse.json", "checkpoint.txt", "report.txt"]) {
    const root = scratch(t);
    const before = await runRelease(optionsFor(root, 0));
    let blocked = "";
    const options = optionsFor(root, 0);
    const onProgress = (): void => {
      if (blocked !== "") return;
      const runs = join(root, ".holdpoint", "runs");
      const isNew = (one: string): boolean => one !== "latest" && join(runs, one) !== before.runDirectory;
      const id = readdirSync(runs).find(isNew) ?? "";
      blocked = join(runs, id, name);
      // A folder where a file should be, a file where a folder should be.
      if (name.includes(".")) mkdirSync(join(blocked, "in", "the", "way"), { recursive: true });
      else writeFileSync(blocked, "in the way");
    };
    await assert.rejects(runRelease({ ...options, onProgress }), { code: "HP-RUN-DIRECTORY" }, name);
    assert.equal(latestRun(root), before.runDirectory, name);
    const next = await runRelease(optionsFor(root, 0));
    assert.equal(latestRun(root), next.runDirectory);
  }
});

test("a report folder of the suites that is a file is an error of that suite, and the run holds", async (t) => {
  const root = scratch(t);
  const options = optionsFor(root, 0);
  const [suite] = options.config.suites;
  assert.ok(suite);
  writeFiles(root, { out: "in the way" });
  const suites = [{ ...suite, run: [process.execPath, "-e", ""], results: ["out/r.xml"] }];
  const { judgement } = await runRelease({ ...options, evidence: "fresh", config: { ...options.config, suites } });
  const failures = judgement.evidence.filter(({ kind }) => kind === "collection-failure");
  assert.equal(failures.length, 1);
  assert.ok(existsSync(join(root, ".holdpoint", "runs", "latest")));
});
