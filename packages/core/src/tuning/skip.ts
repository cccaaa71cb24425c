import type { ProposedDelta, SkipReason } from "../evidence/soak.ts";
import { isCooling } from "./guards/cooldown.ts";
import { IN_VAIN_MAX, isInVain } from "./guards/duplicate.ts";
import { isTooFast, spentWithinHour } from "./guards/velocity.ts";
import { distrust, NO_STRIKES } from "./guards/witness.ts";
import { deltaOfProposal, frozenReason } from "./observe.ts";
import type { Proposal } from "./propose.ts";
import { isOscillating } from "./guards/oscillation.ts";
import type { TuningPlan, TuningState } from "./state.ts";

/** What a proposal is held against. */
export interface SkipScene {
  readonly plan: TuningPlan;
  readonly state: TuningState;
  readonly iteration: number;
  readonly enabled: boolean;
  /** Path and subsystem of everything that this iteration changes already. */
  readonly taken: readonly Pick<ProposedDelta, "parameter" | "subsystem">[];
}

type Guard = (proposal: Proposal, scene: SkipScene) => string | null;

/** In the order in which they are asked: the first that has something against it is the reason. */
const GUARDS: readonly (readonly [SkipReason, Guard])[] = [
  ["frozen", ({ parameter }, { plan, state }) => frozenReason(plan, state, parameter.subsystem)],
  [
    "oscillation",
    (proposal, { plan, state, iteration }) => {
      const { path } = proposal.parameter;
      const { window, signChanges } = plan.guards.oscillation;
      const changes = state.changes[path] ?? [];
      return isOscillating(changes, deltaOfProposal(proposal), iteration, plan.guards.oscillation)
        ? `the changes of ${path} would turn ${signChanges} times or more in ${window} iterations`
        : null;
    },
  ],
  [
    "velocity",
    (proposal, { plan, state }) => {
      const { path } = proposal.parameter;
      const perHourMax = plan.guards.velocity.perHour[path];
      const spent = state.spent[path] ?? [];
      return isTooFast(spent, deltaOfProposal(proposal), state.atMs, perHourMax)
        ? `${path} moved by ${spentWithinHour(spent, state.atMs)} within an hour, ${perHourMax} is the most`
        : null;
    },
  ],
  [
    "cooldown",
    ({ parameter: { path, cooldown } }, { state, iteration }) =>
      isCooling(state.changedIn[path], iteration, cooldown)
        ? `${path} was changed in iteration ${state.changedIn[path]} and rests for ${cooldown}`
        : null,
  ],
  ["out-of-bounds", outOfBounds],
  ["no-change", ({ from, to, parameter }) => (from === to ? `${parameter.path} is ${to} already` : null)],
  [
    "other-subsystem",
    ({ parameter }, { taken }) => {
      const other = taken.find(({ subsystem }) => subsystem !== parameter.subsystem);
      return other === undefined ? null : `this iteration changes ${other.subsystem}, and nothing else besides`;
    },
  ],
  [
    "unknown-path",
    ({ from, parameter: { path, type } }) =>
      from === null ? `the target's configuration has no ${type} at ${path} that could be read` : null,
  ],
  [
    "last-iteration",
    (_, { plan, iteration }) =>
      iteration >= plan.iterations ? "no iteration follows that would show what it does" : null,
  ],
  ["duplicate", duplicate],
  ["witness", distrusted],
  ["tuning-off", (_, { enabled }) => (enabled ? null : "tuning was not asked for")],
];

/** The first guard that has something against a proposal; null lets it through. */
export function skipOf(proposal: Proposal, scene: SkipScene): ProposedDelta["skipped"] {
  for (const [reason, guard] of GUARDS) {
    const text = guard(proposal, scene);
    if (text !== null) return { reason, text };
  }
  return null;
}

function outOfBounds({ rule, parameter: { path, min, max }, from }: Proposal): string | null {
  if (from === null) return null;
  if (from < min || from > max) return `${path} is ${from}, outside of ${min} to ${max}; somebody else set it`;
  const isAtEnd = rule.delta > 0 ? from === max : from === min;
  return isAtEnd ? `${path} is ${from}, the end of its bounds` : null;
}

function duplicate({ parameter: { path }, from, to }: Proposal, { state, taken }: SkipScene): string | null {
  if (taken.some(({ parameter }) => parameter === path)) return `this iteration changes ${path} already`;
  return from !== null && isInVain(state.attempts[path], from, to)
    ? `${path} was to become ${to} ${IN_VAIN_MAX} times and stayed ${from}`
    : null;
}

function distrusted({ rule: { id, kpi, expect }, parameter: { path } }: Proposal, { state }: SkipScene): string | null {
  const why = distrust(state.strikes[id] ?? NO_STRIKES, state.quiet[kpi] ?? []);
  if (why === null) return null;
  const seen = why === "dead" ? `does not make ${kpi} ${expect}` : `does the opposite of making ${kpi} ${expect}`;
  return `changing ${path} ${seen}, as often as was tried`;
}
