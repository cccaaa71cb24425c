import type { SoakTuning } from "../../evidence/soak.ts";
import type { GuardPlan } from "../../soak/plan.ts";
import type { Debounced } from "./debounced.ts";
import { debounceSpan, DEBOUNCE_SHUT } from "./debounced.ts";

/** JSON. */
export interface LatencyState {
  /** Of the last iteration that had a value. */
  readonly level: "ok" | "soft" | "hard";
  readonly hard: Debounced;
}

export interface LatencyLook {
  readonly state: LatencyState;
  readonly level: SoakTuning["guards"]["latency"];
  /** Hard for so long that something has to be done. */
  readonly isHard: boolean;
  /** There is a limit and no value to hold against it. */
  readonly isBlind: boolean;
}

export const CALM: LatencyState = { level: "ok", hard: DEBOUNCE_SHUT };

/**
 * Soft and hard limit with hysteresis: hard is over below the soft limit, soft is over half of the band below it. What
 * has no value changes nothing and is never taken for calm.
 */
export function lookAtLatency(
  state: LatencyState,
  value: number | null,
  guards: Pick<GuardPlan, "latency" | "debounce">,
  span: { readonly startedAtMs: number; readonly nowMs: number },
): LatencyLook {
  if (guards.latency === null) return { state, level: "unknown", isHard: false, isBlind: false };
  if (value === null) return { state, level: "unknown", isHard: state.hard.open, isBlind: true };
  const level = levelOf(state.level, value, guards.latency);
  const hard = debounceSpan(state.hard, level === "hard", span, guards.debounce);
  return { state: { level, hard }, level, isHard: hard.open, isBlind: false };
}

function levelOf(
  before: LatencyState["level"],
  value: number,
  { softMs, hardMs }: { readonly softMs: number; readonly hardMs: number },
): LatencyState["level"] {
  if (value >= hardMs || (before === "hard" && value >= softMs)) return "hard";
  const softOverMs = softMs - (hardMs - softMs) / 2;
  return value >= softMs || (before !== "ok" && value >= softOverMs) ? "soft" : "ok";
}
