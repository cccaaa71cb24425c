import type { ProposedDelta, SoakTuning } from "../evidence/soak.ts";
import { deltaOf, leafNumber } from "./guards/change.ts";
import { attemptAfter } from "./guards/duplicate.ts";
import { dropFromUndo, keepForUndo } from "./guards/undo.ts";
import { spend } from "./guards/velocity.ts";
import { look, NO_STRIKES, strikesAfter } from "./guards/witness.ts";
import type { TuningPlan, TuningState } from "./state.ts";

/** Rule of a proposal that sets a parameter back to what it was when things were last good. */
export const REVERT_RULE = "last-good";

/** A proposal that was let through, and by how much the leaf moved. */
interface Done {
  readonly proposal: ProposedDelta;
  readonly before: number | null;
  readonly delta: number;
  readonly isSetBack: boolean;
}

/**
 * What became of a decision: only what was read back counts.
 *
 * @param iteration in which it was decided
 */
export function settle(
  plan: TuningPlan,
  state: TuningState,
  { proposed, readings }: Pick<SoakTuning, "proposed" | "readings">,
  iteration: number,
): TuningState {
  const done = proposed
    .filter(({ skipped }) => skipped === null)
    .map((proposal): Done => {
      const reading = readings.find(({ path, verdict }) => path === proposal.parameter && verdict !== "drifted");
      const before = reading === undefined ? proposal.from : leafNumber(reading.before);
      // Without a reading nobody knows; it counts as done, as what could not be read does.
      const delta = reading === undefined ? proposal.to - (proposal.from ?? proposal.to) : deltaOf(reading);
      const isSetBack = proposal.rule === REVERT_RULE && reading?.verdict === "applied";
      return { proposal, before, delta, isSetBack };
    });
  const counted = done.reduce((next, one) => count(plan, next, one, iteration), state);
  return watchNext(plan, counted, done, iteration);
}

function count(plan: TuningPlan, state: TuningState, done: Done, iteration: number): TuningState {
  const { proposal, before, delta, isSetBack } = done;
  const path = proposal.parameter;
  const isRevert = proposal.rule === REVERT_RULE;
  const attempt = { from: proposal.from ?? proposal.to, to: proposal.to, moved: delta !== 0 };
  const attempts = isRevert
    ? state.attempts
    : { ...state.attempts, [path]: attemptAfter(state.attempts[path], attempt) };
  const undo = isSetBack ? dropFromUndo(state.undo, path) : state.undo;
  if (delta === 0) return { ...state, attempts, undo };
  const change = { iteration, atMs: state.atMs, delta };
  const isRecent = (made: { readonly iteration: number }): boolean =>
    made.iteration > iteration - plan.guards.oscillation.window;
  return {
    ...state,
    attempts,
    undo: isRevert || before === null ? undo : keepForUndo(undo, path, before),
    changes: { ...state.changes, [path]: [...(state.changes[path] ?? []).filter(isRecent), change] },
    changedIn: { ...state.changedIn, [path]: iteration },
    spent: { ...state.spent, [path]: spend(state.spent[path] ?? [], delta, state.atMs) },
  };
}

/** The first change that moved as its rule wanted is the one whose effect is waited for. */
function watchNext(plan: TuningPlan, state: TuningState, done: readonly Done[], iteration: number): TuningState {
  if (done.every(({ delta }) => delta === 0)) return state;
  const closed = closeWatch(state);
  for (const { proposal, delta } of done) {
    const rule = plan.rules.find(({ id }) => id === proposal.rule);
    const parameter = plan.parameters.find(({ path }) => path === proposal.parameter);
    if (rule === undefined || parameter === undefined || Math.sign(delta) !== Math.sign(rule.delta)) continue;
    const { id, kpi, expect } = rule;
    const was = state.values[kpi] ?? null;
    const until = iteration + 1 + parameter.cooldown;
    return { ...closed, watch: { rule: id, parameter: parameter.path, kpi, expected: expect, was, until } };
  }
  return closed;
}

/** Another change ends the waiting for the one before: an effect that was seen counts, none yet does not. */
function closeWatch(state: TuningState): TuningState {
  const { watch, values, quiet, strikes } = state;
  if (watch === null) return state;
  const { seen } = look(watch, values[watch.kpi] ?? null, quiet[watch.kpi] ?? []);
  const after = strikesAfter(strikes[watch.rule] ?? NO_STRIKES, seen, false);
  return { ...state, watch: null, strikes: { ...strikes, [watch.rule]: after } };
}
