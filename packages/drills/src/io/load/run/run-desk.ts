import type {
  ArtifactHeader,
  HistogramSlice,
  LatencySummary,
  LoadBody,
  LoadPlan,
  LoadSecond,
  RunSecond,
  SteadyState,
} from "@holdpoint/core";
import { ArtifactLines, loadBody, LogHistogram, phaseSpans, plannedMs, RunTally, SloWatch } from "@holdpoint/core";
import { artifactHeader } from "../../../load/report/artifact-header.ts";
import type { LiveSecond } from "../../../load/report/live-second.ts";
import { spreadOf, SteadyTally } from "../../../load/report/steady-state.ts";
import { phaseAt, phaseStartsUs } from "../../../load/schedule/arrivals.ts";
import { judgeValidity } from "../../../load/validity/judge-validity.ts";
import type { Crew } from "./crew.ts";

interface DeskTerms {
  readonly id: string;
  readonly version: string;
  readonly nowMs: () => number;
  readonly clockUs: () => number;
  readonly testbed: { readonly text: string; readonly sha256: string };
}

const US_PER_MS = 1000;
const US_PER_S = 1e6;

/** Where the merged seconds of a run come together: sums, objectives, artifact lines, and at the end the report. */
export class RunDesk {
  readonly startedAtMs: number;
  readonly #plan: LoadPlan;
  readonly #terms: DeskTerms;
  readonly #startsUs: readonly number[];
  readonly #durationMs: number;
  readonly #tally: RunTally;
  readonly #steady: SteadyTally;
  readonly #watch: SloWatch;
  readonly #header: ArtifactHeader;
  readonly #lines: ArtifactLines;
  #last: LoadSecond | null = null;
  #beganUs: number | null = null;
  #stoppedUs: number | null = null;
  #interrupted: string | null = null;
  #clockOffsetMs: number;
  #clockStepMs = 0;
  #cpuAtStart: NodeJS.CpuUsage = process.cpuUsage();

  /** @throws HoldpointError for a plan that cannot be sent or judged */
  constructor(plan: LoadPlan, terms: DeskTerms) {
    this.#plan = plan;
    this.#terms = terms;
    this.startedAtMs = terms.nowMs();
    this.#clockOffsetMs = this.#offset();
    this.#startsUs = phaseStartsUs(plan.phases);
    this.#durationMs = plannedMs(plan.phases);
    this.#header = artifactHeader(plan, { ...terms, startedAtMs: this.startedAtMs });
    this.#lines = new ArtifactLines(this.#header);
    this.#tally = new RunTally(this.#header.made?.windowS ?? 1);
    this.#steady = new SteadyTally(plan.phases);
    const { objectives, abort } = plan;
    const phases = phaseSpans(plan.phases);
    this.#watch = new SloWatch({ objectives, abort, phases, durationMs: this.#durationMs });
  }

  /** Id of the objective that ends the run. */
  get abortedBy(): string | null {
    return this.#watch.aborted;
  }

  get beganUs(): number | null {
    return this.#beganUs;
  }

  header(): string {
    return this.#lines.header();
  }

  begin(atUs: number): void {
    this.#beganUs = atUs;
    this.#cpuAtStart = process.cpuUsage();
  }

  interrupted(why: string): void {
    this.#interrupted ??= why;
    this.cut();
  }

  /** No more falls due from now on. */
  cut(): void {
    this.#stoppedUs ??= this.#terms.clockUs();
  }

  /** Takes the next second; its line of the artifact. */
  take(second: RunSecond): string {
    this.#watchClock();
    this.#tally.take(second);
    const [run] = second.series;
    if (run !== undefined) {
      this.#last = run;
      this.#steady.take(run);
    }
    this.#watch.second(second.series);
    if (this.#watch.aborted !== null) this.cut();
    return this.#lines.second(second);
  }

  live(): LiveSecond {
    const last = this.#last;
    const second = last?.second ?? 0;
    const isRunning = second * 1000 < this.#durationMs;
    return {
      second,
      plannedS: Math.ceil(this.#durationMs / 1000),
      phase: isRunning ? (this.#plan.phases[phaseAt(this.#startsUs, second * US_PER_S)]?.name ?? null) : null,
      due: last?.due ?? 0,
      sent: last?.sent ?? 0,
      completed: last?.completed ?? 0,
      failed: last?.failed ?? 0,
      dropped: last?.dropped ?? 0,
      queued: last?.queued ?? 0,
      response: summaryOf(last?.response ?? null),
      service: summaryOf(last?.service ?? null),
      slo: this.#watch.live(),
    };
  }

  finish(crew: Crew): { readonly body: LoadBody; readonly steady: SteadyState; readonly closing: string } {
    this.#watchClock();
    const { user, system } = process.cpuUsage(this.#cpuAtStart);
    const { due, sent, completed, failed } = this.#tally.totals;
    const engines = crew.ends.flatMap(({ engine }) => engine ?? []);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    const reasons = judgeValidity({
      limits: this.#plan.validity,
      due,
      sent,
      arrivalsDue: sum(engines.map(({ due }) => due)),
      arrivalsStarted: this.#tally.started,
      completed,
      failed,
      strayAnswers: sum(crew.ends.map(({ strayAnswers }) => strayAnswers)),
      overflowed: sum(engines.map(({ overflowed }) => overflowed)),
      unsent: sum(engines.map(({ unsent }) => unsent)),
      lagP99Ms: this.#tally.lag.summary()?.p99 ?? null,
      connectFailures: crew.connectFailures,
      blockedMsMax: Math.max(0, ...crew.ends.map(({ blockedMsMax }) => blockedMsMax)),
      clockStepMs: this.#clockStepMs,
      workersLost: crew.lost,
      interrupted: this.#interrupted,
      abortedBy: this.abortedBy,
    });
    const queue = {
      max: sum(engines.map(({ queueMaxSeen }) => queueMaxSeen)),
      waited: sum(engines.map(({ waited }) => waited)),
    };
    const retried = sum(crew.ends.map(({ repeated }) => repeated));
    const ran = { durationMs: this.#measuredMs(), queue, retried, cpuS: (user + system) / US_PER_S };
    const slo = this.#watch.results(reasons.length === 0 ? "valid" : "invalid");
    const target = this.#header.made?.target ?? null;
    const body = loadBody(this.#tally, this.#header, { ...ran, target, reasons, slo });
    const { validity } = body;
    const { seconds, totals } = this.#tally;
    const closing = this.#lines.end({ seconds, totals, validity, reasons, ran });
    return { body, steady: this.#steadyState(body), closing };
  }

  #steadyState(body: LoadBody): SteadyState {
    const { windows, windowMs, stepMs } = this.#steady;
    return {
      schema: "holdpoint/perf-steady-state/v1",
      id: body.id,
      startedAtMs: this.startedAtMs,
      url: this.#plan.url,
      planSha256: this.#header.planSha256,
      validity: body.validity,
      windowMs,
      stepMs,
      windows,
      response: spreadOf(windows.map(({ response }) => response)),
      service: spreadOf(windows.map(({ service }) => service)),
      budgets: body.slo.map(({ id, text, outcome, reason, observed, bound, budget, windows }) => {
        return { id, text, outcome, reason, observed, bound, budget, windows };
      }),
    };
  }

  /** What the clock showed when no more fell due. */
  #measuredMs(): number {
    if (this.#beganUs === null) return 0;
    if (this.#stoppedUs === null) return this.#durationMs;
    return Math.min(this.#durationMs, Math.max(0, (this.#stoppedUs - this.#beganUs) / US_PER_MS));
  }

  /** How far the system's clock is ahead of the monotonic one; it must not change while a run goes on. */
  #offset(): number {
    return this.#terms.nowMs() - this.#terms.clockUs() / US_PER_MS;
  }

  #watchClock(): void {
    const offsetMs = this.#offset();
    const stepMs = offsetMs - this.#clockOffsetMs;
    if (Math.abs(stepMs) > Math.abs(this.#clockStepMs)) this.#clockStepMs = stepMs;
    this.#clockOffsetMs = offsetMs;
  }
}

function summaryOf(slice: HistogramSlice | null): LatencySummary | null {
  return LogHistogram.ofSlice(slice).summary();
}
