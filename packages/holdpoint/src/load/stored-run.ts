import type { LoadBody, LoadReason, LoadRunTerms, LoadSecond, LogHistogram, Objective } from "@holdpoint/core";
import { SloWatch } from "@holdpoint/core";
import type { ArtifactEnd, ArtifactHeader } from "@holdpoint/drills";
import { RunTally, windowSizeS } from "@holdpoint/drills";
import { HlogText } from "./hlog-text.ts";

export interface StoredRunTerms {
  /** First second that counts. */
  readonly fromS: number;
  /** First second that does not count any more; null for the end of the run. */
  readonly toS: number | null;
  readonly objectives: readonly Objective[];
  readonly version: string;
}

/** Answers after the last arrival still come in for so long. */
const DRAIN_S = 60;

/**
 * A run put together again from the seconds of its artifact, or of a part of it. Its figures are those that the run
 * itself told; what the artifact does not keep (kinds of failure, checks, terms of the plan) is empty or null.
 */
export class StoredRun {
  readonly #terms: StoredRunTerms;
  readonly #header: ArtifactHeader;
  readonly #tally: RunTally;
  readonly #watch: SloWatch;
  readonly #hlog: HlogText;

  /** @throws RangeError for objectives that cannot be judged together */
  constructor(header: ArtifactHeader, terms: StoredRunTerms) {
    this.#header = header;
    this.#terms = terms;
    const { objectives } = terms;
    const phases = phasesOf(header);
    const durationMs = plannedMs(header);
    this.#tally = new RunTally(windowSizeS(Math.ceil(durationMs / 1000) + DRAIN_S));
    this.#watch = new SloWatch({ objectives, abort: null, phases, durationMs });
    this.#hlog = new HlogText(header.startedAtMs + terms.fromS * 1000);
  }

  get hlog(): string {
    return this.#hlog.text;
  }

  get response(): LogHistogram {
    return this.#tally.response;
  }

  get service(): LogHistogram {
    return this.#tally.service;
  }

  /** Every second of the run, those outside the part too. */
  take(seconds: readonly LoadSecond[]): void {
    const { fromS, toS } = this.#terms;
    this.#watch.second(seconds);
    const at = (seconds[0]?.second ?? 0) - fromS;
    if (at < 0 || (toS !== null && at + fromS >= toS)) return;
    const series = seconds.map((second) => ({ ...second, second: at }));
    const [run] = series;
    this.#tally.take({
      second: at,
      series,
      started: run?.sent ?? 0,
      failures: [],
      checksPassed: [],
      checksFailed: [],
    });
    if (run !== undefined) this.#hlog.take(run);
  }

  body({ validity, reasons }: Pick<ArtifactEnd, "validity" | "reasons">): LoadBody {
    const tally = this.#tally;
    const { due, sent, completed, failed, dropped } = tally.totals;
    const durationMs = this.#durationMs();
    const why = tally.seconds > 0 ? reasons : [...reasons, NO_SECOND];
    const lag = tally.lag.summary();
    const closed = this.#header.phases.some(({ arrival }) => arrival === "closed");
    return {
      schema: "holdpoint/load/v1",
      id: this.#header.id,
      tool: { name: "holdpoint", version: this.#terms.version },
      trust: closed ? "closed-service-only" : "open-both-clocks",
      url: this.#header.url,
      validity: why.length === 0 ? validity : "invalid",
      reasons: why,
      target: null,
      achieved: durationMs === 0 ? null : (sent * 1000) / durationMs,
      due,
      sent,
      completed,
      failed,
      dropped,
      durationMs,
      failures: [],
      checks: [],
      response: tally.response.summary(),
      service: tally.service.summary(),
      lag: lag === null ? null : { count: lag.count, p50: lag.p50, p99: lag.p99, max: lag.max },
      queue: null,
      windows: tally.windows(),
      series: tally.series(),
      slo: this.#watch.results(why.length === 0 ? validity : "invalid"),
      terms: termsOf(this.#header, closed),
    };
  }

  /** Seconds of the plan within the part; the drain after them belongs to none. */
  #durationMs(): number {
    const { fromS, toS } = this.#terms;
    const endMs = Math.min(plannedMs(this.#header), (fromS + this.#tally.seconds) * 1000);
    const lastMs = toS === null ? endMs : Math.min(endMs, toS * 1000);
    return Math.max(0, lastMs - fromS * 1000);
  }
}

const NO_SECOND: LoadReason = { code: "no-samples", text: "no second of the run lies in the part that was asked for" };

function plannedMs({ phases }: ArtifactHeader): number {
  return phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function phasesOf({ phases }: ArtifactHeader): { name: string; durationMs: number; startMs: number }[] {
  let startMs = 0;
  return phases.map(({ name, durationMs }) => {
    const phase = { name, durationMs, startMs };
    startMs += durationMs;
    return phase;
  });
}

function termsOf({ phases, workers, planSha256 }: ArtifactHeader, closed: boolean): LoadRunTerms {
  return {
    model: closed ? "closed" : "open",
    arrivals: [...new Set(phases.map(({ arrival }) => arrival))],
    connections: null,
    poolFull: null,
    pacing: null,
    workers,
    warmUpMs: null,
    seed: null,
    planSha256,
    testbedSha256: null,
    testbed: null,
    cpuS: null,
  };
}
