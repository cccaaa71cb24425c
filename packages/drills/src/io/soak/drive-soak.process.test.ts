import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { LoadPlan, SoakIteration, SoakPlan } from "@holdpoint/core";
import { kpiOf, scratch } from "@holdpoint/testkit";
import { soakPlanOf } from "../../soak/testing-soak.ts";
import type { DrivenSoak, SoakTerms } from "./drive-soak.ts";
import { driveSoak } from "./drive-soak.ts";
import { lockTargets } from "./target-lock.ts";
import { pauseFor, soakClock } from "./soak-clock.ts";

const POOL = "JSON.parse(require('node:fs').readFileSync('overrides.json')).pool.size";
const WRITE = "require('node:fs').writeFileSync(process.env.SUMMARY_FILE, ";
const RUN = ["node", "-e", `${WRITE}JSON.stringify({ p95: 1200 / ${POOL} }))`];
const FACTS = { commit: "a".repeat(40), tree: "b".repeat(40), dirty: false };

interface Driven {
  readonly driven: DrivenSoak;
  readonly recorded: readonly SoakIteration[];
  readonly root: string;
}

async function drive(root: string, changes: Partial<SoakPlan>, terms: Partial<SoakTerms> = {}): Promise<Driven> {
  const recorded: SoakIteration[] = [];
  const plan = soakPlanOf({ settleMs: 0, target: { kind: "command", run: RUN, timeoutMs: 20_000 }, ...changes });
  const driven = await driveSoak(plan, {
    root,
    soaks: join(root, ".holdpoint", "soak"),
    locks: join(root, "locks"),
    version: "0.1.0",
    candidate: FACTS,
    tune: true,
    signal: new AbortController().signal,
    environment: {},
    record: async (iteration, run) => {
      const file = join(root, ".holdpoint", "soak", "pool", run, `ITER_SUMMARY_${iteration.iteration}.json`);
      assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), iteration, "it is on disk before it is recorded");
      recorded.push(iteration);
    },
    ...terms,
  });
  return { driven, recorded, root };
}

test("a soak of a command is tuned through its file and leaves a whole run behind", { timeout: 60_000 }, async (t) => {
  const root = scratch(t, { "overrides.json": '{ "pool": { "size": 2 }, "other": 1.0 }\n' });
  const told: number[] = [];
  const onIteration: SoakTerms["onIteration"] = (_, { parameters }) => void told.push(Number(parameters["pool.size"]));
  const { driven, recorded } = await drive(
    root,
    { iterations: 6, phases: { warmUp: 2, rampDown: 0 } },
    { onIteration },
  );
  assert.equal(readFileSync(join(root, "overrides.json"), "utf8"), '{ "pool": { "size": 4 }, "other": 1.0 }\n');
  assert.deepEqual(
    recorded.map(({ values }) => values["p95"]),
    [600, 400, 300, 300, 300, 300],
  );
  assert.deepEqual(told, [3, 4, 4, 4, 4, 4]);
  assert.deepEqual(
    [driven.body.replay.agrees, driven.body.deltas.fullApplyRatio, driven.body.aborted],
    [true, 1, null],
  );
  assert.deepEqual(driven.record.parameters, { first: { "pool.size": 2 }, last: { "pool.size": 4 } });
  const names = readdirSync(driven.folder);
  for (const name of ["run.json", "soak.json", "SNAPSHOT.md", "TUNING_REPORT.json", "metrics.prom", "manifest.json"])
    assert.ok(names.includes(name), name);
  assert.equal(existsSync(join(root, ".holdpoint", "soak", "pool", "latest")), false);
  driven.publish();
  assert.ok(existsSync(join(root, ".holdpoint", "soak", "pool", "latest", "manifest.json")));
  assert.deepEqual(readdirSync(join(root, "locks")), [], "the target is free again");
});

test(
  "while one soak runs a second one on its target is refused, and leaves nothing",
  { timeout: 60_000 },
  async (t) => {
    const root = scratch(t, { "overrides.json": '{ "pool": { "size": 2 } }' });
    let refused: unknown = null;
    const record = async (): Promise<void> => {
      refused ??= await drive(root, { id: "other" }).catch((thrown: unknown) => thrown);
    };
    await drive(root, { iterations: 1, phases: { warmUp: 0, rampDown: 0 } }, { record });
    assert.equal((refused as { code?: string }).code, "HP-SOAK-BUSY");
    assert.deepEqual(readdirSync(join(root, ".holdpoint", "soak")).sort(), ["pool"]);
  },
);

test("two work trees that soak one target meet at its lock", { timeout: 60_000 }, async (t) => {
  const [here, there] = [scratch(t), scratch(t)];
  const locks = join(here, "locks");
  const soaked = { applier: null, parameters: [], rules: [] };
  const plan = (url: string) =>
    ({ ...soaked, target: { kind: "http", load: loadPlan(url), metricsUrl: null } }) as const;
  const release = lockTargets(locks, ["this machine:1"], "soak pool");
  await assert.rejects(drive(there, plan("http://localhost:1/"), { locks }), { code: "HP-SOAK-BUSY" });
  release();
  const one = { ...plan("http://localhost:1/"), iterations: 1, phases: { warmUp: 0, rampDown: 0 } };
  assert.equal((await drive(there, one, { locks })).driven.body.iterations.length, 1);
});

test("an interrupted soak is stored with what there is", { timeout: 60_000 }, async (t) => {
  const root = scratch(t, { "overrides.json": '{ "pool": { "size": 2 } }' });
  const stop = new AbortController();
  const onIteration = ({ iteration }: SoakIteration): void => {
    if (iteration === 2) stop.abort();
  };
  const { driven } = await drive(root, {}, { signal: stop.signal, onIteration });
  assert.equal(driven.body.aborted, "interrupted in iteration 3");
  assert.equal(driven.body.iterations.length, 2);
  assert.match(readFileSync(join(driven.folder, "FAILURES.md"), "utf8"), /cut-short/);
});

const loadPlan = (url: string): LoadPlan => ({
  url,
  protocol: "http1",
  phases: [{ name: "steady", durationMs: 1000, arrival: { kind: "constant", ratePerS: 100 } }],
  warmUpMs: 0,
  connections: 2,
  poolFull: "queue",
  connectionsMax: 20,
  queueMax: 1000,
  pacing: "economical",
  workers: 1,
  timeoutMs: 5000,
  seed: 1,
  flows: [
    {
      name: "all",
      weight: 1,
      steps: [
        { endpoint: "root", tags: [], method: "GET", path: "/", headers: [], body: null, extract: [], checks: [] },
      ],
    },
  ],
  data: [],
  objectives: [],
  abort: null,
  validity: { lagP99Ms: 1000, achievedRatio: 0.5 },
  tls: { verify: true, serverName: null, ca: null },
});

test("a soak of a load has KPIs of its figures and of the target's own metrics", { timeout: 60_000 }, async (t) => {
  let served = 0;
  let broken = false;
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") served += 1;
    const page = broken ? "" : `# HELP served_total Served.\n# TYPE served_total counter\nserved_total ${served}\n`;
    response.end(request.url === "/metrics" ? page : "ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target = { kind: "http", load: loadPlan(url), metricsUrl: `${url}/metrics` } as const;
  const kpis = [
    kpiOf({
      id: "response_p95_ms",
      select: { from: "load", path: "response.p95" },
      strict: { operator: "<=", value: 5000 },
    }),
    kpiOf({
      id: "served",
      select: { from: "prometheus", metric: "served_total", labels: {}, as: "increase" },
      strict: { operator: ">=", value: 50 },
    }),
  ];
  const plan = { target, kpis, rules: [], applier: null, iterations: 2, phases: { warmUp: 0, rampDown: 0 } };
  const onIteration = (): void => void (broken = true);
  const { driven } = await drive(scratch(t), plan, { onIteration });
  const [first, second] = driven.body.iterations;
  assert.equal(first?.problem, null);
  assert.ok((first.values["served"] ?? 0) >= 50, `${first.values["served"]}`);
  assert.ok((first.values["response_p95_ms"] ?? -1) > 0);
  assert.equal(first.summary?.["validity"], "valid");
  assert.deepEqual([second?.problem?.code, second?.values["response_p95_ms"]], ["HP-SOAK-METRICS", null]);
  assert.ok(readdirSync(join(driven.folder, "iteration-1")).some((name) => name.endsWith(".jsonl")));
});

test("a load on a target that is down is a gap with its reason, and nothing passes", { timeout: 60_000 }, async (t) => {
  const target = { kind: "http", load: loadPlan("http://127.0.0.1:1"), metricsUrl: null } as const;
  const kpis = [kpiOf({ id: "p95", select: { from: "load", path: "response.p95" }, minSamples: 1 })];
  const plan = { target, kpis, rules: [], applier: null, iterations: 1, phases: { warmUp: 0, rampDown: 0 } };
  const { driven } = await drive(scratch(t), plan);
  assert.equal(driven.body.iterations[0]?.problem?.code, "HP-SOAK-LOAD");
  assert.deepEqual(
    driven.body.kpis.strict.map(({ outcome }) => outcome),
    ["inconclusive"],
  );
});

test("the clock does not run backwards, and a pause ends when it is told to", async () => {
  const nowMs = soakClock();
  const first = nowMs();
  await pauseFor(20, new AbortController().signal);
  assert.ok(nowMs() >= first + 15);
  assert.ok(Math.abs(nowMs() - Date.now()) < 1000);
  const stop = new AbortController();
  const pausing = pauseFor(60_000, stop.signal);
  stop.abort();
  await pausing;
  await pauseFor(60_000, stop.signal);
});
