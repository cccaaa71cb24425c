import type { Json, JsonObject, SoakIteration, TuningPlan, TuningState } from "@holdpoint/core";
import { HoldpointError, TUNING_START } from "@holdpoint/core";
import { seededRandom, soakIterationOf } from "@holdpoint/testkit";
import type { Applier } from "../applier.ts";
import { resolveLeaf } from "../leaves.ts";
import { patchedLeaves, patchOf } from "../patch.ts";
import type { TuningStep } from "../step.ts";
import { tuneStep } from "../step.ts";

/** A target that is only simulated: its latency is `work / pool.size`, or what the plant makes of it. */
export interface PlantTerms {
  readonly size?: number;
  readonly work?: number;
  /** Share of the way to where it settles that is gone in one iteration. */
  readonly lag?: number;
  /** Iterations until a change begins to show. */
  readonly deadTime?: number;
  /** Greatest deviation of a measurement, to either side. */
  readonly noise?: number;
  readonly seed?: number;
  readonly knob?: "sound" | "dead" | "inverted";
  /** What the target makes of a value that it is told; what it was before is given too. */
  readonly store?: (wanted: Json, before: Json) => Json | undefined;
  /** Measured instead in these iterations. */
  readonly measured?: Readonly<Record<number, number | null>>;
}

export interface Soaked {
  readonly iterations: readonly SoakIteration[];
  readonly steps: readonly TuningStep[];
  readonly sizes: readonly number[];
  readonly state: TuningState;
}

/** Lets a plan tune a plant; an iteration takes a minute. */
export async function soak(plan: TuningPlan, terms: PlantTerms = {}, enabled = true): Promise<Soaked> {
  const target = memoryApplier({ pool: { size: terms.size ?? 2, other: 7 } }, terms.store);
  const plant = plantOf(terms);
  const iterations: SoakIteration[] = [];
  const steps: TuningStep[] = [];
  const sizes: number[] = [];
  let state = TUNING_START;
  for (let iteration = 1; iteration <= plan.iterations; iteration += 1) {
    const size = Number(resolveLeaf(target.document(), "pool.size")?.value);
    sizes.push(size);
    const own = plant(size);
    const { [iteration]: p95 = own } = terms.measured ?? {};
    const [startedAtMs, nowMs] = [(iteration - 1) * 60_000, iteration * 60_000];
    const before = iterations.at(-1)?.tuning ?? null;
    const input = { iteration, startedAtMs, nowMs, values: { p95 }, before, enabled };
    const step = await tuneStep({ plan, state, input, applier: target, signal: new AbortController().signal });
    state = step.state;
    steps.push(step);
    iterations.push(
      soakIterationOf({ iteration, startedAtMs, finishedAtMs: nowMs, values: { p95 }, tuning: step.tuning }),
    );
  }
  return { iterations, steps, sizes, state };
}

function plantOf({ size = 2, work = 1200, lag = 1, deadTime = 0, noise = 0, seed = 1, knob = "sound" }: PlantTerms) {
  const random = seededRandom(seed);
  const past: number[] = [];
  const first = size;
  let level = work / size;
  return (now: number): number => {
    past.push(now);
    const felt = past[past.length - 1 - deadTime] ?? first;
    const settles = { sound: work / felt, dead: work / first, inverted: (work / first) * (felt / first) }[knob];
    level += (settles - level) * lag;
    return level + (random() * 2 - 1) * noise;
  };
}

export interface MemoryApplier extends Applier {
  document(): Json;
  /** Changed behind the tuning's back. */
  set(document: Json): void;
  writes: number;
}

/** A configuration in memory with a version that counts up. */
export function memoryApplier(
  initial: JsonObject,
  store: (wanted: Json, before: Json) => Json | undefined = (wanted) => wanted,
): MemoryApplier {
  let document: Json = initial;
  let version = 1;
  const applier: MemoryApplier = {
    writes: 0,
    document: () => document,
    set: (next) => {
      document = next;
      version += 1;
    },
    read: async () => ({ document, tag: `v${version}` }),
    write: async (patch, tag) => {
      if (tag !== `v${version}`) return "changed-meanwhile";
      applier.writes += 1;
      for (const { keys, value } of patchedLeaves(patch)) {
        const before = resolveLeaf(document, keys.join("."))?.value ?? null;
        const stored = store(value, before);
        if (stored === undefined) throw new HoldpointError("HP-TUNING-REFUSED", "the plant does not take it");
        document = merged(document as JsonObject, patchOf([{ keys, value: stored }]));
      }
      version += 1;
      return "written";
    },
  };
  return applier;
}

function merged(document: JsonObject, patch: JsonObject): JsonObject {
  const entries = Object.entries(patch).map(([key, value]): [string, Json] => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return [key, isObject ? merged((document[key] ?? {}) as JsonObject, value as JsonObject) : value];
  });
  return { ...document, ...Object.fromEntries(entries) };
}
