import type { AbortPlan } from "../load/plan.ts";
import type { LoadSecond } from "../load/second.ts";
import { checkObjectives } from "./check-objectives.ts";
import type { Objective, SloResult } from "./objective.ts";
import { ObjectiveState } from "./objective-state.ts";
import { objectiveText } from "./objective-text.ts";
import { resultOf } from "./result-of.ts";
import type { RunSpan } from "./scope-feed.ts";

export interface SloWatchTerms extends RunSpan {
  readonly objectives: readonly Objective[];
  readonly abort: AbortPlan | null;
}

/** An objective while the run goes on; nothing here is a result. */
export interface LiveSlo {
  readonly id: string;
  readonly text: string;
  readonly state: "ok" | "missed" | "unknown";
  readonly observed: number | null;
  /** Of event objectives; 1 spends the budget exactly. */
  readonly burnRate: number | null;
}

/** Endpoints, and tags, of which the names are kept to tell what there was. */
const NAMES_MAX = 1000;

const LIVE = { pass: "ok", fail: "missed", inconclusive: "unknown" } as const;

/**
 * Judges the objectives of a load run while it runs, second by second. Memory is bounded by one histogram and the
 * windows of each objective, not by the length of the run.
 *
 * Percentiles are judged by their order-statistic interval at 95 %, shares of good requests by their budget, rates over
 * whole seconds. An objective passes only on enough samples of a whole, valid run whose names exist.
 *
 * @example
 * const watch = new SloWatch({ objectives: [parseObjective("p99 < 300ms")], phases, durationMs: 30_000, abort: null });
 * watch.second(seriesOfSecond); // 0, 1, 2…
 * if (watch.aborted !== null) stop();
 * watch.results("valid")[0]?.outcome; // "pass"
 */
export class SloWatch {
  readonly #terms: SloWatchTerms;
  readonly #states: readonly ObjectiveState[];
  readonly #endpoints = new Set<string>();
  readonly #tags = new Set<string>();
  #seconds = 0;
  #aborted: string | null = null;
  #isFinished = false;

  /** @throws HoldpointError `HP-CONFIG-VALUE`, `HP-CONFIG-REFERENCE` for objectives that could not be judged */
  constructor(terms: SloWatchTerms) {
    const { objectives, abort } = terms;
    checkObjectives(objectives, abort);
    this.#terms = terms;
    this.#states = objectives.map((objective) => {
      const isWatched = abort?.objectives.includes(objective.id) === true;
      return new ObjectiveState(objective, terms, isWatched ? abort.windowMs : null);
    });
  }

  /** Id of the objective that was missed for as long as ends the run; stays once it is set. */
  get aborted(): string | null {
    return this.#aborted;
  }

  /**
   * All series of the next second of the clock.
   *
   * @throws RangeError for a second that is not the next one, or mixed with another
   */
  second(seconds: readonly LoadSecond[]): void {
    if (this.#isFinished) throw new RangeError("a second after the results");
    const stray = seconds.find(({ second }) => second !== this.#seconds);
    if (stray !== undefined) throw new RangeError(`second ${stray.second} where ${this.#seconds} comes next`);
    for (const { series } of seconds) this.#keepName(series.of, series.name);
    for (const state of this.#states) state.take(this.#seconds, seconds);
    this.#seconds += 1;
    this.#aborted ??= this.#missedTooLong();
  }

  live(): readonly LiveSlo[] {
    return this.#states.map((state) => {
      const { id } = state.objective;
      const text = objectiveText(state.objective);
      const burnRate = state.budget()?.burnRate ?? null;
      return { id, text, state: liveState(state), observed: state.judge().observed, burnRate };
    });
  }

  /** Ends the watch; asked again it answers the same. */
  results(validity: "valid" | "invalid"): readonly SloResult[] {
    if (!this.#isFinished) for (const state of this.#states) state.finish();
    this.#isFinished = true;
    return this.#states.map((state) =>
      resultOf(state, {
        isValid: validity === "valid",
        aborted: this.#aborted,
        measuredS: this.#seconds,
        plannedS: Math.ceil(this.#terms.durationMs / 1000),
        phases: this.#terms.phases.map(({ name }) => name),
        closed: this.#terms.phases.flatMap(({ name, isClosed }) => (isClosed === true ? [name] : [])),
        endpoints: [...this.#endpoints],
        tags: [...this.#tags],
      }),
    );
  }

  #missedTooLong(): string | null {
    const holdS = Math.max(1, (this.#terms.abort?.holdMs ?? 0) / 1000);
    return this.#states.find(({ missedForS }) => missedForS >= holdS)?.objective.id ?? null;
  }

  #keepName(of: string, name: string): void {
    const names = of === "endpoint" ? this.#endpoints : of === "tag" ? this.#tags : null;
    if (names !== null && names.size < NAMES_MAX) names.add(name);
  }
}

function liveState(state: ObjectiveState): LiveSlo["state"] {
  const { window } = state.objective;
  if (window === null) return LIVE[state.judge().outcome];
  const { judged = 0, missed = 0 } = state.windows ?? {};
  return missed > window.violationsMax ? "missed" : judged > 0 ? "ok" : "unknown";
}
