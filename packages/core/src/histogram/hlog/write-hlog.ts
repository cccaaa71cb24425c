import type { HistogramSlice } from "../slice.ts";
import { toBase64 } from "./base64.ts";
import { encodeHdr } from "./encode-hdr.ts";
import type { Hlog } from "./hlog.ts";
import { COMPRESSED_COOKIE } from "./hlog.ts";

const NOTHING: HistogramSlice = { count: 0, sumUs: 0, minUs: 0, maxUs: 0, buckets: [] };

/**
 * Writes a log that HdrHistogram's tools read (log format 1.3, V2 encoding). Values are microseconds; the column with
 * the maximum is in milliseconds; what a tag cannot hold, commas and blanks, becomes `_`. The layout of the buckets is
 * one of HdrHistogram's own, so nothing is lost.
 *
 * @param deflate zlib, which is not core's
 */
export function writeHlog({ startTimeS, intervals }: Hlog, deflate: (bytes: Uint8Array) => Uint8Array): string {
  const lines = ["#[Histogram log format version 1.3]"];
  if (startTimeS !== null) {
    const date = new Date(startTimeS * 1000).toISOString();
    lines.push(`#[StartTime: ${startTimeS.toFixed(3)} (seconds since epoch), ${date}]`);
  }
  lines.push('"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"');
  for (const { tag, startS, lengthS, slice } of intervals) {
    const compressed = deflate(encodeHdr(slice ?? NOTHING));
    const bytes = new Uint8Array(8 + compressed.length);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, COMPRESSED_COOKIE);
    view.setInt32(4, compressed.length);
    bytes.set(compressed, 8);
    const times = [startS, lengthS, (slice?.maxUs ?? 0) / 1000].map((value) => value.toFixed(3)).join(",");
    lines.push(`${tag === null ? "" : `Tag=${tag.replaceAll(/[,\s]/g, "_")},`}${times},${toBase64(bytes)}`);
  }
  return `${lines.join("\n")}\n`;
}
