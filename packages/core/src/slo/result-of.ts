import { didYouMean } from "../text/suggest.ts";
import type { Objective, SloOutcome, SloResult, WindowTerms } from "./objective.ts";
import type { ObjectiveState } from "./objective-state.ts";
import { objectiveText } from "./objective-text.ts";

/** How a run went, as far as it decides what its objectives may be. */
export interface RunFacts {
  readonly isValid: boolean;
  /** Id of the objective for which it was ended early. */
  readonly aborted: string | null;
  readonly measuredS: number;
  readonly plannedS: number;
  readonly phases: readonly string[];
  /** Those of them that are of a closed model. */
  readonly closed: readonly string[];
  readonly endpoints: readonly string[];
  readonly tags: readonly string[];
}

export interface Verdict {
  readonly outcome: SloOutcome;
  readonly reason: string;
}

/** What is left of an objective at the end of a run. */
export function resultOf(state: ObjectiveState, run: RunFacts): SloResult {
  const { objective } = state;
  const { observed, interval, samples, minSamples } = state.judge();
  const { outcome, reason } = verdictOf(state, run);
  const { id, kind, scope } = objective;
  const text = objectiveText(objective);
  const [budget, windows] = [state.budget(), state.windows];
  const bound = boundOf(objective);
  return { id, text, kind, scope, outcome, reason, observed, bound, interval, samples, minSamples, budget, windows };
}

/** Invalid before all; then what the run cannot answer; then the figures; and a run cut short passes nothing. */
function verdictOf(state: ObjectiveState, run: RunFacts): Verdict {
  if (!run.isValid) return { outcome: "invalid", reason: "the run is invalid, so its figures decide nothing" };
  const unknown = unknownName(state, run);
  if (unknown !== null) return { outcome: "inconclusive", reason: unknown };
  if (run.aborted === state.objective.id) {
    const reason = `missed for so long on end that the run was ended after ${run.measuredS} s`;
    return { outcome: "fail", reason };
  }
  const { window } = state.objective;
  const judged = window === null ? state.judge() : byWindows(state, window);
  if (judged.outcome === "pass" && hidesStalls(state.objective, run)) {
    const reason = `its callers waited for answers (closed model), so a stall hides from this limit; ${judged.reason}`;
    return { outcome: "inconclusive", reason };
  }
  if (judged.outcome !== "pass" || run.measuredS >= run.plannedS) return judged;
  const reason = `only ${run.measuredS} of ${run.plannedS} s were measured, and in these ${judged.reason}`;
  return { outcome: "inconclusive", reason };
}

/** A limit of time can be missed in a closed model, and never be shown to be met. */
function hidesStalls(objective: Objective, { closed }: RunFacts): boolean {
  const isOfTime = objective.kind === "percentile" || (objective.kind === "events" && objective.within !== null);
  const { phase } = objective.scope;
  return isOfTime && (phase === null ? closed.length > 0 : closed.includes(phase));
}

/** Windows that could not be judged may have been misses: they are held against the objective, not for it. */
export function byWindows(
  { windows }: Pick<ObjectiveState, "windows">,
  { sizeMs, violationsMax }: WindowTerms,
): Verdict {
  const { judged = 0, missed = 0, inconclusive = 0 } = windows ?? {};
  const all = judged + inconclusive;
  const told = `${missed} of ${all} windows of ${sizeMs / 1000} s were missed, ${violationsMax} may be`;
  if (missed > violationsMax) return { outcome: "fail", reason: told };
  if (all === 0)
    return { outcome: "inconclusive", reason: `no window of ${sizeMs / 1000} s fits into what was measured` };
  if (all <= violationsMax)
    return { outcome: "inconclusive", reason: `${told}, so that no run of this length could fail` };
  if (missed + inconclusive > violationsMax)
    return { outcome: "inconclusive", reason: `${told}, and ${inconclusive} could not be judged` };
  return { outcome: "pass", reason: told };
}

function unknownName(state: ObjectiveState, { phases, endpoints, tags }: RunFacts): string | null {
  const { phase, endpoint, tag } = state.objective.scope;
  if (phase !== null && !phases.includes(phase)) return absent("phase", phase, phases);
  if (state.wasSeen) return null;
  if (endpoint !== null) return absent("endpoint", endpoint, endpoints);
  if (tag !== null) return absent("tag", tag, tags);
  return phase === null ? "no second of the run was measured" : `nothing was measured in the phase ${phase}`;
}

function absent(what: string, name: string, known: readonly string[]): string {
  const there = known.length === 0 ? `no ${what} was measured` : `there were ${known.slice(0, 10).join(", ")}`;
  return `nothing was measured of the ${what} "${name}": ${there}${didYouMean(name, known)}`;
}

export function boundOf(objective: Objective): number {
  if (objective.kind === "percentile") return objective.maxMs;
  return objective.kind === "events" ? objective.ratio : objective.minPerS;
}
