import type { KpiPlan } from "../kpi/kpi.ts";
import type { GuardPlan } from "../soak/plan.ts";
import { debounceSpan, DEBOUNCE_SHUT } from "./guards/debounced.ts";
import { frozenBecause, lookAtFreeze } from "./guards/freeze.ts";
import type { LatencyLook } from "./guards/latency.ts";
import { lookAtLatency } from "./guards/latency.ts";
import { isOscillating } from "./guards/oscillation.ts";
import { lookAtSteady } from "./guards/steady.ts";
import type { Witness } from "./guards/witness.ts";
import { keepQuiet, look, NO_STRIKES, strikesAfter } from "./guards/witness.ts";
import type { Proposal } from "./propose.ts";
import type { TuningInput, TuningPlan, TuningState } from "./state.ts";

type Values = TuningInput["values"];
type Span = Pick<TuningInput, "startedAtMs" | "nowMs">;

/** Looks at what the change before did, and at how much the KPIs move by themselves where there was none. */
export function lookAtEffect(
  state: TuningState,
  values: Values,
  { iteration, isQuiet }: { readonly iteration: number; readonly isQuiet: boolean },
): { readonly state: TuningState; readonly witness: Witness | null } {
  const { watch } = state;
  if (watch === null) return { state: isQuiet ? withQuiet(state, values) : state, witness: null };
  const witness = look(watch, values[watch.kpi] ?? null, state.quiet[watch.kpi] ?? []);
  if (iteration < watch.until) return { state, witness };
  const strikes = strikesAfter(state.strikes[watch.rule] ?? NO_STRIKES, witness.seen, true);
  return { state: { ...state, watch: null, strikes: { ...state.strikes, [watch.rule]: strikes } }, witness };
}

function withQuiet(state: TuningState, values: Values): TuningState {
  const quiet = { ...state.quiet };
  for (const [kpi, now] of Object.entries(values)) {
    const then = state.values[kpi] ?? null;
    if (now !== null && then !== null) quiet[kpi] = keepQuiet(quiet[kpi] ?? [], now - then);
  }
  return { ...state, quiet };
}

/** Latency and steadiness; what is good is the state to go back to. */
export function lookAtHealth(
  plan: TuningPlan,
  state: TuningState,
  values: Values,
  span: Span,
): { readonly state: TuningState; readonly latency: LatencyLook } {
  const kpi = plan.guards.latency?.kpi;
  const value = kpi === undefined ? null : (values[kpi] ?? null);
  const latency = lookAtLatency(state.latency, value, plan.guards, span);
  const isCalm = plan.guards.latency === null || latency.level === "ok";
  const isGood = isCalm && plan.kpis.length > 0 && plan.kpis.every((one) => isKept(one, values[one.id] ?? null));
  const steady = lookAtSteady(latency.isHard ? { good: 0, left: 0 } : state.steady, isGood, plan.guards.steady);
  const undo = isGood ? {} : state.undo;
  return { state: { ...state, latency: latency.state, steady, undo }, latency };
}

/** Ancestors' row 13: a key that is not there is not good. */
function isKept({ strict: { operator, value: bound } }: KpiPlan, value: number | null): boolean {
  if (value === null) return false;
  return operator === ">=" ? value >= bound : value <= bound;
}

/** Paths that go to and fro, or would if what is proposed for them were done. */
export function oscillatingPaths(
  plan: TuningPlan,
  state: TuningState,
  proposals: readonly Proposal[],
  iteration: number,
): ReadonlySet<string> {
  const isMoving = (path: string, delta: number): boolean =>
    isOscillating(state.changes[path] ?? [], delta, iteration, plan.guards.oscillation);
  return new Set([
    ...plan.parameters.map(({ path }) => path).filter((path) => isMoving(path, 0)),
    ...proposals.filter((one) => isMoving(one.parameter.path, deltaOfProposal(one))).map((one) => one.parameter.path),
  ]);
}

export function deltaOfProposal({ from, to }: Proposal): number {
  return from === null ? 0 : to - from;
}

/** Freezes subsystems for a hard or missing latency and for what goes to and fro. */
export function lookAtSubsystems(
  plan: TuningPlan,
  state: TuningState,
  span: Span,
  { latency, oscillating }: { readonly latency: LatencyLook; readonly oscillating: ReadonlySet<string> },
): TuningState {
  const { freeze, debounce } = plan.guards;
  const causes = new Map<string, string>();
  const signals: Record<string, TuningState["oscillating"][string]> = {};
  for (const subsystem of new Set(plan.parameters.map((one) => one.subsystem))) {
    const moving = plan.parameters.filter((one) => one.subsystem === subsystem && oscillating.has(one.path));
    const signal = debounceSpan(state.oscillating[subsystem] ?? DEBOUNCE_SHUT, moving.length > 0, span, debounce);
    signals[subsystem] = signal;
    if (signal.open) causes.set(subsystem, "its parameters went to and fro");
  }
  const why = latencyCause(latency, plan.guards);
  if (why !== null) for (const subsystem of freeze.freezable) causes.set(subsystem, why);
  const holds = lookAtFreeze(state.holds, causes, span.nowMs, freeze);
  return { ...state, oscillating: signals, holds };
}

function latencyCause(latency: LatencyLook, { latency: limits }: GuardPlan): string | null {
  if (latency.isBlind) return `the latency '${limits?.kpi}' has no value`;
  return latency.isHard ? `the latency is beyond its hard limit of ${limits?.hardMs} ms` : null;
}

/** Freezable subsystems that a guard holds now, by name; null: why this one is not. */
export function frozenReason(plan: TuningPlan, state: TuningState, subsystem: string): string | null {
  const { freeze } = plan.guards;
  const held = frozenBecause(state.holds, subsystem, state.atMs, freeze);
  if (held !== null) return held;
  const isFreezable = freeze.freezable.includes(subsystem) && !freeze.never.includes(subsystem);
  if (!isFreezable || state.steady.left === 0) return null;
  return `steady: what is good is left alone for ${state.steady.left} iterations, this one included`;
}
