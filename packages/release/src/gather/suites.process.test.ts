import assert from "node:assert/strict";
import { join } from "node:path";
import { existsSync } from "node:fs";
import { test } from "node:test";
import type { CollectionFailure, StoredEvidence, SuiteConfig, SuiteRunBody } from "@holdpoint/core";
import { COLLECTION_FAILURE } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { ProgressEvent } from "../result.ts";
import { collectTerms, configOf, suiteOf } from "../testing.ts";
import type { MergedShards } from "../shards/shard.ts";
import { gatherSuites } from "./suites.ts";

interface Gathered {
  readonly evidence: readonly StoredEvidence[];
  readonly kept: readonly StoredEvidence[];
  readonly ended: readonly string[];
}

async function gathered(
  root: string,
  suites: readonly SuiteConfig[],
  patch: {
    runCommands?: boolean;
    merged?: MergedShards;
    signal?: AbortSignal;
    onProgress?: (event: ProgressEvent) => void;
  } = {},
): Promise<Gathered> {
  const kept: StoredEvidence[] = [];
  const ended: string[] = [];
  const terms = collectTerms(root, {
    config: configOf({ suites }),
    keep: (evidence) => kept.push(evidence),
    ...(patch.signal === undefined ? {} : { signal: patch.signal }),
    onProgress: (event) => {
      if (event.type === "ended") ended.push(`${event.id}: ${event.ended}`);
      patch.onProgress?.(event);
    },
  });
  const environment = { PATH: process.env["PATH"] };
  const evidence = await gatherSuites({
    ...terms,
    environment,
    runCommands: patch.runCommands ?? true,
    merged: patch.merged ?? null,
  });
  return { evidence, kept, ended };
}

function bodyOf<Body>(stored: StoredEvidence | undefined): Body {
  assert.ok(stored);
  return stored.evidence.body as Body;
}
const node = (source: string): string[] => [process.execPath, "-e", source];
const suite = (id: string, source: string, patch: Partial<SuiteConfig> = {}): SuiteConfig =>
  suiteOf({ id, run: node(source), ...patch });

test("suites run one after the other, and each leaves evidence at once", async (t) => {
  const root = scratch(t);
  const { evidence, kept, ended } = await gathered(root, [
    suite("first", "fs.writeFileSync('one','')"),
    suite("second", "process.exit(fs.existsSync('one') ? 4 : 0)"),
    suite("unjudged", "fs.writeFileSync('two','')", { judged: false }),
  ]);
  assert.deepEqual(ended, ["first: exit 0", "second: exit 4"]);
  assert.deepEqual(kept, evidence);
  assert.equal(existsSync(join(root, "two")), false);
});

test("one that cannot be started leaves evidence of that, and the next one runs", async (t) => {
  const { evidence, ended } = await gathered(scratch(t), [
    suiteOf({ id: "absent", run: ["no-such-program-here"] }),
    suiteOf({ id: "nameless", run: [""] }),
    suiteOf({ id: "nul", run: [process.execPath, "a\0b"] }),
    suite("sound", ""),
  ]);
  assert.deepEqual(ended, ["absent: failed", "nameless: failed", "nul: failed", "sound: exit 0"]);
  for (const failed of evidence.slice(0, 3)) {
    assert.equal(failed.evidence.kind, COLLECTION_FAILURE);
    const { of, outcome, code } = bodyOf<CollectionFailure>(failed);
    assert.deepEqual([of, outcome, code], ["suite-run", "error", "HP-RUN-SUITE-NOT-STARTED"]);
  }
  assert.equal(bodyOf<SuiteRunBody>(evidence[3]).exitCode, 0);
});

test("one over its time says so", async (t) => {
  const { evidence, ended } = await gathered(scratch(t), [
    suite("slow", "setInterval(() => {}, 1000)", { timeoutMs: 300 }),
  ]);
  assert.deepEqual(ended, ["slow: timed out after 300 ms"]);
  const { timedOut, exitCode, signal } = bodyOf<SuiteRunBody>(evidence[0]);
  assert.deepEqual([timedOut, exitCode, signal], [true, null, "SIGTERM"]);
});

test("an interruption ends the suite that runs, and those after it never begin", async (t) => {
  const root = scratch(t);
  const abort = new AbortController();
  const { evidence, kept } = await gathered(
    root,
    [suite("running", "setInterval(() => {}, 1000)"), suite("next", "fs.writeFileSync('next','')")],
    {
      signal: abort.signal,
      onProgress: ({ type }) => void (type === "started" && setTimeout(() => abort.abort(), 100)),
    },
  );
  assert.equal(kept.length, 2);
  for (const stored of evidence) {
    assert.equal(bodyOf<CollectionFailure>(stored).code, "HP-RUN-INTERRUPTED");
  }
  assert.equal(existsSync(join(root, "next")), false);
});

test("without commands every suite is imported, and nothing is run", async (t) => {
  const root = scratch(t);
  const { evidence, ended } = await gathered(root, [suite("a", "fs.writeFileSync('ran','')")], { runCommands: false });
  assert.deepEqual(ended, ["a: imported"]);
  const { argv, exitCode, reports } = bodyOf<SuiteRunBody>(evidence[0]);
  assert.deepEqual([argv, exitCode, reports], [[], null, []]);
  assert.equal(existsSync(join(root, "ran")), false);
});

test("two suites of one name are two pieces of evidence; neither hides the other", async (t) => {
  const { evidence } = await gathered(scratch(t), [suite("twin", "process.exit(1)"), suite("twin", "")]);
  assert.deepEqual(
    evidence.map((stored) => bodyOf<SuiteRunBody>(stored).exitCode),
    [1, 0],
  );
  assert.equal(new Set(evidence.map(({ digest }) => digest)).size, 2);
});

test("one that writes nothing says which reports are absent; an old report is not fresh", async (t) => {
  const root = scratch(t, { "old.xml": "<testsuite/>" });
  const { evidence } = await gathered(root, [suite("idle", "", { results: ["old.xml", "new-*.xml"] })]);
  assert.deepEqual(
    bodyOf<SuiteRunBody>(evidence[0]).reports.map(({ path, fresh, sha256 }) => [path, fresh, sha256 === null]),
    [
      ["old.xml", false, false],
      ["new-*.xml", false, true],
    ],
  );
  assert.deepEqual(
    evidence[0]?.evidence.inputs.map(({ name }) => name),
    ["old.xml"],
  );
});
