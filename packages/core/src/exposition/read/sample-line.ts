import type { MetricExemplar } from "../exposition.ts";
import type { LineCursor } from "./cursor.ts";
import { readLabels, shown } from "./labels.ts";
import { metricNumber, metricTimestampMs } from "./number.ts";

const METRIC_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const UP_TO_BRACE = /[^{ \t]*/y;
const NO_LABELS: ReadonlyMap<string, string> = new Map();

export interface SampleLine {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  readonly timestampMs: number | null;
  readonly exemplar: MetricExemplar | null;
}

/** A sample; null where the line cannot be read as one, which is noted. */
export function readSampleLine(cursor: LineCursor, labelsMax: number): SampleLine | null {
  cursor.blanks();
  const nameAt = cursor.at;
  const bare = cursor.char === "{" ? null : readMetricName(cursor);
  if (bare === "") return null;
  const blankAfter = cursor.char === " " || cursor.char === "\t";
  // A blank between name and brace is free in the classic format only.
  if (blankAfter && /^[ \t]+\{/.test(cursor.line.slice(cursor.at))) cursor.blanks();
  const set = cursor.char === "{" ? readLabels(cursor, labelsMax) : { labels: NO_LABELS, metric: null };
  if (set === null) return null;
  if ((bare === null) === (set.metric === null))
    return cursor.fail("bad-name", "a sample has one name, before the braces or quoted in them", nameAt);
  if (!cursor.gap()) return cursor.fail("bad-value", "a blank and a value are wanted here");
  const value = readNumber(cursor);
  if (value === null) return null;
  const { labels } = set;
  const timestampMs = readTimestamp(cursor);
  if (timestampMs === undefined) return null;
  const exemplar = cursor.char === "#" ? readExemplar(cursor, labelsMax) : null;
  if (!cursor.ended && cursor.faults.length === 0) cursor.note("trailing-text", "nothing more is wanted in this line");
  return { name: bare ?? set.metric ?? "", labels, value, timestampMs, exemplar };
}

/** Empty where there is none at all. */
function readMetricName(cursor: LineCursor): string {
  const from = cursor.at;
  const name = cursor.match(METRIC_NAME);
  if (name !== null && /^(?:[{ \t]|$)/.test(cursor.char)) return name;
  cursor.at = from;
  const whole = cursor.match(UP_TO_BRACE) ?? "";
  cursor.note("bad-name", `${shown(whole)} is no name of a metric unless it is quoted`, from);
  return whole;
}

function readNumber(cursor: LineCursor): number | null {
  const from = cursor.at;
  const token = cursor.token();
  const value = metricNumber(token);
  return value ?? cursor.fail("bad-value", `${shown(token)} is no number`, from);
}

/** Null where there is none, undefined where it cannot be read. */
function readTimestamp(cursor: LineCursor): number | null | undefined {
  const spaced = cursor.gap();
  if (!spaced || cursor.ended || cursor.char === "#") {
    // Behind a blank Go's reader of the classic format wants a timestamp.
    if (spaced && cursor.ended) cursor.note("bad-spacing", "no blank may stand behind the value", cursor.at - 1);
    return null;
  }
  const from = cursor.at;
  const token = cursor.token();
  const timestampMs = metricTimestampMs(token, cursor.openMetrics);
  if (timestampMs === null) {
    const wanted = cursor.openMetrics ? "seconds" : "whole milliseconds";
    cursor.note("bad-timestamp", `${shown(token)} are no ${wanted} since the epoch`, from);
    return undefined;
  }
  if (cursor.gap() && cursor.ended)
    cursor.note("bad-spacing", "no blank may stand behind the timestamp", cursor.at - 1);
  return timestampMs;
}

function readExemplar(cursor: LineCursor, labelsMax: number): MetricExemplar | null {
  const from = cursor.at;
  if (!cursor.openMetrics)
    return cursor.fail("exemplar-in-classic", "the classic format has no exemplars and no comments behind samples");
  cursor.at += 1;
  if (!cursor.gap() || cursor.char !== "{")
    return cursor.fail("bad-exemplar", "an exemplar begins with a space and labels in braces", from);
  const set = readLabels(cursor, labelsMax);
  if (set === null) return null;
  if (set.metric !== null || !cursor.gap())
    return cursor.fail("bad-exemplar", "an exemplar has labels, a space and a value", from);
  const valueAt = cursor.at;
  const value = metricNumber(cursor.token());
  if (value === null) return cursor.fail("bad-exemplar", "the value of the exemplar is no number", valueAt);
  const timestampMs = readTimestamp(cursor);
  return timestampMs === undefined ? null : { labels: set.labels, value, timestampMs, column: from + 1 };
}
