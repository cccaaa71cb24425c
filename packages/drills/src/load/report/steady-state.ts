import type { LoadSecond, PhasePlan, SteadyPercentiles, SteadySpread, SteadyWindow } from "@holdpoint/core";
import { RollingWindow } from "@holdpoint/core";

const STEADY_WINDOW_S = 10;
const WINDOWS_MAX = 600;

/** SteadyPercentiles over sliding windows, while a run goes on. */
export class SteadyTally {
  readonly #phases: readonly PhasePlan[];
  readonly #sizeS: number;
  readonly #stepS: number;
  readonly #windows: SteadyWindow[] = [];
  #response: RollingWindow;
  #service: RollingWindow;
  #counts: { readonly completed: number; readonly failed: number; readonly dropped: number }[] = [];
  #span: EvenSpan | null = null;

  constructor(phases: readonly PhasePlan[], sizeS: number = STEADY_WINDOW_S) {
    const seconds = phases.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
    this.#phases = phases;
    this.#sizeS = sizeS;
    this.#stepS = Math.max(1, Math.ceil(seconds / WINDOWS_MAX));
    this.#response = new RollingWindow(sizeS);
    this.#service = new RollingWindow(sizeS);
  }

  get windowMs(): number {
    return this.#sizeS * 1000;
  }

  get stepMs(): number {
    return this.#stepS * 1000;
  }

  get windows(): readonly SteadyWindow[] {
    return this.#windows;
  }

  /** The run's next second. */
  take({ second, completed, failed, dropped, response, service }: LoadSecond): void {
    const span = evenSpanAt(this.#phases, second);
    if (span === null || span.phase !== this.#span?.phase) this.#begin(span);
    if (span === null) return;
    this.#response.push(response);
    this.#service.push(service);
    this.#counts.push({ completed, failed, dropped });
    if (this.#counts.length > this.#sizeS) this.#counts.shift();
    const at = second + 1 - span.fromS;
    if (!this.#response.isFull || (at - this.#sizeS) % this.#stepS !== 0) return;
    this.#windows.push({
      phase: span.phase.name,
      startMs: (second + 1 - this.#sizeS) * 1000,
      ...this.#sum(),
      response: percentilesOf(this.#response),
      service: percentilesOf(this.#service),
    });
  }

  #begin(span: EvenSpan | null): void {
    this.#span = span;
    this.#response = new RollingWindow(this.#sizeS);
    this.#service = new RollingWindow(this.#sizeS);
    this.#counts = [];
  }

  #sum(): { completed: number; failed: number; dropped: number } {
    const sum = { completed: 0, failed: 0, dropped: 0 };
    for (const { completed, failed, dropped } of this.#counts) {
      sum.completed += completed;
      sum.failed += failed;
      sum.dropped += dropped;
    }
    return sum;
  }
}

interface EvenSpan {
  readonly phase: PhasePlan;
  readonly fromS: number;
}

/** The phase of even load in which a second lies whole; null where there is none, also behind the end. */
function evenSpanAt(phases: readonly PhasePlan[], second: number): EvenSpan | null {
  let startMs = 0;
  for (const phase of phases) {
    const endMs = startMs + phase.durationMs;
    const isEven = ["constant", "poisson", "closed"].includes(phase.arrival.kind);
    const fromS = Math.ceil(startMs / 1000);
    if (isEven && second >= fromS && (second + 1) * 1000 <= endMs) return { phase, fromS };
    startMs = endMs;
  }
  return null;
}

function percentilesOf(window: RollingWindow): SteadyPercentiles | null {
  const summary = window.summary();
  return summary === null ? null : { p50: summary.p50, p95: summary.p95, p99: summary.p99 };
}

/** Best and worst of each percentile over the windows; null where no window holds anything. */
export function spreadOf(windows: readonly (SteadyPercentiles | null)[]): SteadySpread | null {
  const filled = windows.filter((one) => one !== null);
  if (filled.length === 0) return null;
  const over = (pick: (...values: number[]) => number): SteadyPercentiles => ({
    p50: pick(...filled.map(({ p50 }) => p50)),
    p95: pick(...filled.map(({ p95 }) => p95)),
    p99: pick(...filled.map(({ p99 }) => p99)),
  });
  return { best: over(Math.min), worst: over(Math.max) };
}
