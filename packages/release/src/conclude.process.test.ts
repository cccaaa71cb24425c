import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Gate, JsonObject } from "@holdpoint/core";
import { canonicalize, digestOf, sha256Hex } from "@holdpoint/core";
import { verifyPath } from "@holdpoint/ledger";
import { scratch } from "@holdpoint/testkit";
import { latestRun } from "./io/run-directory.ts";
import { openRunLedger } from "./io/run-ledger.ts";
import type { Renderer } from "./options.ts";
import { runRelease } from "./release.ts";
import { CANDIDATE } from "./testing.ts";
import { GATE, optionsFor } from "./testing-run.ts";

const TERMS = { trusted: [], revocations: [], mode: "when-observed" } as const;

async function lastRecord(root: string, kind: string): Promise<JsonObject | null> {
  const ledger = await openRunLedger({ root, run: "reader", candidate: CANDIDATE, nowMs: () => 1 });
  try {
    return ledger.latest(kind);
  } finally {
    ledger.close();
  }
}

function onlyRun(root: string): string {
  const runs = readdirSync(join(root, ".holdpoint", "runs")).filter((name) => name !== "latest");
  assert.equal(runs.length, 1);
  return join(root, ".holdpoint", "runs", runs[0] ?? "");
}

test("the record names the envelope and the judgement that lie on disk", async (t) => {
  const root = scratch(t);
  const { judgement, runDirectory } = await runRelease(optionsFor(root, 0));
  const record = await lastRecord(root, "verdict");
  const envelope = readFileSync(join(runDirectory, "verdict.dsse.json"), "utf8");
  assert.equal(record?.["envelope"], `sha256:${sha256Hex(envelope)}`);
  assert.equal(record["judgement"], digestOf(judgement as never));
  assert.equal(readFileSync(join(runDirectory, "judgement.json"), "utf8"), canonicalize(judgement as never));
  const promotion = record["promotion"] as JsonObject;
  assert.equal(promotion["verdict"], record["envelope"]);
  assert.deepEqual(promotion["facts"], { tests: { passed: ["a", "b"] } });
  for (const path of [runDirectory, join(root, ".holdpoint")]) {
    const { valid, problems } = verifyPath(path, TERMS);
    assert.deepEqual([valid, problems], [true, []], path);
  }
});

test("a HOLD is signed and recorded as well, and is nothing to inherit from", async (t) => {
  const root = scratch(t);
  const { runDirectory } = await runRelease(optionsFor(root, 1));
  const record = await lastRecord(root, "verdict");
  assert.deepEqual([record?.["verdict"], record?.["promotion"]], ["HOLD", null]);
  assert.equal(verifyPath(runDirectory, TERMS).valid, true);
});

test("a renderer that throws ends the run: on record, not published", async (t) => {
  const root = scratch(t);
  const before = await runRelease(optionsFor(root, 0));
  const render = (): string => {
    throw new RangeError("no page");
  };
  const options = optionsFor(root, 0, { renderers: [{ file: "report.html", render }] });
  await assert.rejects(runRelease(options), { name: "RangeError" });
  assert.equal(latestRun(root), before.runDirectory);
  const runs = readdirSync(join(root, ".holdpoint", "runs")).filter((name) => name !== "latest");
  assert.equal(runs.length, 2);
  for (const run of runs) assert.equal(verifyPath(join(root, ".holdpoint", "runs", run), TERMS).valid, true);
  assert.equal(existsSync(join(root, ".holdpoint", "ledger.db-wal")), false);
  assert.equal((await runRelease(optionsFor(root, 0))).judgement.verdict, "PROMOTE");
});

test("a renderer writes neither over what the run wrote nor outside of its folder", async (t) => {
  const files = ["verdict.dsse.json", "judgement.json", "./plan.json", "../latest", "../../ledger.db", ".", ""];
  for (const file of files) {
    const root = scratch(t);
    const renderers: Renderer[] = [{ file, render: () => "forged" }];
    await assert.rejects(runRelease(optionsFor(root, 1, { renderers })), { code: "HP-RUN-DIRECTORY" }, file);
    assert.equal(latestRun(root), null);
    assert.doesNotMatch(readFileSync(join(onlyRun(root), "verdict.dsse.json"), "utf8"), /forged/);
  }
});

test("facts that cannot be told leave no signed verdict behind", async (t) => {
  const root = scratch(t);
  const facts: Gate["facts"] = () => {
    throw new TypeError("no facts");
  };
  await assert.rejects(runRelease(optionsFor(root, 0, { gates: [{ ...GATE, facts }] })), { message: "no facts" });
  assert.equal(existsSync(join(onlyRun(root), "verdict.dsse.json")), false);
  assert.equal(await lastRecord(root, "verdict"), null);
  assert.equal(latestRun(root), null);
});

test("every step is told with its end, in the order in which it ended", async (t) => {
  const { steps } = await runRelease(optionsFor(scratch(t), 0));
  assert.deepEqual(
    steps.map(({ kind, id, ended }) => `${kind} ${id}: ${ended}`),
    ["suite unit: imported", "collector test-results: collected", "gate tests: PASS", "record verdict: PROMOTE"],
  );
  assert.ok(steps.every(({ durationMs }) => durationMs >= 0));
});
