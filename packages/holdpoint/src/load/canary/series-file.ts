import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError, parseInstant, readJson } from "@holdpoint/core";
import type { TimedValue } from "./even-series.ts";
import { evenSeries } from "./even-series.ts";
import { matrixSeries } from "./matrix.ts";
import type { CanarySource, EvenSeries } from "./source.ts";
import { SERIES_VALUES_MAX } from "./source.ts";

const METRICS_MAX = 1000;

/**
 * Reads series of any tool: `{"latency":[[1767571200,41.5],["2026-01-05T00:00:15Z",null]]}`, times in seconds or
 * as RFC 3339 instants in UTC, rising; or what Prometheus answers to `query_range`.
 *
 * @throws HoldpointError `HP-READ-*` with the line, or with the metric and its entry
 */
export function readSeriesFile(text: string, file: string): CanarySource {
  const value = readJson(text, { file });
  if (!isObject(value)) throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the document is not an object", { file });
  const given = matrixSeries(value, file) ?? new Map(Object.entries(value));
  if (given.size > METRICS_MAX)
    throw new HoldpointError("HP-READ-TOO-LARGE", `${given.size} metrics, at most ${METRICS_MAX} are read`, { file });
  const series = new Map([...given].map(([name, points]) => [name, seriesOf(name, points, file)] as const));
  return {
    kind: "series",
    names: [...series.keys()],
    series: (name) => series.get(name) ?? null,
    reasons: [],
    header: null,
  };
}

function seriesOf(name: string, points: Json, file: string): EvenSeries {
  const fault = (at: number | null, text: string): HoldpointError => {
    const where = `${JSON.stringify(name)}${at === null ? "" : `, entry ${at + 1}`}`;
    return new HoldpointError("HP-READ-NOT-THE-FORMAT", `${where}: ${text}`, { file });
  };
  if (!Array.isArray(points)) throw fault(null, "a list of [time, value] is wanted");
  if (points.length > SERIES_VALUES_MAX) throw tooMany(name, file);
  let lastMs = Number.NEGATIVE_INFINITY;
  const timed = points.map((point: Json, at): TimedValue => {
    if (!Array.isArray(point) || point.length !== 2) throw fault(at, "[time, value] is wanted");
    const [time, value] = point as readonly Json[];
    const atMs = instantMs(time);
    if (atMs === null) throw fault(at, "a time is seconds, or an instant (RFC 3339, UTC)");
    if (atMs <= lastMs) throw fault(at, "times have to rise");
    lastMs = atMs;
    if (value !== null && typeof value !== "number")
      throw fault(at, "a value is a number, or null where it is missing");
    return { atMs, value };
  });
  const even = evenSeries(timed);
  if (even === null) throw tooMany(name, file);
  return even;
}

function instantMs(time: Json | undefined): number | null {
  if (typeof time === "number") return time * 1000;
  const atMs = typeof time === "string" ? parseInstant(time) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}

function tooMany(name: string, file: string): HoldpointError {
  const text = `${JSON.stringify(name)} has, gaps included, more than ${SERIES_VALUES_MAX} values`;
  return new HoldpointError("HP-READ-TOO-LARGE", text, { file });
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
