import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { verifyPath } from "@holdpoint/ledger";
import { scratch } from "@holdpoint/testkit";
import { latestRun } from "./io/run-directory.ts";
import { runRelease } from "./release.ts";
import { optionsFor } from "./testing-run.ts";

const CHILD = fileURLToPath(new URL("testing-child.ts", import.meta.url));
const TERMS = { trusted: [], revocations: [], mode: "when-observed" } as const;

function child(...args: string[]): { readonly process: ChildProcess; readonly said: () => string } {
  const process_ = spawn(process.execPath, ["--conditions=holdpoint-source", CHILD, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [process_.stdout, process_.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return { process: process_, said: () => said };
}

function runsOf(root: string): string[] {
  return readdirSync(join(root, ".holdpoint", "runs")).filter((name) => name !== "latest");
}

function needSoundLedger(root: string): void {
  const { valid, problems, size } = verifyPath(join(root, ".holdpoint"), TERMS);
  assert.deepEqual([valid, problems], [true, []]);
  assert.ok(size > 0);
}

for (const where of ["gather", "record"]) {
  test(`a run killed at ${where} leaves a sound ledger, the old latest, and the next one works`, async (t) => {
    const root = scratch(t);
    const before = await runRelease(optionsFor(root, 0));
    const { process: killed, said } = child(root, "0", where);
    while (!said().includes(`at ${where}`)) {
      assert.equal(killed.exitCode, null, said());
      await once(killed.stdout ?? killed, "data");
    }
    killed.kill("SIGKILL");
    await once(killed, "close");
    assert.equal(latestRun(root), before.runDirectory);
    assert.equal(runsOf(root).length, 2);
    needSoundLedger(root);
    const next = await runRelease(optionsFor(root, 0));
    assert.equal(next.judgement.verdict, "PROMOTE");
    assert.equal(latestRun(root), next.runDirectory);
    needSoundLedger(root);
    assert.equal(existsSync(join(root, ".holdpoint", "ledger.db-wal")), false);
  });
}

test("two processes in one folder both end, each with its own verdict, and the ledger verifies", async (t) => {
  const root = scratch(t);
  const both = [child(root, "0"), child(root, "1")];
  const codes = await Promise.all(both.map(async ({ process: one }) => once(one, "close")));
  assert.deepEqual(
    codes.map(([code]) => code),
    [0, 0],
    both.map(({ said }) => said()).join("\n"),
  );
  assert.deepEqual(
    both.map(({ said }) => said().trim()),
    ["PROMOTE", "HOLD"],
  );
  assert.equal(runsOf(root).length, 2);
  for (const run of runsOf(root)) {
    const { valid, problems } = verifyPath(join(root, ".holdpoint", "runs", run), TERMS);
    assert.deepEqual([valid, problems], [true, []]);
  }
  assert.ok(runsOf(root).includes((latestRun(root) ?? "").split("/").at(-1) ?? ""));
  needSoundLedger(root);
});
