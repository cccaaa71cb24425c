import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readExposition, sampleValue, sha256Hex } from "@holdpoint/core";
import type { DeltaReport, SoakComparison } from "@holdpoint/drills";
import { driveSoak } from "@holdpoint/drills";
import { commitAll, gitRepository } from "@holdpoint/testkit";
import type { Ending } from "@holdpoint/testkit";
import { readSoak } from "../soak/read-soak.ts";
import { fakeHost, ran } from "../testing.ts";

const RUNS = ".holdpoint/soak";
const LONG = { timeout: 120_000 };
const GROUND = { text: (file: string): string => assert.fail(`nothing reads ${file}`) };

/** A target whose latency is 1200 / pool.size, unless the environment says otherwise. */
const ITERATE = `
const fs = require("node:fs");
const { pool } = JSON.parse(fs.readFileSync("overrides.json", "utf8"));
fs.writeFileSync(process.env.SUMMARY_FILE, JSON.stringify({ p95: 1200 / pool.size }));
`;

const plan = (id: string, more = ""): string => `version: 1
id: ${id}
target: { run: ["${process.execPath}", ./iterate.cjs], timeout: 30s }
iterations: 4
phases: { warmUp: 2 }
kpis:
  - { id: p95, select: { summary: p95 }, strict: "<= 400", aggregate: max, window: 4, unit: ms }
parameters:
  - { path: pool.size, type: integer, min: 1, max: 10, step: 2, subsystem: rebid }
rules:
  - { id: slow, kpi: p95, when: "> 400", parameter: pool.size, delta: 1, expect: fall }
guards: { debounce: { open: 0s, close: 0s } }
applier: { file: overrides.json }
${more}`;

const POOL = '{ "pool": { "size": 2 } }\n';

function repository(t: Ending): string {
  const root = gitRepository(t, { "README.md": "pool\n", "iterate.cjs": ITERATE, "overrides.json": POOL });
  commitAll(root, "pool");
  return root;
}

/** Runs a soak below the verb, so that nothing but the stored run is left. */
async function stored(root: string, text: string, tune = true): Promise<string> {
  writeFileSync(join(root, "overrides.json"), POOL);
  const driven = await driveSoak(readSoak(new TextEncoder().encode(text), "soak.yaml", GROUND), {
    root,
    soaks: join(root, RUNS),
    locks: join(root, "locks"),
    version: "0.0.0",
    candidate: { commit: "c".repeat(40), tree: "d".repeat(40), dirty: false },
    tune,
    signal: new AbortController().signal,
    environment: {},
    record: async () => undefined,
  });
  driven.publish();
  return driven.folder;
}

async function json<T>(root: string, ...args: string[]): Promise<{ exit: number; told: T }> {
  const { exit, stdout } = await ran(fakeHost(root), ...args, "--json");
  return { exit, told: JSON.parse(stdout) as T };
}
type Problem = { code: string; message?: string };

test("the only soak is meant where none is named; of two, one has to be", LONG, async (t) => {
  const root = repository(t);
  await stored(root, plan("pool"));
  const only = await json<DeltaReport>(root, "soak", "verify", "--strict");
  assert.deepEqual([only.exit, only.told.id, only.told.deltas.fullApplyRatio], [0, "pool", 1]);
  await stored(root, plan("other"));
  const { exit, told } = await json<Problem>(root, "soak", "verify");
  assert.deepEqual([exit, told.code], [2, "HP-USAGE"]);
  for (const verb of [["soak", "verify"], ["soak", "report"], ["metrics"]]) {
    const { stdout, stderr } = await ran(fakeHost(root), ...verb);
    assert.match(stdout + stderr, /several soaks: other, pool/, verb.join(" "));
  }
  assert.equal((await json<DeltaReport>(root, "soak", "verify", "other")).told.id, "other");
  assert.equal((await json(root, "metrics", "--path", "other")).exit, 0);
});

test("a run is meant by its folder, its soak's folder, latest in it, and by its name", LONG, async (t) => {
  const root = repository(t);
  const folder = await stored(root, plan("pool"));
  const run = folder.split("/").at(-1);
  for (const given of [folder, `${RUNS}/pool`, `${RUNS}/pool/latest`, `${RUNS}/pool/${run}`, "pool"]) {
    const { exit, told } = await json<DeltaReport>(root, "soak", "verify", given);
    assert.deepEqual([exit, told.run], [0, run], given);
  }
  for (const given of ["nowhere", "../outside", `${RUNS}/pool/RUN_1`, "iterate.cjs"]) {
    assert.equal((await json(root, "soak", "verify", given)).exit, 3, given);
  }
});

test("latest that is gone, or points to nothing, is no run", LONG, async (t) => {
  const root = repository(t);
  const folder = await stored(root, plan("pool"));
  const latest = join(root, RUNS, "pool", "latest");
  rmSync(latest);
  assert.equal((await json(root, "soak", "verify", "pool")).exit, 3);
  assert.equal((await json(root, "soak", "verify", folder)).exit, 0, "the run itself is there");
  symlinkSync("RUN_1", latest);
  assert.equal((await json(root, "soak", "verify", "pool")).exit, 3);
});

test("untuned against tuned is better, the other way round worse, and to itself the same", LONG, async (t) => {
  const root = repository(t);
  const before = await stored(root, plan("pool"), false);
  const after = await stored(root, plan("pool"));
  const compare = async (a: string, b: string): Promise<readonly [number, string | undefined]> => {
    const { exit, told } = await json<SoakComparison>(root, "soak", "compare", a, b);
    return [exit, told.kpis[0]?.verdict];
  };
  assert.deepEqual(await compare(before, after), [0, "better"]);
  assert.deepEqual(await compare(after, before), [1, "worse"]);
  assert.deepEqual(await compare(after, after), [0, "same"]);
  const { stdout } = await ran(fakeHost(root), "soak", "compare", before, after);
  assert.match(stdout, /\| p95 \| 600 ms \| 400 ms \| -200 ms \(-33\.3 %\) \| -1 \| better \|/);
});

test("other soaks are refused as no comparison, and what is missing before they are", LONG, async (t) => {
  const root = repository(t);
  const [a, b] = [await stored(root, plan("pool")), await stored(root, plan("other", "synthetic: true\n"))];
  const { exit, told } = await json<Problem>(root, "soak", "compare", a, b);
  assert.deepEqual([exit, told.code], [2, "HP-SOAK-NOT-COMPARABLE"]);
  const anyway = await json<SoakComparison>(root, "soak", "compare", "--anyway", a, b);
  assert.deepEqual(anyway.told.differences, [
    "they are different soaks",
    "their plans differ",
    "one of them is synthetic",
  ]);
  assert.equal((await json(root, "soak", "compare", "--anyway", a, "nowhere")).exit, 3);
  assert.equal((await json(root, "soak", "compare", a)).exit, 2, "one run is compared with nothing");
});

test("a verification says of each delta that was not there what was there instead", LONG, async (t) => {
  const root = repository(t);
  await stored(root, plan("pool").replaceAll("pool.size", "pool.sise"));
  const { exit, stdout } = await ran(fakeHost(root), "soak", "verify");
  assert.equal(exit, 3, "nothing was attempted");
  assert.match(stdout, /^pool RUN_\d+: inconclusive: no delta was attempted/);
  assert.match(stdout, /^ {2}pool\.sise leads to nothing in the target's configuration$/m);
});

test("metrics stand alone on the standard output, and go where they are told to", LONG, async (t) => {
  const root = repository(t);
  const folder = await stored(root, plan("pool"));
  const { stdout } = await ran(fakeHost(root), "metrics");
  const page = readExposition(`${stdout.trimEnd()}\n`, { atMs: 0 });
  assert.deepEqual(page.faults, []);
  assert.deepEqual([sampleValue(page, "pool_size"), sampleValue(page, "p95")], [3, 400]);
  const { told } = await json<{ run: string; output: string | null; text: string }>(root, "metrics");
  assert.deepEqual([told.run, told.output], [folder.split("/").at(-1), null]);
  assert.equal(told.text, readFileSync(join(folder, "metrics.prom"), "utf8"));
  const written = await ran(fakeHost(root), "metrics", "--output", "deep/er/metrics.prom");
  assert.equal(written.stdout.trimEnd(), "Written: deep/er/metrics.prom");
  assert.equal(readFileSync(join(root, "deep/er/metrics.prom"), "utf8"), told.text);
});

test("an untuned run has no series of deltas, and a run with a gap at its end no value", LONG, async (t) => {
  const root = repository(t);
  const gap = 'fs.writeFileSync(process.env.SUMMARY_FILE, process.env.ITERATION === "6" ? "{}" : \'{"p95":1}\');';
  writeFileSync(join(root, "iterate.cjs"), `const fs = require("node:fs");\n${gap}\n`);
  await stored(root, plan("pool"), false);
  const { stdout } = await ran(fakeHost(root), "metrics");
  assert.doesNotMatch(stdout, /^(soak_deltas|delta_nested|soak_full_apply|p95)/m);
  assert.match(stdout, /^soak_iterations_total\{phase="steady"\} 4$/m);
});

test("a report that another version wrote is told by its name, and is not taken for a broken run", LONG, async (t) => {
  const root = repository(t);
  const folder = await stored(root, plan("pool"));
  const change = (name: string, by: (text: string) => string): string => {
    const text = by(readFileSync(join(folder, name), "utf8"));
    writeFileSync(join(folder, name), text);
    return text;
  };
  const old = readFileSync(join(folder, "AUDIT.md"), "utf8");
  const other = change("AUDIT.md", (text) => text.replace("Audit", "audit"));
  assert.equal(other.length, old.length);
  change("manifest.json", (text) => text.replace(sha256Hex(old), sha256Hex(other)));
  const { exit, stdout } = await ran(fakeHost(root), "soak", "report");
  assert.equal(exit, 1);
  assert.match(stdout, /\nNot what was stored \(0\.0\.0 wrote it\): AUDIT\.md\n?$/);
  const { told } = await json<{ files: { path: string; same: boolean }[] }>(root, "soak", "report");
  assert.deepEqual(
    told.files.filter(({ same }) => !same).map(({ path }) => path),
    ["AUDIT.md"],
  );
});

test("a report shows what a person reads, changes nothing, and is written where it is asked for", LONG, async (t) => {
  const root = repository(t);
  const folder = await stored(root, plan("pool"));
  const before = readdirSync(folder);
  const shown = await ran(fakeHost(root), "soak", "report");
  assert.equal(shown.exit, 0);
  assert.match(shown.stdout, /# Snapshot: pool[^]*# Recommendations: pool[^]*# Failures: pool/);
  assert.doesNotMatch(shown.stdout, /# Audit|Not what was stored/);
  assert.deepEqual(readdirSync(folder), before, "nothing is written into the run");
  assert.equal(existsSync(join(root, "out")), false);
  await ran(fakeHost(root), "soak", "report", "--output", "out");
  assert.equal(readdirSync(join(root, "out")).length, 10);
});
