import assert from "node:assert/strict";
import { test } from "node:test";
import type { ParameterPlan, SoakIteration, TuningPlan } from "@holdpoint/core";
import type { House, HouseTerms } from "../gateway/house.ts";
import { withHouse } from "../gateway/house.ts";
import { tokenOf } from "../gateway/token-of.ts";
import { objectOf } from "../http-probe.ts";
import { applierOf } from "../io/tuning/applier-of.ts";
import { drillContext } from "../testing-drill.ts";
import { replaySoak, TUNING_START, verifyDeltas } from "@holdpoint/core";
import { tuneStep } from "./step.ts";
import { guardsOf, kpiOf, parameterOf, planOf, ruleOf, soakIterationOf } from "@holdpoint/testkit";

const BURST = 24;
/** Far more than an action costs of itself, so that concurrency decides and not the machine. */
const DELAY_MS = 150;
const LIMIT_MS = 1500;

const TERMS: HouseTerms = {
  adapters: ({ upstream }) => [{ name: "shop", url: upstream, idempotent: true }],
  rules: [{ id: "all", adapters: ["*"], decision: "allow" }],
  approvalTtl: "60s",
  settings: { executor: { concurrency: 1 } },
  lie: null,
};

const CONCURRENCY = parameterOf({ path: "executor.concurrency", min: 1, max: 16, step: 3, subsystem: "executor" });

function livePlan(parameters: readonly ParameterPlan[], changes: Partial<TuningPlan> = {}): TuningPlan {
  const [{ path } = CONCURRENCY] = parameters;
  return planOf({
    iterations: 8,
    kpis: [kpiOf({ strict: { operator: "<=", value: LIMIT_MS } })],
    parameters,
    rules: [ruleOf({ parameter: path, when: { operator: ">", value: LIMIT_MS }, delta: 3 })],
    guards: guardsOf({
      // Iterations of this test are shorter than real ones.
      debounce: { openMs: 100, closeMs: 100 },
      freeze: { freezable: ["executor"], never: ["edge"], minMs: 0 },
      steady: { good: 2, frozen: 4 },
    }),
    ...changes,
  });
}

/** p95 of how long a burst of actions takes that the upstream delays. */
async function burst(house: House, round: number): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: BURST }, (_, n) =>
      house.submit({ adapter: "shop", n, key: `${round}-${n}`, waitSeconds: 15 }),
    ),
  );
  for (const { json } of answers) assert.equal(objectOf(json)["state"], "SUCCEEDED");
  const sorted = answers.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  return sorted[Math.ceil(0.95 * BURST) - 1] ?? Number.NaN;
}

async function soakGateway(house: House, plan: TuningPlan): Promise<readonly SoakIteration[]> {
  const signal = AbortSignal.timeout(50_000);
  const headers = [["authorization", `Bearer ${tokenOf(house.tokens, "operator")}`]] as const;
  const applier = applierOf({ kind: "http", url: `${house.url()}/v1/config`, headers }, ".");
  const iterations: SoakIteration[] = [];
  let state = TUNING_START;
  for (let iteration = 1; iteration <= plan.iterations; iteration += 1) {
    const startedAtMs = Math.floor(performance.now());
    const values = { p95: await burst(house, iteration) };
    const nowMs = Math.floor(performance.now());
    const before = iterations.at(-1)?.tuning ?? null;
    const input = { iteration, startedAtMs, nowMs, values, before, enabled: true };
    const step = await tuneStep({ plan, state, input, applier, signal });
    state = step.state;
    const { tuning } = step;
    iterations.push(soakIterationOf({ iteration, startedAtMs, finishedAtMs: nowMs, values, tuning }));
  }
  return JSON.parse(JSON.stringify(iterations)) as SoakIteration[];
}

async function concurrency(house: House): Promise<unknown> {
  return objectOf(objectOf((await house.get("/v1/config")).json)["executor"])["concurrency"];
}

test("a live gateway's concurrency is tuned until its latency is kept, read back and replayed", async () => {
  const { context } = drillContext();
  await withHouse(context, TERMS, async (house) => {
    house.upstream.mode = "delayed";
    house.upstream.delayMs = DELAY_MS;
    const plan = livePlan([CONCURRENCY]);
    const iterations = await soakGateway(house, plan);
    const p95 = iterations.map(({ values }) => values["p95"] ?? Number.NaN);
    assert.ok((p95[0] ?? 0) > BURST * DELAY_MS * 0.9, `one at a time: ${p95.join()}`);
    // Before anything is changed it takes 24 turns; on a slow machine the limit itself may be missed now and then.
    assert.ok(
      p95.slice(2).some((ms) => ms <= LIMIT_MS),
      p95.join(),
    );
    assert.ok((p95.at(-1) ?? Infinity) <= (p95[0] ?? 0) / 2, p95.join());
    const report = verifyDeltas(iterations);
    assert.ok(report.attempted >= 1 && report.attempted <= 5, `${report.attempted} changes`);
    assert.deepEqual([report.fullApplyRatio, report.nestedMissPaths, report.stuck], [1, [], []]);
    const last = iterations.findLast(({ tuning }) => tuning.applied)?.tuning.readings[0]?.after;
    assert.equal(await concurrency(house), last);
    assert.ok(house.upstream.atOnceMax("/shop") <= Number(last));
    assert.equal(iterations[1]?.tuning.witness?.seen, "as-expected");
    assert.equal(replaySoak(plan, iterations).agrees, true);
  });
});

test("paths that the gateway does not have and values that it does not take change nothing there", async () => {
  const { context } = drillContext();
  await withHouse(context, TERMS, async (house) => {
    const typo = { ...CONCURRENCY, path: "executor.concurency" };
    const missed = await soakGateway(house, livePlan([typo], { iterations: 1, rules: [always(typo.path, 3)] }));
    assert.equal(missed[0]?.tuning.proposed[0]?.skipped?.reason, "unknown-path");
    assert.deepEqual(verifyDeltas(missed).nestedMissPaths, ["executor.concurency"]);
    const wide = { ...CONCURRENCY, min: -5 };
    const refused = await soakGateway(house, livePlan([wide], { iterations: 2, rules: [always(wide.path, -3)] }));
    assert.equal(refused[0]?.tuning.problem?.code, "HP-TUNING-REFUSED");
    assert.match(refused[0]?.tuning.problem?.text ?? "", /422: 'executor\.concurrency' must be a whole number from 1/);
    const { fullApplyRatio, ignored } = verifyDeltas(refused);
    assert.deepEqual([fullApplyRatio, ignored], [0, 1]);
    assert.equal(await concurrency(house), 1);
  });
});

function always(parameter: string, delta: number): TuningPlan["rules"][number] {
  return ruleOf({ parameter, delta, when: { operator: ">", value: 0 } });
}
