import type { Hlog, LoadBody, LoadReason, LoadSeries } from "@holdpoint/core";
import { HoldpointError, LogHistogram, readHlog } from "@holdpoint/core";
import { textLines } from "../../tests/text-lines.ts";
import { disagree, draftBody } from "../draft.ts";
import { rounded } from "../figures.ts";
import { intervalWindows } from "./windows.ts";

/** zlib, bounded: what would become larger throws. */
export type Inflate = (bytes: Uint8Array, sizeMax: number) => Uint8Array;

/** Units of the values, by how many of them the column of maxima, milliseconds, has one of. */
const UNITS: readonly (readonly [perMs: number, unitUs: number])[] = [
  [1e6, 0.001],
  [1e3, 1],
  [1, 1000],
];
/** The maximum is printed with three digits, a bucket is known to its own width. */
const SLACK = 0.02;
const MAX_COLUMN = /^(?:Tag=[^,\s]+,)?[\d.]+,[\d.]+,([\d.]+),HIST/;
const FAILURES = "a histogram log holds times only, and not how many requests failed";

/**
 * Reads a histogram log as the service times of a run. Its unit is told by its column of maxima, which is in
 * milliseconds; which tool wrote it, how requests arrived and what failed is not in it, so it is never valid alone.
 *
 * @throws HoldpointError `HP-READ-*` with file and line; `HP-READ-SYNTAX` where the unit cannot be told
 */
export function readHlogLoad(bytes: Uint8Array, file: string, inflate: Inflate): LoadBody {
  const lines = [...textLines(bytes, file)];
  const last = lines.at(-1);
  if (last !== undefined && !last.ended && !last.text.startsWith("#"))
    throw new HoldpointError("HP-READ-TRUNCATED", "the last line has no line break", { file, line: last.number });
  const text = lines.map((line) => line.text).join("\n");
  const raw = readHlog(text, { inflate, unitUs: 1, file });
  const unitUs = unitOf(text, raw, file);
  const { intervals } = unitUs === 1 ? raw : readHlog(text, { inflate, unitUs, file });
  const whole = new LogHistogram();
  const tags = new Map<string, LogHistogram>();
  for (const { tag, slice } of intervals) {
    if (slice === null) continue;
    whole.add(slice);
    if (tag === null) continue;
    const own = tags.get(tag) ?? new LogHistogram();
    own.add(slice);
    tags.set(tag, own);
  }
  // Some writers have a tag beside the whole, some only tags; adding both would count everything twice.
  const isMixed = tags.size > 0 && intervals.some(({ tag }) => tag === null);
  const counted = isMixed ? untagged(intervals) : whole;
  // Ours has the response time without a tag and the service time with one.
  const times = tags.get("service") ?? counted;
  const reasons: LoadReason[] = [{ code: "failures-unsaid", text: FAILURES }];
  if (isMixed && whole.count !== 2 * counted.count)
    reasons.push(
      disagree(`its tags hold ${whole.count - counted.count} times, its lines without one ${counted.count}`),
    );
  const ends = intervals.map(({ startS, lengthS }) => startS + lengthS);
  const start = intervals.reduce((least, { startS }) => Math.min(least, startS), Number.POSITIVE_INFINITY);
  return draftBody({
    tool: { name: "hlog", version: null },
    trust: "unknown",
    sent: times.count,
    completed: times.count,
    failed: 0,
    durationMs: rounded((ends.reduce((most, end) => Math.max(most, end), start) - start) * 1000),
    service: times.summary(),
    slice: times.toSlice(),
    windows: intervalWindows(
      intervals.filter(({ tag }) => (tags.has("service") ? tag === "service" : !isMixed || tag === null)),
    ),
    series: [...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => seriesOf(name, own)),
    reasons,
  });
}

function untagged(intervals: Hlog["intervals"]): LogHistogram {
  const histogram = new LogHistogram();
  for (const { tag, slice } of intervals) if (tag === null && slice !== null) histogram.add(slice);
  return histogram;
}

function seriesOf(name: string, times: LogHistogram): LoadSeries {
  const slice = times.toSlice();
  return { of: "tag", name, completed: times.count, failed: 0, response: null, service: slice, summary: null };
}

/** Read as if values were microseconds, the largest interval says by what they must be multiplied. */
function unitOf(text: string, { intervals }: Hlog, file: string): number {
  const maxima = text.split("\n").flatMap((line) => {
    const [, max] = MAX_COLUMN.exec(line) ?? [];
    return max === undefined ? [] : [Number(max)];
  });
  const most = maxima.reduce((largest, max) => Math.max(largest, max), 0);
  const held = intervals.reduce((largest, { slice }) => Math.max(largest, slice?.maxUs ?? 0), 0);
  if (held === 0) return 1;
  const found = UNITS.find(([perMs]) => Math.abs(held - most * perMs) <= SLACK * held + perMs * 0.001);
  if (found !== undefined) return found[1];
  const detail = `its largest value is ${held} and its column of maxima says ${most}, so its unit cannot be told`;
  throw new HoldpointError("HP-READ-SYNTAX", detail, { file, line: 1, column: 1 });
}
