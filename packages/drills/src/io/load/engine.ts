import { Dispatcher } from "../../load/engine/dispatcher.ts";
import type { EngineEnd, EngineTerms } from "../../load/engine/terms.ts";

const MICROSECONDS_PER_MS = 1000;
/** So that an abort, and the end of a drain, are seen in time. */
const SLEEP_MS_MAX = 20;
const DRAIN_TICK_MS = 2;
/** A timer may fire this much later than asked; the rest is spent spinning. */
const TIMER_SLACK_US = 2500;
/** What is on its way when a run is aborted has so long. */
const ABORT_DRAIN_MS_MAX = 1000;

/**
 * Sends what is due when it is due, on an absolute schedule: a late moment is never made up for by a later one.
 * `economical` sleeps on a timer of a millisecond; `precise` spins through the last two before something is due.
 *
 * @returns when the last arrival has ended, or `drainMs` after it fell due, with what was cut off told to its exchange
 * @example
 * const end = await runEngine({ ...terms, arrivals: { next: () => null }, closed: [] });
 * end.due; // 0
 */
export function runEngine(terms: EngineTerms): Promise<EngineEnd> {
  const { clockUs, signal } = terms;
  const dispatcher = new Dispatcher(terms);
  let drainUntilUs: number | null = null;
  let aborted = false;
  return new Promise((resolve, reject) => {
    const turn = (): void => {
      try {
        const nowUs = clockUs();
        const whole = dispatcher.dispatch(nowUs);
        const isCut = signal.aborted && !aborted;
        if (isCut || (drainUntilUs === null && whole && dispatcher.exhausted(nowUs))) {
          aborted = signal.aborted;
          const drainMs = aborted ? Math.min(terms.drainMs, ABORT_DRAIN_MS_MAX) : terms.drainMs;
          // An abort cuts a drain that has begun as well.
          drainUntilUs = Math.min(drainUntilUs ?? Number.POSITIVE_INFINITY, nowUs + drainMs * MICROSECONDS_PER_MS);
          dispatcher.stop();
        }
        if (drainUntilUs === null) {
          rest(whole ? dispatcher.nextAtUs(nowUs) - clockUs() : 0);
        } else if (dispatcher.quiet || nowUs >= drainUntilUs) {
          resolve(dispatcher.finish(aborted));
        } else setTimeout(turn, DRAIN_TICK_MS);
      } catch (error) {
        dispatcher.finish(true);
        reject(error);
      }
    };
    const rest = (untilNextUs: number): void => {
      if (untilNextUs <= 0) setImmediate(turn);
      else if (terms.pacing === "economical") sleep(turn, untilNextUs);
      else if (untilNextUs > TIMER_SLACK_US) sleep(turn, untilNextUs - TIMER_SLACK_US);
      else setImmediate(turn);
    };
    turn();
  });
}

function sleep(turn: () => void, forUs: number): void {
  setTimeout(turn, Math.min(SLEEP_MS_MAX, Math.max(1, Math.floor(forUs / MICROSECONDS_PER_MS))));
}
