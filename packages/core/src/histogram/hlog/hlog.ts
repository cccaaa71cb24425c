import type { HistogramSlice } from "../slice.ts";

/** One interval of a histogram log. */
export interface HlogInterval {
  readonly tag: string | null;
  /** Since the start of the log. */
  readonly startS: number;
  readonly lengthS: number;
  readonly slice: HistogramSlice | null;
}

export interface Hlog {
  /** Seconds since the epoch; null where the log does not say. */
  readonly startTimeS: number | null;
  readonly intervals: readonly HlogInterval[];
}

/** Cookie of a compressed V2 histogram, with the bit that says "ZigZag LEB128". */
export const COMPRESSED_COOKIE = 0x1c_84_93_14;
