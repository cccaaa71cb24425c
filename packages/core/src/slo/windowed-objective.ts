import { LogHistogram } from "../histogram/log-histogram.ts";
import { RollingWindow } from "../windows/rolling-window.ts";
import type { SloJudgement } from "./judge-sample.ts";
import { judgeSample } from "./judge-sample.ts";
import type { Objective } from "./objective.ts";
import type { SloCounts, SloSecond } from "./sample.ts";

const NO_TIMES = new LogHistogram();

/** Judges an objective on every window of so many seconds; the first is judged when it is whole, never before. */
export class WindowedObjective {
  readonly #objective: Objective;
  readonly #seconds: (SloCounts | undefined)[];
  readonly #times: RollingWindow | null;
  readonly #step: number;
  #pushed = 0;
  #completed = 0;
  #failed = 0;
  #dropped = 0;
  #over = 0;

  /** @throws RangeError for windows that `checkObjectives` refuses */
  constructor(objective: Objective, { sizeMs, stepMs }: { readonly sizeMs: number; readonly stepMs: number }) {
    this.#objective = objective;
    this.#seconds = Array.from({ length: sizeMs / 1000 });
    this.#times = objective.kind === "percentile" ? new RollingWindow(sizeMs / 1000) : null;
    this.#step = stepMs / 1000;
  }

  /** The judgement of the window that ends with this second; null where none does. */
  push(second: SloSecond): SloJudgement | null {
    const { length } = this.#seconds;
    this.#count(second, 1);
    const oldest = this.#seconds[this.#pushed % length];
    if (oldest !== undefined) this.#count(oldest, -1);
    const { completed, failed, dropped, over } = second;
    this.#seconds[this.#pushed % length] = { completed, failed, dropped, over };
    this.#times?.push(second.times);
    this.#pushed += 1;
    const whole = this.#pushed - length;
    return whole >= 0 && whole % this.#step === 0 ? this.#judge() : null;
  }

  /** The judgement of the window that ends with the last second, where its steps end before that; else null. */
  rest(): SloJudgement | null {
    const after = this.#pushed - this.#seconds.length;
    return after > 0 && after % this.#step !== 0 ? this.#judge() : null;
  }

  #judge(): SloJudgement {
    return judgeSample(this.#objective, {
      completed: this.#completed,
      failed: this.#failed,
      dropped: this.#dropped,
      over: this.#over,
      times: this.#times?.total ?? NO_TIMES,
      elapsedMs: this.#seconds.length * 1000,
    });
  }

  #count({ completed, failed, dropped, over }: SloCounts, sign: 1 | -1): void {
    this.#completed += sign * completed;
    this.#failed += sign * failed;
    this.#dropped += sign * dropped;
    this.#over += sign * over;
  }
}
