import type { Arrival, PhasePlan } from "@holdpoint/core";
import { durationMs } from "@holdpoint/core";
import type { RawPhase } from "./raw-load.ts";
import type { PlanTrouble } from "./plan-trouble.ts";
import { planTrouble } from "./plan-trouble.ts";

/** How long any run may be: a soak of a week. */
export const RUN_MS_MAX: number = 7 * 86_400_000;

const KINDS = ["rate", "rates", "from", "schedule", "users"] as const;

/**
 * A phase with its arrivals; exactly one key says how requests arrive, and the others must fit it.
 *
 * @param offsetsOf reads the file of a recorded schedule
 */
export function normalPhase(
  raw: RawPhase,
  path: readonly string[],
  offsetsOf: (file: string) => readonly number[],
): PhasePlan | PlanTrouble {
  const [kind = "rate", other] = KINDS.filter((one) => raw[one] !== undefined);
  if (other !== undefined) return planTrouble([...path, other], "key", `"${kind}" and "${other}" cannot both be said`);
  const alien = alienKey(raw, kind);
  if (alien !== null) return planTrouble([...path, alien], "key", `"${alien}" has no meaning beside "${kind}"`);
  const arrival = arrivalOf(raw, kind, offsetsOf);
  if (arrival === null) return planTrouble(path, "value", `the phase "${raw.name}" needs ${needsOf(kind)}`);
  const length = lengthOf(raw, arrival);
  if (length === null) return planTrouble(path, "value", `the phase "${raw.name}" needs the key "duration"`);
  if (length > RUN_MS_MAX) return planTrouble(path, "value", `the phase "${raw.name}" is longer than 7 days`);
  return { name: raw.name, durationMs: length, arrival };
}

const BESIDE: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  rate: ["duration", "arrival"],
  rates: ["step"],
  from: ["to", "duration"],
  schedule: [],
  users: ["duration"],
};

function alienKey(raw: RawPhase, kind: (typeof KINDS)[number]): string | null {
  const known = ["name", kind, ...BESIDE[kind]];
  return Object.keys(raw).find((key) => !known.includes(key)) ?? null;
}

function needsOf(kind: (typeof KINDS)[number]): string {
  if (kind === "rates") return 'the key "step"';
  return kind === "from" ? 'the key "to", and one of both above 0' : "arrivals";
}

function arrivalOf(
  raw: RawPhase,
  kind: (typeof KINDS)[number],
  offsetsOf: (file: string) => readonly number[],
): Arrival | null {
  if (kind === "rates") return stepsOf(raw);
  if (kind === "from") return rampOf(raw);
  if (kind === "schedule") return { kind: "recorded", offsetsMs: offsetsOf(raw.schedule ?? "") };
  if (kind === "users") return { kind: "closed", users: raw.users ?? 1 };
  return raw.rate === undefined ? null : { kind: raw.arrival ?? "constant", ratePerS: raw.rate };
}

function stepsOf({ rates = [], step }: RawPhase): Arrival | null {
  const stepMs = step === undefined ? null : durationMs(step);
  return stepMs === null ? null : { kind: "steps", ratesPerS: rates, stepMs };
}

function rampOf({ from = 0, to }: RawPhase): Arrival | null {
  return to === undefined || from + to === 0 ? null : { kind: "ramp", fromPerS: from, toPerS: to };
}

function lengthOf({ duration }: RawPhase, arrival: Arrival): number | null {
  if (arrival.kind === "steps") return arrival.ratesPerS.length * arrival.stepMs;
  // One millisecond more, so that the last arrival is inside.
  if (arrival.kind === "recorded") return Math.ceil(arrival.offsetsMs.at(-1) ?? 0) + 1;
  return duration === undefined ? null : durationMs(duration);
}
