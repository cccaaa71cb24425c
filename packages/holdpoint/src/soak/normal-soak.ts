import type { SoakPlan, SoakTarget, TuningRule } from "@holdpoint/core";
import { durationMs, SOAK_ITERATIONS_MAX } from "@holdpoint/core";
import { tuningProblems } from "@holdpoint/drills";
import type { Trouble } from "../config/trouble.ts";
import type { LoadGround } from "../load/ground.ts";
import { normalLoad } from "../load/normal-load.ts";
import { planTrouble } from "../load/plan-trouble.ts";
import { normalApplier, normalGuards, pauseMs } from "./normal-guards.ts";
import { kpiTroubles, normalKpi } from "./normal-kpi.ts";
import type { RawApplier, RawSoak, RawTarget } from "./raw-soak.ts";

const ITERATIONS_DEFAULT = 8;
const TIMEOUT_DEFAULT_MS = 600_000;

/**
 * A soak with every default filled in, durations in milliseconds, or everything that is wrong in it.
 *
 * @param iterations steady ones, instead of those in the file; undefined: as there
 * @throws HoldpointError `HP-READ-*` for a file that its load names and that cannot be used
 */
export function normalSoak(raw: RawSoak, ground: LoadGround, iterations?: number): SoakPlan | Trouble[] {
  const target = targetOf(raw.target, ground);
  const phases = { warmUp: raw.phases?.warmUp ?? 1, rampDown: raw.phases?.rampDown ?? 0 };
  // What is asked for is what is judged, as with benchmarks: warming up comes on top and shortens nothing.
  const steady = iterations ?? raw.iterations ?? ITERATIONS_DEFAULT;
  const plan: Omit<SoakPlan, "target"> = {
    id: raw.id,
    iterations: phases.warmUp + phases.rampDown + steady,
    phases,
    settleMs: pauseMs(raw.settle, 0),
    kpis: raw.kpis.map(normalKpi),
    parameters: (raw.parameters ?? []).map((one) => ({
      ...one,
      type: one.type ?? "number",
      cooldown: one.cooldown ?? 0,
    })),
    rules: (raw.rules ?? []).map(({ when, priority, ...rule }) => ({
      ...rule,
      when: whenOf(when),
      priority: priority ?? 0,
    })),
    guards: normalGuards(raw.guards),
    applier: normalApplier(raw.applier),
    alongside: raw.applier?.alongside ?? [],
    synthetic: raw.synthetic ?? false,
  };
  const troubles = [
    ...(Array.isArray(target) ? target : []),
    ...applierTroubles(raw.applier),
    ...lengthTroubles(plan, iterations === undefined ? steady : null),
    ...raw.kpis.flatMap((kpi, index) => kpiTroubles(kpi, ["kpis", String(index)], sourcesOf(raw.target))),
    ...tuningProblems(plan).map(({ at, text }) => planTrouble(pathOf(at), "value", text).trouble),
  ];
  return troubles.length > 0 ? troubles : { ...plan, target: target as SoakTarget };
}

function whenOf(text: string): TuningRule["when"] {
  const [operator, value] = text.split(" ") as [">" | "<", string];
  return { operator, value: Number(value) };
}

function sourcesOf({ load, metrics }: RawTarget): { readonly isLoad: boolean; readonly hasMetrics: boolean } {
  return { isLoad: load !== undefined, hasMetrics: metrics !== undefined };
}

function targetOf({ run, timeout, load, metrics }: RawTarget, ground: LoadGround): SoakTarget | Trouble[] {
  const wrong = (key: string, text: string): Trouble[] => [planTrouble(["target", key], "key", text).trouble];
  if (run !== undefined) {
    if (load !== undefined) return wrong("load", '"run" and "load" cannot both be said');
    if (metrics !== undefined) return wrong("metrics", '"metrics" has no meaning without "load"');
    return { kind: "command", run, timeoutMs: timeout === undefined ? TIMEOUT_DEFAULT_MS : (durationMs(timeout) ?? 0) };
  }
  if (timeout !== undefined) return wrong("timeout", '"timeout" has no meaning without "run"');
  if (load?.url === undefined) return wrong("load", 'target load needs the key "url"');
  const plan = normalLoad({ ...load, url: load.url }, ground, ["target", "load"]);
  if (Array.isArray(plan)) return plan;
  return { kind: "http", load: plan, metricsUrl: metrics ?? null };
}

/** @param steady as the file says; a shorter try is the command line's own affair, and inconclusive */
function lengthTroubles({ iterations, kpis }: Omit<SoakPlan, "target">, steady: number | null): Trouble[] {
  const troubles: Trouble[] = [];
  if (iterations > SOAK_ITERATIONS_MAX) {
    const said = `${iterations} iterations in all phases are more than ${SOAK_ITERATIONS_MAX}`;
    troubles.push(planTrouble(["phases"], "value", said).trouble);
  }
  for (const [index, { id, minSamples }] of kpis.entries()) {
    if (steady === null || minSamples <= steady) continue;
    const said = `${id} wants ${minSamples} values, ${steady} steady iterations never have them`;
    troubles.push(planTrouble(["kpis", String(index)], "value", said).trouble);
  }
  return troubles;
}

const KINDS = { file: ["file", "reload"], url: ["url", "headers"], read: ["read", "write"] } as const;

function applierTroubles(raw: RawApplier | undefined): Trouble[] {
  if (raw === undefined) return [];
  const kind = (["file", "url", "read"] as const).find((one) => raw[one] !== undefined) ?? "read";
  const known: readonly string[] = [...KINDS[kind], "alongside"];
  const alien = Object.keys(raw).filter((key) => !known.includes(key));
  const wrong = alien.map((key) => planTrouble(["applier", key], "key", `"${key}" does not go with "${kind}"`).trouble);
  if (kind !== "read" || raw.write !== undefined) return wrong;
  return [...wrong, planTrouble(["applier"], "value", 'applier needs the key "write" beside "read"').trouble];
}

const AS_WRITTEN: Readonly<Record<string, string>> = { softMs: "soft", hardMs: "hard", minMs: "min" };
const VELOCITY = "guards.velocity.perHour.";

/** `rules[2].kpi` as the steps to it in the file. */
function pathOf(at: string): string[] {
  if (at.startsWith(VELOCITY)) return ["guards", "velocity", at.slice(VELOCITY.length)];
  const steps = at.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  return steps.map((step) => AS_WRITTEN[step] ?? step).filter((step) => step !== "");
}
