import type { ProposedDelta, SoakTuning } from "../evidence/soak.ts";
import { distrust, NO_STRIKES } from "./guards/witness.ts";
import { frozenReason, lookAtEffect, lookAtHealth, lookAtSubsystems, oscillatingPaths } from "./observe.ts";
import { propose } from "./propose.ts";
import { REVERT_RULE, settle } from "./settle.ts";
import { skipOf } from "./skip.ts";
import type { TuningInput, TuningPlan, TuningState } from "./state.ts";

export interface TuningDecision {
  readonly state: TuningState;
  /** Everything that was asked for; what has no `skipped` is to be written now. */
  readonly proposals: readonly ProposedDelta[];
  /** Some of them set parameters back to what they were when things were last good. */
  readonly revert: boolean;
  readonly guards: SoakTuning["guards"];
  readonly witness: SoakTuning["witness"];
}

/**
 * What is to be changed after an iteration. Pure: the same plan and the same recorded iterations give the same
 * decisions. Guards are asked in the order freeze, oscillation, velocity, cooldown; one subsystem an iteration; after
 * the last one nothing. Going back to the last good state passes all of them: it is the way out, not one more try.
 *
 * @example
 * const { state, proposals } = decideTuning(plan, TUNING_START, {
 *   iteration: 1,
 *   startedAtMs: 0,
 *   nowMs: 60_000,
 *   values: { p95: 420 },
 *   current: { "executor.concurrency": 4 },
 *   before: null,
 *   enabled: true,
 * });
 */
export function decideTuning(plan: TuningPlan, last: TuningState, input: TuningInput): TuningDecision {
  const { iteration, enabled } = input;
  const values = finite(input.values);
  const nowMs = Number.isFinite(input.nowMs) ? Math.max(last.atMs, input.nowMs) : last.atMs;
  const startedAtMs = Number.isFinite(input.startedAtMs) ? Math.max(last.atMs, input.startedAtMs) : nowMs;
  const span = { startedAtMs: Math.min(nowMs, startedAtMs), nowMs };
  const settled = input.before === null ? last : settle(plan, last, input.before, iteration - 1);
  const effect = lookAtEffect(settled, values, { iteration, isQuiet: settled.changedIn === last.changedIn });
  const health = lookAtHealth(plan, effect.state, values, span);
  const proposed = propose(plan, values, input.current);
  const oscillating = oscillatingPaths(plan, health.state, proposed, iteration);
  const looked = lookAtSubsystems(plan, health.state, span, { latency: health.latency, oscillating });
  const state = { ...looked, atMs: nowMs, values };
  const proposals = [...setBack(plan, { last, state }, input, health.latency.isHard)];
  const reverts = proposals.length;
  for (const proposal of proposed) {
    const { rule, parameter, from, to } = proposal;
    const taken = proposals.filter((one) => one.skipped === null);
    const skipped = skipOf(proposal, { plan, state, iteration, enabled, taken });
    proposals.push({ parameter: parameter.path, subsystem: parameter.subsystem, rule: rule.id, from, to, skipped });
  }
  const frozen = plan.guards.freeze.freezable.filter((name) => frozenReason(plan, state, name) !== null);
  return {
    state,
    proposals,
    revert: proposals.slice(0, reverts).some((one) => one.skipped === null),
    guards: {
      frozen: frozen.toSorted(),
      oscillating: [...oscillating].toSorted(),
      latency: health.latency.level,
      steady: state.steady.left > 0,
    },
    witness: effect.witness,
  };
}

/** When the latency is hard, all that was changed since things were good; else what a rule changed that is inverted. */
function setBack(
  plan: TuningPlan,
  { last, state }: { readonly last: TuningState; readonly state: TuningState },
  input: TuningInput,
  isHard: boolean,
): readonly ProposedDelta[] {
  const isInverted = ({ strikes, quiet }: TuningState, { id, kpi }: TuningPlan["rules"][number]): boolean =>
    distrust(strikes[id] ?? NO_STRIKES, quiet[kpi] ?? []) === "inverted";
  const inverted = plan.rules.filter((rule) => isInverted(state, rule) && !isInverted(last, rule));
  return plan.parameters
    .filter(({ path }) => isHard || inverted.some(({ parameter }) => parameter === path))
    .flatMap(({ path, subsystem }): readonly ProposedDelta[] => {
      const to = Object.hasOwn(state.undo, path) ? state.undo[path] : undefined;
      if (to === undefined) return [];
      const from = input.current[path] ?? null;
      const skipped = backSkipped({ from, to, path }, input);
      return [{ parameter: path, subsystem, rule: REVERT_RULE, from, to, skipped }];
    });
}

function backSkipped(
  { from, to, path }: { readonly from: number | null; readonly to: number; readonly path: string },
  { enabled }: TuningInput,
): ProposedDelta["skipped"] {
  if (from === to) return { reason: "no-change", text: `${path} is ${to} already` };
  if (from === null) return { reason: "unknown-path", text: `${path} could not be read` };
  return enabled ? null : { reason: "tuning-off", text: "tuning was not asked for" };
}

function finite(values: TuningInput["values"]): TuningInput["values"] {
  return Object.fromEntries(
    Object.entries(values).map(([kpi, value]) => [kpi, value !== null && Number.isFinite(value) ? value : null]),
  );
}
