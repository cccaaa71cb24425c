import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { CollectionFailure, Gate, StoredEvidence } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { latestRun } from "./io/run-directory.ts";
import type { RunOptions } from "./options.ts";
import { runRelease } from "./release.ts";
import { replayRun } from "./replay.ts";
import { profileOf } from "./testing.ts";
import { CHECK, GATE, optionsFor } from "./testing-run.ts";

const runFolder = (t: TestContext): string => scratch(t);

test("a sound candidate is promoted, and everything about it is on disk", async (t) => {
  const root = runFolder(t);
  const { judgement, runDirectory, artifacts, key } = await runRelease(optionsFor(root, 0));
  assert.equal(judgement.verdict, "PROMOTE", JSON.stringify(judgement.holdReasons));
  assert.equal(key.isNew, true);
  const names = readdirSync(runDirectory, { recursive: true }).map(String).sort();
  for (const name of [
    "plan.json",
    "judgement.json",
    "verdict.dsse.json",
    "checkpoint.txt",
    "inclusion.json",
    "report.txt",
    join("gates", "tests.json"),
  ]) {
    assert.ok(names.includes(name), name);
  }
  assert.equal(readFileSync(join(runDirectory, "report.txt"), "utf8"), "PROMOTE");
  assert.equal(latestRun(root), runDirectory);
  for (const path of artifacts) assert.ok(existsSync(join(root, path)), path);
  assert.ok(
    artifacts.some((path) => /^reports.audit.tests-\d+-.*\.dsse\.json$/.test(path)),
    artifacts.join(" "),
  );
});

test("a harmed one is held for its reason, and its artifacts are there all the same", async (t) => {
  const root = runFolder(t);
  const { judgement, runDirectory } = await runRelease(optionsFor(root, 2));
  assert.equal(judgement.verdict, "HOLD");
  assert.deepEqual(judgement.holdReasons, [
    { gate: "tests", check: "none-failed", outcome: "fail", code: "some-failed", text: "2 failed" },
  ]);
  assert.ok(existsSync(join(runDirectory, "gates", "tests.json")));
});

test("a collector that crashes holds as an error, with its evidence kept", async (t) => {
  const { judgement, runDirectory } = await runRelease(optionsFor(runFolder(t), new TypeError("boom")));
  assert.equal(judgement.verdict, "HOLD");
  assert.equal(judgement.gates[0]?.checks[0]?.outcome, "error");
  assert.equal(judgement.gates[0]?.verdict, "INCONCLUSIVE");
  assert.ok(readdirSync(join(runDirectory, "evidence")).some((name) => name.startsWith("collection-failure-")));
});

test("judging the stored evidence again gives the same bytes; changed evidence does not", async (t) => {
  const { runDirectory } = await runRelease(optionsFor(runFolder(t), 0));
  const replay = replayRun(runDirectory, [GATE]);
  assert.deepEqual([replay.same, replay.differences, replay.changedGates], [true, [], []]);
  const laxer: Gate = { ...GATE, checks: [{ ...CHECK, definition: { ...CHECK.definition, params: { max: 5 } } }] };
  const again = replayRun(runDirectory, [laxer]);
  assert.equal(again.same, false);
  assert.deepEqual(again.changedGates, ["tests"]);
  assert.deepEqual(again.differences, ["/gates/0/checks/0/params/max"]);
});

test("the second release is compared with the first, out of the ledger", async (t) => {
  const root = runFolder(t);
  const first = await runRelease(optionsFor(root, 0));
  assert.equal(first.judgement.baseline.verdict, null);
  const held = await runRelease(optionsFor(root, 1, { randomBytes: () => new Uint8Array(6).fill(7) }));
  const second = await runRelease(optionsFor(root, 0, { randomBytes: () => new Uint8Array(6).fill(9) }));
  const envelope = readFileSync(join(first.runDirectory, "verdict.dsse.json"), "utf8");
  assert.equal(second.judgement.baseline.verdict, `sha256:${sha256Hex(envelope)}`);
  assert.equal(held.judgement.baseline.verdict, second.judgement.baseline.verdict);
  assert.ok(second.ledger.size > first.ledger.size);
  assert.equal(second.key.isNew, false);
});

test("a run of some gates never promotes", async (t) => {
  const options = optionsFor(runFolder(t), 0);
  const other = { ...GATE, id: "other" };
  const profile = profileOf({
    gates: [
      { id: "tests", blocking: true, checks: {} },
      { id: "other", blocking: true, checks: {} },
    ],
  });
  const config = { ...options.config, profiles: { release: profile } };
  const partial = await runRelease({ ...options, config, gates: [GATE, other], only: ["tests"] });
  assert.equal(partial.judgement.verdict, "HOLD");
  assert.deepEqual(
    partial.judgement.holdReasons.map(({ code }) => code),
    ["partial-run"],
  );
});

test("an interrupted run keeps its evidence, records it, and gives no verdict", async (t) => {
  const root = runFolder(t);
  const abort = new AbortController();
  const onProgress: RunOptions["onProgress"] = ({ type, kind }) => {
    if (type === "started" && kind === "collector") abort.abort();
  };
  await assert.rejects(runRelease(optionsFor(root, 0, { signal: abort.signal, onProgress })), {
    code: "HP-RUN-INTERRUPTED",
  });
  assert.equal(latestRun(root), null);
  const [run = ""] = readdirSync(join(root, ".holdpoint", "runs"));
  const files = readdirSync(join(root, ".holdpoint", "runs", run, "evidence"));
  const bodies = files.map(
    (file) =>
      JSON.parse(
        readFileSync(join(root, ".holdpoint", "runs", run, "evidence", file), "utf8"),
      ) as StoredEvidence["evidence"],
  );
  assert.ok(bodies.some(({ body }) => (body as CollectionFailure).code === "HP-RUN-INTERRUPTED"));
  assert.equal(existsSync(join(root, ".holdpoint", "ledger.db-wal")), false);
});

test("two runs at once both end, and the ledger holds both", async (t) => {
  const root = runFolder(t);
  const both = await Promise.all([
    runRelease(optionsFor(root, 0)),
    runRelease(optionsFor(root, 1, { randomBytes: () => new Uint8Array(6).fill(200) })),
  ]);
  assert.deepEqual(
    both.map(({ judgement }) => judgement.verdict),
    ["PROMOTE", "HOLD"],
  );
  for (const { runDirectory } of both) assert.ok(existsSync(join(runDirectory, "verdict.dsse.json")));
});
