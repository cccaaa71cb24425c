import type { ArtifactHeader, LoadReason, LoadSecond } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import type { FigureSource } from "../compare/run-figures.ts";
import { SAMPLES_WANTED } from "../compare/run-figures.ts";
import { LOAD_METRICS } from "./load-metrics.ts";
import type { CanarySource } from "./source.ts";

/** A run of many hours is cut coarser, so that it can be judged at all. */
const SLICES_MAX = 600;
/** Of fewer requests a percentile is luck, in however many slices they lie. */
const REQUESTS_MIN = SAMPLES_WANTED.p99;

/** Cuts a stored run into slices of even length; the drain behind its plan belongs to none. */
export class LoadSlices {
  readonly #header: ArtifactHeader;
  readonly #sizeS: number;
  readonly #count: number;
  readonly #slices: FigureSource[] = [];
  readonly #response = new LogHistogram();
  readonly #service = new LogHistogram();
  #counts = { completed: 0, failed: 0, dropped: 0 };

  /** @param everyS seconds of a slice; null: 1, or as many as make 600 slices */
  constructor(header: ArtifactHeader, everyS: number | null) {
    const seconds = Math.floor(header.phases.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000);
    this.#header = header;
    this.#sizeS = everyS ?? Math.max(1, Math.ceil(seconds / SLICES_MAX));
    this.#count = Math.floor(seconds / this.#sizeS);
  }

  /** The run's next second. */
  take({ second, completed, failed, dropped, response, service }: LoadSecond): void {
    if (this.#slices.length === this.#count) return;
    if (response !== null) this.#response.add(response);
    if (service !== null) this.#service.add(service);
    this.#counts.completed += completed;
    this.#counts.failed += failed;
    this.#counts.dropped += dropped;
    if ((second + 1) % this.#sizeS === 0) this.#close();
  }

  /** What the plan has and the file has not is missing. */
  source(validity: "valid" | "invalid", reasons: readonly LoadReason[]): CanarySource {
    const stepMs = this.#sizeS * 1000;
    const slices = Array.from({ length: this.#count }, (_, at) => this.#slices[at] ?? null);
    const why = reasons.map(({ text }) => text).join("; ");
    const ended = this.#slices.reduce((sum, { completed, failed }) => sum + completed + failed, 0);
    const few = ended < REQUESTS_MIN ? [`${ended} requests ended, ${REQUESTS_MIN} are needed`] : [];
    return {
      kind: "load",
      names: [...LOAD_METRICS.keys()],
      series: (name) => {
        const metric = LOAD_METRICS.get(name);
        if (metric === undefined) return null;
        return { values: slices.map((slice) => (slice === null ? null : metric.of(slice))), stepMs };
      },
      reasons: validity === "valid" ? few : [`the run is invalid${why === "" ? "" : `: ${why}`}`],
      header: this.#header,
    };
  }

  #close(): void {
    const clocks = { response: this.#response.summary(), service: this.#service.summary() };
    this.#slices.push({ ...clocks, ...this.#counts, durationMs: this.#sizeS * 1000 });
    this.#response.clear();
    this.#service.clear();
    this.#counts = { completed: 0, failed: 0, dropped: 0 };
  }
}
