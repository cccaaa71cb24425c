import type { LoadSecond, SeriesName } from "../load/second.ts";
import type { Objective, Scope } from "./objective.ts";
import type { SloSecond } from "./sample.ts";
import { mergeSeconds, NO_SECOND, sloSecond } from "./sample.ts";

export interface PhaseSpan {
  readonly name: string;
  readonly startMs: number;
  readonly durationMs: number;
  /** Its callers wait for answers, so that what stands still is not asked meanwhile. */
  readonly isClosed?: boolean;
}

export interface RunSpan {
  readonly phases: readonly PhaseSpan[];
  readonly durationMs: number;
}

/**
 * The seconds of a run that an objective is about, from its scope's first to its last; what ends later, while the run
 * is drained, belongs to the last one, which is therefore held back until the end.
 */
export class ScopeFeed {
  readonly #objective: Objective;
  readonly #series: SeriesName;
  readonly #first: number;
  readonly #last: number;
  /** True: an endpoint or tag within a phase, which has no series of its own and is cut out of the whole run's. */
  readonly #isCut: boolean;
  #held: SloSecond | null = null;
  #due = 0;
  #ended = 0;
  #dueInPhase = 0;
  #wasSeen = false;

  constructor(objective: Objective, { phases, durationMs }: RunSpan) {
    const { scope } = objective;
    const phase = phases.find(({ name }) => name === scope.phase);
    const [startMs, endMs] = phase === undefined ? [0, durationMs] : [phase.startMs, phase.startMs + phase.durationMs];
    this.#objective = objective;
    this.#series = seriesOf(scope);
    this.#first = Math.floor(startMs / 1000);
    this.#last = Math.max(this.#first, Math.ceil(endMs / 1000) - 1);
    this.#isCut = scope.phase !== null && this.#series.of !== "phase";
  }

  /** Whether its series was there at all: a name that nothing has is not a series without requests. */
  get wasSeen(): boolean {
    return this.#wasSeen;
  }

  /** The second of the scope that is closed with this second of the clock; null where none is. */
  take(at: number, seconds: readonly LoadSecond[]): SloSecond | null {
    const own = seconds.find(({ series }) => series.of === this.#series.of && series.name === this.#series.name);
    if (own !== undefined) this.#wasSeen = true;
    const second = own === undefined ? NO_SECOND : sloSecond(this.#objective, own);
    const belongs = this.#belongs(at, own);
    if (!belongs) return null;
    if (at < this.#last) return second;
    this.#held = this.#held === null ? second : mergeSeconds(this.#held, second);
    return null;
  }

  /** The last second of the scope, with all that came in after it; null where the run ended before it. */
  finish(): SloSecond | null {
    const last = this.#held;
    this.#held = null;
    return last;
  }

  #belongs(at: number, own: LoadSecond | undefined): boolean {
    const owed = this.#dueInPhase > this.#ended;
    this.#due += own?.due ?? 0;
    this.#ended += (own?.completed ?? 0) + (own?.failed ?? 0) + (own?.dropped ?? 0);
    if (at <= this.#last) this.#dueInPhase = this.#due;
    if (at < this.#first) return false;
    // What fell due in the phase and ends after it still belongs to it, however long that takes.
    return at <= this.#last || !this.#isCut || owed;
  }
}

function seriesOf({ phase, endpoint, tag }: Scope): SeriesName {
  if (endpoint !== null) return { of: "endpoint", name: endpoint };
  if (tag !== null) return { of: "tag", name: tag };
  return phase === null ? { of: "run", name: "" } : { of: "phase", name: phase };
}
