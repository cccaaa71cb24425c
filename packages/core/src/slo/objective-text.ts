import type { EventObjective, Objective, PercentileObjective, Scope, WindowTerms } from "./objective.ts";

/**
 * An objective as a person would say it.
 *
 * @example
 * objectiveText(parseObjective("p95 of service <= 20ms on endpoint:create over 10s")); // "p95 of service time
 * // <= 20 ms of endpoint create in every window of 10 s"
 */
export function objectiveText(objective: Objective): string {
  return `${terms(objective)}${scopeText(objective.scope)}${windowText(objective.window)}`;
}

/** ` of endpoint create in phase steady`, with a blank in front; empty for the whole run. */
export function scopeText({ phase, endpoint, tag }: Scope): string {
  const of = [endpoint === null ? "" : ` of endpoint ${endpoint}`, tag === null ? "" : ` of tag ${tag}`].join("");
  return `${of}${phase === null ? "" : ` in phase ${phase}`}`;
}

/** `p99`, `p99.9`. */
export function quantileText(quantile: number): string {
  return `p${percentText(quantile)}`;
}

/** `99.9`, without the noise of binary fractions. */
export function percentText(share: number): string {
  return String(Number((share * 100).toPrecision(12)));
}

function terms(objective: Objective): string {
  if (objective.kind === "percentile") return percentileTerms(objective);
  return objective.kind === "events" ? eventTerms(objective) : `rate of successes >= ${objective.minPerS}/s`;
}

function percentileTerms({ quantile, clock, maxMs }: PercentileObjective): string {
  return `${quantileText(quantile)} of ${clock} time <= ${maxMs} ms`;
}

function eventTerms({ ratio, within }: EventObjective): string {
  const limit = within === null ? "" : ` within ${within.maxMs} ms of ${within.clock} time`;
  return `${percentText(ratio)}% ok${limit}`;
}

function windowText(window: WindowTerms | null): string {
  if (window === null) return "";
  const most = window.violationsMax === 0 ? "in every window" : `in all but ${window.violationsMax} windows`;
  return ` ${most} of ${window.sizeMs / 1000} s`;
}
