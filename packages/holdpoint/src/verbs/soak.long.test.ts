import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { DeltaReport, SoakComparison } from "@holdpoint/drills";
import { commitAll, gitRepository } from "@holdpoint/testkit";
import type { Ending } from "@holdpoint/testkit";
import type { SoakBody } from "@holdpoint/core";
import { readExposition, sampleValue, validateExposition } from "@holdpoint/core";
import { fakeHost, ran } from "../testing.ts";

const EXAMPLE = fileURLToPath(new URL("../../../../examples/market-maker", import.meta.url));
const BIN = fileURLToPath(new URL("../../bin/holdpoint.js", import.meta.url));
const PLAN = "market/soak.yaml";
const RUNS = ".holdpoint/soak/market-maker";
const LONG = { timeout: 120_000 };

/** A repository that has the example in it and nothing else. */
function repository(t: Ending, change: (yaml: string) => string = (yaml) => yaml): string {
  const root = gitRepository(t, { "README.md": "market\n" });
  cpSync(EXAMPLE, join(root, "market"), { recursive: true, filter: (path) => !path.endsWith(".state") });
  writeFileSync(join(root, PLAN), change(readFileSync(join(root, PLAN), "utf8")));
  commitAll(root, "market");
  return root;
}

const json = async <T>(root: string, ...args: string[]): Promise<{ exit: number; told: T }> => {
  const { exit, stdout } = await ran(fakeHost(root), ...args, "--json");
  return { exit, told: JSON.parse(stdout) as T };
};

const soak = (root: string, ...args: string[]) =>
  json<{
    outcome: string;
    folder: string;
    soak: Pick<SoakBody, "replay" | "synthetic" | "kpis" | "iterations" | "planned">;
  }>(root, "soak", "run", ...args, PLAN);

/** The simulation is told by its environment: its seed, and a knob that lies. */
async function withVariable<T>(name: string, value: string, act: () => Promise<T>): Promise<T> {
  process.env[name] = value;
  try {
    return await act();
  } finally {
    delete process.env[name];
  }
}

test("the example fails as it is, and tuned it holds over eight steady iterations", LONG, async (t) => {
  const root = repository(t);
  const untuned = await soak(root, "--iterations", "8");
  assert.deepEqual([untuned.exit, untuned.told.outcome], [1, "fail"]);
  assert.equal((await json(root, "soak", "verify")).exit, 3, "nothing attempted proves nothing");

  const tuned = await soak(root, "--iterations", "8", "--auto-tune", "--run-isolated");
  assert.deepEqual([tuned.exit, tuned.told.outcome], [0, "pass"]);
  assert.deepEqual([tuned.told.soak.replay.agrees, tuned.told.soak.synthetic], [true, true]);
  const { planned, iterations, kpis } = tuned.told.soak;
  const steady = iterations.filter(({ phase }) => phase === "steady").length;
  assert.deepEqual([planned, iterations.length, steady], [12, 12, 8], "eight that are judged, after three and one");
  for (const { id, values } of kpis.strict) assert.equal(values.length, 8, id);
  const verified = await json<DeltaReport>(root, "soak", "verify", "--strict");
  assert.equal(verified.exit, 0);
  assert.ok((verified.told.deltas.fullApplyRatio ?? 0) >= 0.95 && verified.told.deltas.attempted >= 4);
  assert.equal(readlinkSync(join(root, RUNS, "latest")), tuned.told.folder.split("/").at(-1));

  const log = await json<{ records: { kind: string }[] }>(root, "ledger", "log", "--limit", "100");
  const count = (kind: string): number => log.told.records.filter((one) => one.kind === kind).length;
  assert.deepEqual(["soak-began", "soak-iteration", "soak-ended"].map(count), [2, 24, 2]);
  assert.equal((await json(root, "ledger", "verify")).exit, 0);

  const [before = "", after = ""] = readdirSync(join(root, RUNS))
    .filter((name) => name.startsWith("RUN_"))
    .sort();
  const compared = await json<SoakComparison>(root, "soak", "compare", `${RUNS}/${before}`, `${RUNS}/${after}`);
  assert.deepEqual(compared.told.differences, []);
  const verdicts = new Map(compared.told.kpis.map(({ id, verdict }) => [id, verdict]));
  assert.equal(verdicts.get("p95_latency_ms"), "better");
  assert.equal(verdicts.get("risk_ratio"), "worse", "which is what the later rescue costs");
  assert.equal(compared.exit, 1);
  const dirty = await ran(fakeHost(root), "soak", "report", "market-maker");
  assert.equal(dirty.exit, 0);
  assert.match(dirty.stdout, /# Snapshot: market-maker[^]*Set rebid\.per_s to/);
});

test("it converges whatever its seed is", LONG, async (t) => {
  const root = repository(t);
  for (const seed of ["1", "3"]) {
    const { exit, told } = await withVariable("MARKET_SEED", seed, () => soak(root, "--auto-tune"));
    assert.deepEqual([exit, told.outcome, told.soak.replay.agrees], [0, "pass", true], seed);
    const changed = told.soak.iterations.filter(({ tuning }) => tuning.applied).map(({ iteration }) => iteration);
    assert.ok(changed.length >= 4 && changed.length <= 8, `changed in ${changed.join()}`);
    assert.ok((changed.at(-1) ?? 99) <= 10, "and then it is left alone");
  }
});

test("a run that shares its folder is refused with the reason", LONG, async (t) => {
  const root = repository(t);
  const { exit, told } = await json<{ code: string; detail: string }>(root, "soak", "run", "--no-run-isolated", PLAN);
  assert.deepEqual([exit, told.code], [2, "HP-USAGE"]);
  assert.match(told.detail, /every run has a folder of its own/);
  assert.ok(!existsSync(join(root, RUNS)));
});

const GATED = `version: 1
service: market
soak:
  - { id: market-maker }
profiles:
  release:
    gates: { soak-kpi: {} }
    firstRelease: allow
`;

test(
  "a blocking gate refuses a simulation, a run of another commit and no run at all, each by its name",
  LONG,
  async (t) => {
    const root = repository(t);
    const gate = async (): Promise<string> => (await ran(fakeHost(root), "check", "soak-kpi")).stdout;
    const change = (file: string, text: string): void => {
      writeFileSync(join(root, file), text);
      commitAll(root, file);
    };
    change("holdpoint.yaml", GATED);
    assert.match(await gate(), /INCONCLUSIVE[^]*HP-READ-ABSENT/);
    assert.equal((await soak(root, "--iterations", "4", "--auto-tune")).exit, 0);
    assert.match(await gate(), /INCONCLUSIVE[^]*evidence-synthetic/);
    change(PLAN, readFileSync(join(root, PLAN), "utf8").replace("synthetic: true", "synthetic: false"));
    assert.match(await gate(), /INCONCLUSIVE[^]*HP-SOAK-FOREIGN/);
    assert.equal((await soak(root, "--iterations", "4", "--auto-tune")).exit, 0);
    assert.match(await gate(), /^PASS +soak-kpi/m, "were it a real target, it would pass");
    appendFileSync(join(root, RUNS, "latest", "soak.json"), "\n");
    assert.match(await gate(), /INCONCLUSIVE[^]*HP-SOAK-BROKEN/);
  },
);

test("reports are made again byte for byte, and a run that was changed is not believed", LONG, async (t) => {
  const root = repository(t);
  await soak(root, "--iterations", "6", "--auto-tune");
  const { exit, told } = await json<{ files: { path: string; same: boolean }[] }>(
    root,
    "soak",
    "report",
    "--output",
    "out",
  );
  assert.equal(exit, 0);
  assert.equal(told.files.length, 10);
  for (const { path, same } of told.files) {
    assert.ok(same, path);
    assert.equal(readFileSync(join(root, "out", path), "utf8"), readFileSync(join(root, RUNS, "latest", path), "utf8"));
  }
  appendFileSync(join(root, RUNS, "latest", "ITER_SUMMARY_2.json"), " ");
  for (const verb of [["verify"], ["report"], ["compare", RUNS, RUNS]]) {
    const { exit: broken, told: problem } = await json<{ code: string }>(root, "soak", ...verb);
    assert.deepEqual([broken, problem.code], [3, "HP-SOAK-BROKEN"], verb[0]);
  }
});

test("the metrics of a run have the names that dashboards ask for", LONG, async (t) => {
  const root = repository(t);
  await soak(root, "--auto-tune");
  const { exit, stdout } = await ran(fakeHost(root), "metrics");
  assert.equal(exit, 0);
  const page = readExposition(`${stdout.trimEnd()}\n`, { atMs: 0 });
  assert.deepEqual(
    validateExposition([page]).filter(({ severity }) => severity === "error"),
    [],
  );
  assert.ok((sampleValue(page, "maker_taker_ratio_hmean", { window: "8" }) ?? 0) >= 0.83);
  assert.equal(sampleValue(page, "latency_spread_add_bps"), 0);
  assert.equal(sampleValue(page, "partial_freeze_active"), 0);
  assert.equal(sampleValue(page, "delta_nested_miss_paths_total"), 0);
  assert.ok((sampleValue(page, "maker_share_pct") ?? 0) > 80);
  await ran(fakeHost(root), "metrics", "--path", `${RUNS}/latest`, "--output", "out/metrics.prom");
  const open = readExposition((await ran(fakeHost(root), "metrics", "--format", "openmetrics")).stdout, { atMs: 0 });
  const wrong = validateExposition([open]).filter(({ severity }) => severity === "error");
  assert.deepEqual([open.format, wrong], ["openmetrics", []]);
  assert.equal(
    readFileSync(join(root, "out/metrics.prom"), "utf8"),
    readFileSync(join(root, RUNS, "latest/metrics.prom"), "utf8"),
  );
});

for (const [knob, exit, failure] of [
  ["dead", 0, "no-effect"],
  ["clamped", 1, "delta-not-applied"],
  ["inverted", 0, "opposite-effect"],
] as const) {
  test(`a ${knob} knob is caught for its reason`, LONG, async (t) => {
    const root = repository(t);
    const { exit: ended } = await withVariable("MARKET_KNOB", knob, () =>
      soak(root, "--iterations", "4", "--auto-tune"),
    );
    assert.equal(ended, 1, "its KPI cannot be reached");
    assert.match(readFileSync(join(root, RUNS, "latest", "FAILURES.md"), "utf8"), new RegExp(failure));
    assert.equal((await json(root, "soak", "verify", "--strict")).exit, exit);
  });
}

test("a path that leads nowhere is missed, counted and never 1.0", LONG, async (t) => {
  const root = repository(t, (yaml) => yaml.replaceAll("rebid.per_s", "rebid.per_sec"));
  await soak(root, "--iterations", "6", "--auto-tune");
  const { told } = await json<DeltaReport>(root, "soak", "verify");
  assert.deepEqual(told.deltas.nestedMissPaths, ["rebid.per_sec"]);
});

test("the metrics are served while it runs, on this machine alone", LONG, async (t) => {
  const root = repository(t);
  const seen: number[] = [];
  const stderr = {
    columns: 80,
    isTerminal: true,
    write: (text: string) => {
      const url = /http:\S+\/metrics/.exec(text)?.[0];
      if (url === undefined) return;
      const look = async (): Promise<void> => {
        for (let tries = 0; tries < 100 && seen.length === 0; tries += 1) {
          const page = await fetch(url).then((answer) => answer.text());
          const value = sampleValue(readExposition(page, { atMs: 0 }), "soak_iterations_planned");
          if (value !== null) seen.push(value);
          await delay(20);
        }
      };
      void look().catch(() => undefined);
    },
  };
  const { exit } = await ran(fakeHost(root, { stderr }), "soak", "run", "--metrics", "127.0.0.1:0", "--soft", PLAN);
  assert.equal(exit, 1);
  assert.deepEqual(seen, [12]);
  const { exit: refused } = await ran(fakeHost(root), "soak", "run", "--metrics", "0.0.0.0:9464", PLAN);
  assert.equal(refused, 2);
});

test("SIGINT ends a soak with 3 and what there is", { ...LONG, skip: process.platform === "win32" }, async (t) => {
  const root = repository(t, (yaml) => yaml.replace("iterations: 8", "iterations: 8\nsettle: 500ms"));
  const child = spawn(process.execPath, [BIN, "soak", "run", "--json", PLAN], {
    cwd: root,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => void (stdout += part));
  const first = (): boolean =>
    existsSync(join(root, RUNS)) &&
    readdirSync(join(root, RUNS)).some((run) => existsSync(join(root, RUNS, run, "ITER_SUMMARY_1.json")));
  for (let tries = 0; tries < 1000 && !first(); tries += 1) await delay(20);
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number];
  assert.equal(code, 3);
  const { soak: body } = JSON.parse(stdout) as { soak: { aborted: string; iterations: unknown[] } };
  assert.match(body.aborted, /^interrupted in iteration \d+$/);
  assert.ok(body.iterations.length >= 1 && body.iterations.length < 12);
  assert.ok(existsSync(join(root, RUNS, "latest", "SNAPSHOT.md")));
});

test("what was typed wrong is usage; what is not there is said", LONG, async (t) => {
  const root = repository(t);
  for (const args of [
    ["run", "--iterations", "0", PLAN],
    ["run", "--iterations", "x", PLAN],
    ["run"],
    ["run", "nowhere.yaml"],
  ])
    assert.equal((await json(root, "soak", ...args)).exit, 2, args.join(" "));
  for (const args of [["verify"], ["verify", "market-maker"], ["report", "./nowhere"]])
    assert.equal((await json(root, "soak", ...args)).exit, 3, args.join(" "));
  assert.equal((await json(root, "metrics")).exit, 3);
});

test("runs of other plans are compared only when it is asked for", LONG, async (t) => {
  const root = repository(t);
  const [a, b] = [
    (await soak(root, "--iterations", "6")).told.folder,
    (await soak(root, "--iterations", "7")).told.folder,
  ];
  const { exit, told } = await json<{ code: string }>(root, "soak", "compare", a, b);
  assert.deepEqual([exit, told.code], [2, "HP-SOAK-NOT-COMPARABLE"]);
  const anyway = await json<SoakComparison>(root, "soak", "compare", "--anyway", a, b);
  assert.deepEqual([anyway.exit, anyway.told.kpis.length], [3, 5]);
  rmSync(join(root, a), { recursive: true });
});
