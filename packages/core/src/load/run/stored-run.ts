import type { LoadBody, LoadReason } from "../../evidence/load.ts";
import type { LogHistogram } from "../../histogram/log-histogram.ts";
import type { Objective } from "../../slo/objective.ts";
import { SloWatch } from "../../slo/slo-watch.ts";
import type { ArtifactEnd, ArtifactHeader } from "../artifact/header.ts";
import type { ToldSecond } from "../artifact/read-told.ts";
import type { LoadSecond } from "../second.ts";
import { loadBody } from "./load-body.ts";
import { phaseSpans, plannedMs } from "./phase-spans.ts";
import { RunTally } from "./run-tally.ts";
import { seenReasons } from "./seen-reasons.ts";
import { windowSizeS } from "./window-size.ts";

/** Which part of a run is put together, and what it is held to. */
export interface StoredRunTerms {
  /** First second that counts. */
  readonly fromS: number;
  /** First second that does not count any more; null for the end of the run. */
  readonly toS: number | null;
  /** Judged besides those of the run itself. */
  readonly objectives: readonly Objective[];
}

export const WHOLE_RUN: StoredRunTerms = { fromS: 0, toS: null, objectives: [] };

/** Answers after the last arrival still come in for so long; version 1 does not say how long. */
const DRAIN_S = 60;

/**
 * A run put together again from its artifact: of the whole of it, what the run itself told, field by field; of a part,
 * its own figures without objectives, which are about the whole. Objectives are judged again, not believed.
 *
 * @example
 * const run = new StoredLoadRun(header, WHOLE_RUN);
 * const reader = new LoadArtifactReader(file, (seconds, _, told) => run.take(seconds, told));
 * run.body(reader.end()).slo;
 */
export class StoredLoadRun {
  readonly #terms: StoredRunTerms;
  readonly #header: ArtifactHeader;
  readonly #tally: RunTally;
  readonly #watch: SloWatch;

  /** @throws HoldpointError `HP-CONFIG-VALUE`, `HP-CONFIG-REFERENCE` for objectives that cannot be judged together */
  constructor(header: ArtifactHeader, terms: StoredRunTerms) {
    this.#header = header;
    this.#terms = terms;
    const { made, phases } = header;
    const durationMs = plannedMs(phases);
    this.#tally = new RunTally(made?.windowS ?? windowSizeS(Math.ceil(durationMs / 1000) + DRAIN_S));
    const own = this.#isWhole() ? (made?.objectives ?? []) : [];
    const asked = terms.objectives.filter(({ id }) => !own.some((one) => one.id === id));
    this.#watch = new SloWatch({
      objectives: [...own, ...asked],
      abort: this.#isWhole() ? (made?.abort ?? null) : null,
      phases: phaseSpans(phases),
      durationMs,
    });
  }

  get response(): LogHistogram {
    return this.#tally.response;
  }

  get service(): LogHistogram {
    return this.#tally.service;
  }

  /** The run's next second, those outside the part too; whether it is within. */
  take(seconds: readonly LoadSecond[], told: ToldSecond): boolean {
    const { fromS, toS } = this.#terms;
    this.#watch.second(seconds);
    const at = (seconds[0]?.second ?? 0) - fromS;
    if (at < 0 || (toS !== null && at + fromS >= toS)) return false;
    this.#tally.take({ second: at, series: seconds.map((second) => ({ ...second, second: at })), ...told });
    return true;
  }

  body({ reasons, ran }: Pick<ArtifactEnd, "reasons" | "ran">): LoadBody {
    const isWhole = this.#isWhole();
    const why = [...reasons, ...this.#seen(reasons)];
    return loadBody(this.#tally, this.#header, {
      durationMs: isWhole && ran !== undefined ? ran.durationMs : this.#partMs(),
      retried: isWhole ? (ran?.retried ?? 0) : 0,
      queue: isWhole ? (ran?.queue ?? null) : null,
      cpuS: isWhole ? (ran?.cpuS ?? null) : null,
      target: isWhole ? (this.#header.made?.target ?? null) : null,
      reasons: why,
      slo: this.#watch.results(why.length === 0 ? "valid" : "invalid"),
    });
  }

  #isWhole(): boolean {
    return this.#terms.fromS === 0 && this.#terms.toS === null;
  }

  #seen(reasons: readonly LoadReason[]): LoadReason[] {
    if (this.#tally.seconds === 0 && !this.#isWhole()) return [NO_SECOND];
    // A part is as valid as its run: the limits are about the whole.
    if (!this.#isWhole()) return [];
    const seen = seenReasons(this.#tally, this.#header, this.#watch.aborted !== null);
    return seen.filter(({ code }) => !reasons.some((one) => one.code === code));
  }

  /** Seconds of the plan within the part; the drain after them belongs to none. */
  #partMs(): number {
    const { fromS, toS } = this.#terms;
    const endMs = Math.min(plannedMs(this.#header.phases), (fromS + this.#tally.seconds) * 1000);
    const lastMs = toS === null ? endMs : Math.min(endMs, toS * 1000);
    return Math.max(0, lastMs - fromS * 1000);
  }
}

const NO_SECOND: LoadReason = { code: "no-samples", text: "no second of the run lies in the part that was asked for" };
