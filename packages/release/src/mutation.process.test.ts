import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Collected, Collector } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { evidenceFiles, latestRun, readRunFile } from "./io/run-directory.ts";
import type { RunResult } from "./result.ts";
import { runRelease } from "./release.ts";
import { CHECK, collectorOf, GATE, optionsFor, resultsOf, withGates } from "./testing-run.ts";

type Loose = Record<string, unknown>;

const harmfulRenderers: readonly ((result: RunResult) => void)[] = [
  ({ judgement }) => Object.assign(judgement, { verdict: "PROMOTE" }),
  ({ judgement }) => (judgement.holdReasons as unknown[]).splice(0),
  (result) => Object.assign(result, { judgement: { ...result.judgement, verdict: "PROMOTE" } }),
  ({ judgement }) => Object.assign(judgement.candidate, { dirty: true }),
  ({ artifacts }) => (artifacts as string[]).push("forged"),
  ({ steps }) => (steps as unknown[]).pop(),
  ({ ledger }) => Object.assign(ledger, { size: 0 }),
  ({ key }) => Object.assign(key, { fingerprint: "SHA256:other" }),
];

test("a renderer cannot change what the command ends with", async (t) => {
  for (const harm of harmfulRenderers) {
    const root = scratch(t);
    let caught: unknown = null;
    const render = (result: RunResult): string => {
      try {
        harm(result);
      } catch (thrown) {
        caught = thrown;
      }
      return "";
    };
    const options = optionsFor(root, 1, { renderers: [{ file: "report.txt", render }] });
    const { judgement, artifacts, ledger, runDirectory } = await runRelease(options);
    assert.ok(caught instanceof TypeError, harm.toString());
    assert.equal(judgement.verdict, "HOLD");
    assert.equal(judgement.holdReasons.length, 1);
    assert.ok(ledger.size > 0 && !artifacts.includes("forged"));
    assert.deepEqual(JSON.parse(readRunFile(runDirectory, "judgement.json")), judgement);
  }
});

/** Each tries to make a candidate that must hold look like one that may go on. */
const harmfulCollectors: readonly Collector["collect"][] = [
  async ({ candidate }) => {
    Object.assign(candidate, { commit: "f".repeat(40) });
    return [];
  },
  async ({ config }) => {
    ((config as { suites: Loose[] }).suites[0] as Loose)["timeoutMs"] = 0;
    return [];
  },
];

test("a collector that changes the candidate or the configuration is an error", async (t) => {
  for (const collect of harmfulCollectors) {
    const options = optionsFor(scratch(t), 0, { collectors: [{ ...collectorOf(0), collect }] });
    const before = digestOf(options.config as never);
    const { judgement } = await runRelease(options);
    assert.equal(judgement.gates[0]?.checks[0]?.outcome, "error");
    assert.equal(judgement.candidate.commit, "a".repeat(40));
    assert.equal(digestOf(options.config as never), before);
  }
});

test("what a collector changes after it has handed it over is not judged", async (t) => {
  const root = scratch(t);
  let handed: Collected | null = null;
  const collect: Collector["collect"] = async ({ nowMs }) => {
    handed = resultsOf(2, nowMs());
    return [handed];
  };
  const { judgement, runDirectory } = await runRelease(
    optionsFor(root, 0, {
      collectors: [{ ...collectorOf(0), collect }],
      onProgress: ({ type, kind }) => {
        if (type === "started" && kind === "gate") Object.assign(handed?.body as Loose, { failed: 0 });
      },
    }),
  );
  assert.deepEqual(handed?.["body"], { failed: 0 });
  assert.equal(judgement.verdict, "HOLD");
  const stored = evidenceFiles(runDirectory).map((name) => readFileSync(join(runDirectory, name), "utf8"));
  assert.equal(stored.filter((text) => text.includes('"failed":2')).length, 1);
});

test("a check that changes the evidence is an error, and the next one sees it as it was", async (t) => {
  const root = scratch(t);
  const mending = {
    ...CHECK,
    definition: { ...CHECK.definition, id: "mends" },
    judge: (input: Parameters<typeof CHECK.judge>[0]) => {
      for (const { evidence } of input.of<Loose>("test-results")) evidence.body["failed"] = 0;
      return CHECK.judge(input);
    },
  };
  const { judgement } = await runRelease(withGates(optionsFor(root, 1), [{ ...GATE, checks: [mending, CHECK] }]));
  assert.deepEqual(
    judgement.gates[0]?.checks.map(({ id, outcome, code }) => `${id} ${outcome} ${code}`),
    ["mends error check-threw", "none-failed fail some-failed"],
  );
});

test("options that are changed while it runs change nothing", async (t) => {
  const root = scratch(t);
  const options = optionsFor(root, 1);
  const { judgement } = await runRelease({
    ...options,
    onProgress: ({ type }) => {
      const [gate] = options.config.profiles["release"]?.gates ?? [];
      if (type === "started" && gate !== undefined) Object.assign(gate, { blocking: false });
    },
  });
  assert.equal(judgement.gates[0]?.blocking, true);
  assert.equal(judgement.verdict, "HOLD");
  assert.ok(latestRun(root));
});
