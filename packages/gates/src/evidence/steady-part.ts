import type { ResourcesBody } from "@holdpoint/core";
import type { Problem } from "../conclude.ts";

/** The part of a run that is judged: after warm-up, until the last reading of any resource. */
export interface SteadyPart {
  readonly subject: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly lengthMs: number;
  /** Of the resource that was read most often. */
  readonly readings: number;
}

export function steadyPartOf({ subject, steadyFromMs, series }: ResourcesBody): SteadyPart {
  const ends = series.map(({ points }) => points.at(-1)?.[0] ?? steadyFromMs);
  const toMs = ends.reduce((latest, end) => Math.max(latest, end), steadyFromMs);
  const counts = series.map(({ points }) => points.filter(([atMs]) => atMs >= steadyFromMs).length);
  const readings = counts.reduce((most, one) => Math.max(most, one), 0);
  return { subject, fromMs: steadyFromMs, toMs, lengthMs: toMs - steadyFromMs, readings };
}

/** The problem of having nothing after warm-up; the checks that use it declare `no-steady-part`. */
export function withoutSteadyPart({ subject, lengthMs }: SteadyPart): Problem[] {
  if (lengthMs > 0) return [];
  const text = `nothing of ${subject} was read after warm-up`;
  const flip = "would be judged with readings after warm-up";
  return [{ outcome: "missing", code: "no-steady-part", text, observed: 0, threshold: "a steady part", flip }];
}
