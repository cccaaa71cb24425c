import type { HistogramSlice, LoadBody, LoadSeries } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import { MEASURED } from "./load-plan.ts";

/** What a load gave; latencies in milliseconds. */
export interface LoadFigure {
  /** Begun within the measured time, and done. */
  readonly done: number;
  /** Done in all, the warm-up too. */
  readonly all: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Throws where nothing was measured, because a rate of nothing is no figure. */
export function figureOf(latencies: HistogramSlice | null, measuredMs: number, all: number): LoadFigure {
  const summary = LogHistogram.ofSlice(latencies).summary();
  if (summary === null) throw new Error(`nothing was done within ${measuredMs} ms`);
  const { count, p50, p99, max } = summary;
  return { done: count, all, perSecond: (count * 1000) / measuredMs, p50Ms: p50, p99Ms: p99, maxMs: max };
}

/** The measured phase of a load, from when each request was due. */
export function measuredFigure(body: LoadBody, measuredMs: number): LoadFigure {
  return figureOf(seriesOf(body, "phase", MEASURED).response, measuredMs, body.sent);
}

/** Throws where there is no such series. */
export function seriesOf({ series }: LoadBody, of: LoadSeries["of"], name: string): LoadSeries {
  const found = series.find((each) => each.of === of && each.name === name);
  if (found === undefined) throw new Error(`the load has no ${of} '${name}'`);
  return found;
}
