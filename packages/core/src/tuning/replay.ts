import type { ReplayDifference, SoakIteration, SoakReplay, SoakTuning } from "../evidence/soak.ts";
import { canonicalize } from "../json/canonicalize.ts";
import { toldInSummary } from "../kpi/told-in-summary.ts";
import type { Json } from "../noun/json.ts";
import { decideTuning } from "./decide.ts";
import type { TuningPlan, TuningState } from "./state.ts";
import { TUNING_START } from "./state.ts";

/**
 * Decides a recorded soak again, out of its KPIs, what stood in the target, and what was read back. The KPIs are held
 * against the summaries first, as far as those tell them. A gap in the iterations is a difference: what is not there
 * was not decided the same way.
 *
 * @example
 * replaySoak(plan, body.iterations).agrees; // true
 */
export function replaySoak(plan: TuningPlan, iterations: readonly SoakIteration[]): SoakReplay {
  let state: TuningState = TUNING_START;
  let before: SoakTuning | null = null;
  for (const [index, recorded] of iterations.entries()) {
    const { tuning, values, startedAtMs, finishedAtMs: nowMs, iteration } = recorded;
    const stale = outOfOrder(iteration, index + 1) ?? otherValue(plan, recorded);
    if (stale !== null) return { agrees: false, iterations: index, difference: stale };
    const current = currentFrom(tuning);
    const input = { iteration, startedAtMs, nowMs, values, current, before, enabled: tuning.enabled };
    const { proposals: proposed, witness, revert: reverted, guards, state: next } = decideTuning(plan, state, input);
    const other = otherDecision(iteration, tuning, { proposed, witness, reverted, guards });
    if (other !== null) return { agrees: false, iterations: index, difference: other };
    state = next;
    before = tuning;
  }
  return { agrees: iterations.length > 0, iterations: iterations.length, difference: null };
}

const NOBODY: Pick<ReplayDifference, "kpi" | "rule" | "parameter"> = { kpi: null, rule: null, parameter: null };

function outOfOrder(recorded: number, expected: number): ReplayDifference | null {
  if (recorded === expected) return null;
  return { ...NOBODY, iteration: expected, field: "iteration", recorded: told(recorded), replayed: told(expected) };
}

/** A KPI that its summary does not give. */
function otherValue({ kpis }: TuningPlan, recorded: SoakIteration): ReplayDifference | null {
  const { iteration, values } = recorded;
  for (const { id, select } of kpis) {
    const again = toldInSummary(select, recorded);
    const value = Object.hasOwn(values, id) ? (values[id] ?? null) : null;
    if (again === undefined || again === value) continue;
    return { ...NOBODY, iteration, field: "values", kpi: id, recorded: told(value), replayed: told(again) };
  }
  return null;
}

/** A decision needs the value of no parameter but those that it proposes to change. */
function currentFrom({ proposed }: SoakTuning): Readonly<Record<string, number | null>> {
  return Object.fromEntries(proposed.map(({ parameter, from }) => [parameter, from]));
}

type Decided = Pick<SoakTuning, "proposed" | "witness" | "reverted" | "guards">;

function otherDecision(iteration: number, recorded: Decided, replayed: Decided): ReplayDifference | null {
  const proposal = otherProposal(iteration, recorded.proposed, replayed.proposed);
  if (proposal !== null) return proposal;
  for (const field of ["witness", "reverted", "guards"] as const) {
    const [before, again] = [told(recorded[field]), told(replayed[field])];
    if (before === again) continue;
    const seen = field === "witness" ? (recorded.witness ?? replayed.witness) : null;
    const about = { rule: null, kpi: seen?.kpi ?? null, parameter: seen?.parameter ?? null };
    return { iteration, field, ...about, recorded: before, replayed: again };
  }
  return null;
}

/** The first proposal that is not the same, is not there, or is there besides. */
function otherProposal(
  iteration: number,
  recorded: Decided["proposed"],
  replayed: Decided["proposed"],
): ReplayDifference | null {
  for (let index = 0; index < Math.max(recorded.length, replayed.length); index += 1) {
    const [before, again] = [recorded[index], replayed[index]];
    if (told(before ?? null) === told(again ?? null)) continue;
    const { rule, parameter } = before ?? again ?? NOBODY;
    const texts = { recorded: told(before ?? null), replayed: told(again ?? null) };
    return { iteration, field: "proposed", kpi: null, rule, parameter, ...texts };
  }
  return null;
}

function told(value: unknown): string | null {
  return value === null ? null : canonicalize(value as Json);
}
