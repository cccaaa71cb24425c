import type { ErrorPlace } from "../../errors/holdpoint-error.ts";
import { HoldpointError } from "../../errors/holdpoint-error.ts";
import { fromBase64 } from "./base64.ts";
import { decodeHdr } from "./decode-hdr.ts";
import type { Hlog, HlogInterval } from "./hlog.ts";
import { COMPRESSED_COOKIE } from "./hlog.ts";

export interface HlogReading {
  /** zlib, bounded: what would become larger must throw. */
  readonly inflate: (bytes: Uint8Array, sizeMax: number) => Uint8Array;
  /** Microseconds that a unit of the values stands for: 1 for wrk2's, 0.001 for nanoseconds. */
  readonly unitUs: number;
  readonly file: string;
}

const HISTOGRAM_BYTES_MAX = 4_000_000;
const LINES_MAX = 1_000_000;
const LINE_CHARS_MAX = 1_000_000;
const NUMBER = String.raw`\d+(?:\.\d+)?`;
const INTERVAL = new RegExp(`^(?:Tag=([^,\\s]+),)?(${NUMBER}),(${NUMBER}),(${NUMBER}),(\\S+)$`);
const START_TIME = new RegExp(`^#\\[StartTime: (${NUMBER}) \\(seconds since epoch\\)`);
const BASE_TIME = new RegExp(`^#\\[BaseTime: (${NUMBER}) \\(seconds since epoch\\)`);

/**
 * Reads a histogram log of any of HdrHistogram's writers.
 *
 * @throws HoldpointError with file and line: `HP-READ-EMPTY` without an interval, `HP-READ-SYNTAX`,
 *   `HP-READ-TRUNCATED`, `HP-READ-NOT-THE-FORMAT` for encodings before V2, `HP-READ-TOO-LARGE`
 */
export function readHlog(text: string, reading: HlogReading): Hlog {
  const lines = text.split(/\r?\n/);
  if (lines.length > LINES_MAX) throw tooLarge(`${lines.length} lines`, { file: reading.file });
  let [startTimeS, baseTimeS] = [null as number | null, 0];
  const intervals: HlogInterval[] = [];
  for (const [index, line] of lines.entries()) {
    const place = { file: reading.file, line: index + 1 };
    if (line.length > LINE_CHARS_MAX) throw tooLarge(`a line of ${line.length} characters`, place);
    if (line.startsWith("#")) {
      startTimeS = numberOf(START_TIME, line) ?? startTimeS;
      baseTimeS = numberOf(BASE_TIME, line) ?? baseTimeS;
    } else if (line !== "" && !line.startsWith('"')) {
      intervals.push(intervalOf(line, { reading, baseTimeS, startTimeS, place }));
    }
  }
  if (intervals.length === 0)
    throw new HoldpointError("HP-READ-EMPTY", "the histogram log has no interval", { file: reading.file, line: 1 });
  return { startTimeS, intervals };
}

interface LineTerms {
  readonly reading: HlogReading;
  readonly startTimeS: number | null;
  readonly baseTimeS: number;
  readonly place: ErrorPlace;
}

function intervalOf(line: string, { reading, startTimeS, baseTimeS, place }: LineTerms): HlogInterval {
  const [, tag, start = "", length = "", , encoded = ""] = INTERVAL.exec(line) ?? [];
  if (encoded === "")
    throw new HoldpointError("HP-READ-SYNTAX", "the line is not start, length, maximum and histogram", place);
  const bytes = fromBase64(encoded);
  if (bytes === null) throw new HoldpointError("HP-READ-SYNTAX", "the histogram is not base64", place);
  const histogram = decodeHdr(inflated(bytes, reading, place), reading.unitUs, place);
  // Some writers give seconds since the epoch where the format has seconds since the start.
  const startS = Number(start) + baseTimeS;
  const isAbsolute = startTimeS !== null && startS >= startTimeS && startTimeS > 0;
  const since = isAbsolute ? startS - startTimeS : startS;
  return { tag: tag ?? null, startS: since, lengthS: Number(length), slice: histogram.toSlice() };
}

function inflated(bytes: Uint8Array, { inflate }: HlogReading, place: ErrorPlace): Uint8Array {
  if (bytes.length < 8) throw new HoldpointError("HP-READ-TRUNCATED", "the histogram has no header", place);
  const view = new DataView(bytes.buffer);
  const [cookie, length] = [view.getUint32(0), view.getInt32(4)];
  if (cookie !== COMPRESSED_COOKIE) {
    const text = `the histogram's encoding is 0x${cookie.toString(16)}; V2, compressed, 0x1c849314, is read`;
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", text, place);
  }
  if (length < 0 || 8 + length > bytes.length)
    throw new HoldpointError("HP-READ-TRUNCATED", `the histogram says ${length} bytes, has ${bytes.length - 8}`, place);
  try {
    return inflate(bytes.subarray(8, 8 + length), HISTOGRAM_BYTES_MAX);
  } catch (thrown) {
    throw new HoldpointError("HP-READ-SYNTAX", "the histogram cannot be decompressed", place, thrown);
  }
}

function numberOf(form: RegExp, line: string): number | null {
  const found = form.exec(line)?.[1];
  return found === undefined ? null : Number(found);
}

function tooLarge(what: string, place: ErrorPlace): HoldpointError {
  return new HoldpointError("HP-READ-TOO-LARGE", `the histogram log has ${what}`, place);
}
