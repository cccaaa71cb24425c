import type { Json, JsonObject, SoakIteration, SoakPlan, SoakRunRecord } from "@holdpoint/core";
import type { MemoryApplier } from "../tuning/plants/testing-plant.ts";
import { memoryApplier } from "../tuning/plants/testing-plant.ts";
import { resolveLeaf } from "../tuning/leaves.ts";
import { guardsOf, kpiOf, parameterOf, ruleOf } from "@holdpoint/testkit";
import type { Measured } from "./measured.ts";
import { NOTHING } from "./measured.ts";
import type { ReportInput } from "./report/report-input.ts";
import type { SoakPorts, SoakRun } from "./run-soak.ts";
import { runSoak } from "./run-soak.ts";
import { soakBody } from "./soak-body.ts";

/** Latency is `1200 / pool.size`, so that the rule has to raise it from 2 to 4. */
export function soakPlanOf(changes: Partial<SoakPlan> = {}): SoakPlan {
  return {
    id: "pool",
    target: { kind: "command", run: ["./iterate", "--fast"], timeoutMs: 1000 },
    iterations: 8,
    phases: { warmUp: 3, rampDown: 1 },
    settleMs: 50,
    kpis: [kpiOf({ minSamples: 3, soft: { operator: "<=", value: 400 } })],
    parameters: [parameterOf()],
    rules: [ruleOf()],
    guards: guardsOf(),
    applier: { kind: "file", path: "overrides.json", reload: null },
    alongside: [],
    synthetic: false,
    ...changes,
  };
}

export interface FakeSoak {
  readonly run: SoakRun;
  readonly recorded: readonly SoakIteration[];
  readonly applier: MemoryApplier;
  readonly pauses: readonly number[];
}

export interface FakeTerms {
  readonly knob?: "sound" | "dead" | "inverted";
  readonly store?: (wanted: Json, before: Json) => Json | undefined;
  /** What an iteration gives instead. */
  readonly measured?: Readonly<Record<number, Partial<Measured>>>;
  readonly ports?: Partial<SoakPorts>;
}

/** A soak of a target in memory; an iteration takes a minute of a clock that only this soak has. */
export async function fakeSoak(plan: SoakPlan, terms: FakeTerms = {}): Promise<FakeSoak> {
  const applier = memoryApplier({ pool: { size: 2 } }, terms.store);
  const recorded: SoakIteration[] = [];
  const pauses: number[] = [];
  let nowMs = 1_000_000;
  const run = await runSoak(plan, {
    measure: async (iteration) => {
      nowMs += 60_000;
      const size = Number(resolveLeaf(applier.document(), "pool.size")?.value);
      const felt = { sound: size, dead: 2, inverted: 4 / size }[terms.knob ?? "sound"];
      return { ...NOTHING, summary: { p95: 1200 / felt }, problem: null, ...terms.measured?.[iteration] };
    },
    applier,
    tune: true,
    nowMs: () => nowMs,
    pause: async (ms) => void pauses.push(ms),
    record: async (iteration) => void recorded.push(iteration),
    signal: new AbortController().signal,
    ...terms.ports,
  });
  return { run, recorded, applier, pauses };
}

export function recordOf(plan: SoakPlan, { parameters }: Pick<SoakRun, "parameters">): SoakRunRecord {
  return {
    schema: "holdpoint/soak-run/v1",
    run: "RUN_1000000",
    tool: { name: "holdpoint", version: "0.1.0" },
    candidate: { commit: "c".repeat(40), tree: "d".repeat(40), dirty: false },
    testbed: { text: "1 x test", sha256: "e".repeat(64) },
    startedAtMs: 1_000_000,
    finishedAtMs: 2_000_000,
    parameters,
    plan,
  };
}

/** A stored run of such a soak, as it is read back from disk. */
export async function reportInput(changes: Partial<SoakPlan> = {}, terms: FakeTerms = {}): Promise<ReportInput> {
  const plan = soakPlanOf(changes);
  const { run } = await fakeSoak(plan, terms);
  const { iterations, aborted } = run;
  const tuningEnabled = terms.ports?.tune ?? true;
  const body = soakBody(plan, { run: "RUN_1000000", iterations, tuningEnabled, aborted });
  return JSON.parse(JSON.stringify({ record: recordOf(plan, run), body })) as JsonObject & ReportInput;
}
