import { bucketOf, HISTOGRAM_MAX_US, OVERFLOW_BUCKET } from "../layout.ts";
import type { HistogramSlice } from "../slice.ts";
import { writeZigZag } from "./zig-zag.ts";

/** Cookie of HdrHistogram's V2 encoding, with the bit that says "ZigZag LEB128". */
export const COOKIE = 0x1c_84_93_13;
export const HEADER_BYTES = 40;
/** Digits with which HdrHistogram has our buckets, index by index. */
const DIGITS = 2;

/** Counts of a histogram as HdrHistogram's V2 encoding has them, before compression. Lossless up to one hour. */
export function encodeHdr({ buckets }: HistogramSlice): Uint8Array {
  const payload: number[] = [];
  let next = 0;
  const put = (index: number, count: number): void => {
    if (index > next) writeZigZag(next - index, payload);
    writeZigZag(count, payload);
    next = index + 1;
  };
  // What took longer than an hour has no bucket there; it counts in the hour's.
  const counts = new Map<number, number>();
  for (let at = 0; at < buckets.length; at += 2) {
    const index = buckets[at] === OVERFLOW_BUCKET ? bucketOf(HISTOGRAM_MAX_US) : (buckets[at] ?? 0);
    counts.set(index, (counts.get(index) ?? 0) + (buckets[at + 1] ?? 0));
  }
  for (const [index, count] of counts) put(index, count);
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, COOKIE);
  view.setInt32(4, payload.length);
  view.setInt32(12, DIGITS);
  view.setBigInt64(16, 1n);
  view.setBigInt64(24, BigInt(HISTOGRAM_MAX_US));
  view.setFloat64(32, 1);
  bytes.set(payload, HEADER_BYTES);
  return bytes;
}
