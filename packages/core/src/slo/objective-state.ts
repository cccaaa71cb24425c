import { LogHistogram } from "../histogram/log-histogram.ts";
import type { LoadSecond } from "../load/second.ts";
import { BurnMeter, scaledBurn } from "./burn.ts";
import { budgetOf, burnRateOf, eventsOf } from "./judge-events.ts";
import type { SloJudgement } from "./judge-sample.ts";
import { judgeSample } from "./judge-sample.ts";
import type { Objective, SloBudget, SloResult } from "./objective.ts";
import type { SloSample, SloSecond } from "./sample.ts";
import type { RunSpan } from "./scope-feed.ts";
import { ScopeFeed } from "./scope-feed.ts";
import { WindowedObjective } from "./windowed-objective.ts";

/** Everything that is known of one objective while a run goes on: one histogram, its windows, its burn. */
export class ObjectiveState {
  readonly objective: Objective;
  readonly #feed: ScopeFeed;
  readonly #times = new LogHistogram();
  readonly #windows: WindowedObjective | null;
  readonly #burn: BurnMeter | null;
  /** Judged as the abort wants it, every second; null where the abort does not ask for this objective. */
  readonly #watched: WindowedObjective | null;
  readonly #verdicts = { pass: 0, fail: 0, inconclusive: 0 };
  #counts = { completed: 0, failed: 0, dropped: 0, over: 0 };
  #hasBegun = false;
  #seconds = 0;
  #missedForS = 0;

  constructor(objective: Objective, run: RunSpan, abortWindowMs: number | null) {
    this.objective = objective;
    this.#feed = new ScopeFeed(objective, run);
    this.#windows = objective.window === null ? null : new WindowedObjective(objective, objective.window);
    this.#burn = burnOf(objective, run.durationMs);
    const terms = abortWindowMs === null ? null : { sizeMs: abortWindowMs, stepMs: 1000 };
    this.#watched = terms === null ? null : new WindowedObjective(objective, terms);
  }

  get wasSeen(): boolean {
    return this.#feed.wasSeen;
  }

  /** So many seconds on end the abort's window has been missed, counted when the window was. */
  get missedForS(): number {
    return this.#missedForS;
  }

  get windows(): NonNullable<SloResult["windows"]> | null {
    if (this.#windows === null) return null;
    const { pass, fail, inconclusive } = this.#verdicts;
    return { judged: pass + fail, missed: fail, inconclusive };
  }

  take(at: number, seconds: readonly LoadSecond[]): void {
    const second = this.#feed.take(at, seconds);
    if (second === null) return;
    this.#push(second, !this.#hasBegun);
    this.#hasBegun = true;
  }

  finish(): void {
    const last = this.#feed.finish();
    if (last === null) return;
    this.#push(last, true);
    // Seconds behind the last step would be judged by no window.
    const rest = this.#windows?.rest() ?? null;
    if (rest !== null) this.#verdicts[rest.outcome] += 1;
  }

  /** The whole of what was seen so far. */
  judge(): SloJudgement {
    return judgeSample(this.objective, this.#sample());
  }

  budget(): SloBudget | null {
    if (this.objective.kind !== "events" || this.#burn === null) return null;
    const { all, bad } = eventsOf(this.#counts);
    const { ratio } = this.objective;
    const alerts = this.#burn.alerts();
    return { allowed: budgetOf(ratio, all), spent: bad, burnRate: burnRateOf(ratio, bad, all) ?? 0, alerts };
  }

  #push(second: SloSecond, isEdge: boolean): void {
    // A rate is of whole seconds: the first and the last hold less by nature.
    if (isEdge && this.objective.kind === "throughput") return;
    const { completed, failed, dropped, over, times } = second;
    this.#counts = {
      completed: this.#counts.completed + completed,
      failed: this.#counts.failed + failed,
      dropped: this.#counts.dropped + dropped,
      over: this.#counts.over + over,
    };
    if (times !== null) this.#times.add(times);
    this.#seconds += 1;
    const { all, bad } = eventsOf(second);
    this.#burn?.push(all, bad);
    const window = this.#windows?.push(second);
    if (window !== null && window !== undefined) this.#verdicts[window.outcome] += 1;
    this.#watch(second);
  }

  #watch(second: SloSecond): void {
    const window = this.#watched?.push(second);
    if (window === null || window === undefined) return;
    this.#missedForS = window.outcome === "fail" ? this.#missedForS + 1 : 0;
  }

  #sample(): SloSample {
    return { ...this.#counts, times: this.#times, elapsedMs: this.#seconds * 1000 };
  }
}

function burnOf(objective: Objective, durationMs: number): BurnMeter | null {
  if (objective.kind !== "events") return null;
  return new BurnMeter(objective.ratio, objective.burn.length > 0 ? objective.burn : scaledBurn(durationMs));
}
